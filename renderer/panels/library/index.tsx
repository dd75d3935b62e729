import {
  ArrowDownUp,
  FileUp,
  Link2,
  LayoutGrid,
  Plus,
  Search,
  Settings2,
  Trash2,
} from 'lucide-react'
import { useMemo, useRef, useState, type DragEvent } from 'react'
import type { SessionSummary } from '#shared/ipc/contract'
import { useBridge } from '../../bridge/context'
import { goTo } from '../../stores/app-store'
import { Button, IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { EmptyState } from '../../ui/EmptyState'
import { Select } from '../../ui/Field'
import { JoinDialog } from './JoinDialog'
import { NewSessionDialog } from './NewSessionDialog'
import { PreferencesDialog } from './PreferencesDialog'
import { Samples } from './Samples'
import { SessionCard } from './SessionCard'
import { useLibrary } from './use-library'

type Sort = 'changed' | 'created' | 'title' | 'customer'

const SORTS: readonly { value: Sort; label: string }[] = [
  { value: 'changed', label: 'Last changed' },
  { value: 'created', label: 'Newest' },
  { value: 'title', label: 'Title' },
  { value: 'customer', label: 'Customer' },
]

/** Home: every session of this person's, and ways to begin one. */
export function Library() {
  const bridge = useBridge()
  const library = useLibrary()
  const [query, setQuery] = useState('')
  const [sort, setSort] = useState<Sort>('changed')
  const [place, setPlace] = useState<'sessions' | 'trash'>('sessions')
  const [dialog, setDialog] = useState<'new' | 'join' | 'preferences' | null>(null)
  const [dropping, setDropping] = useState(false)
  const filePicker = useRef<HTMLInputElement>(null)

  const shown = useMemo(
    () => arrange(library.sessions, place, query, sort),
    [library.sessions, place, query, sort],
  )
  const trashed = library.sessions.filter((s) => s.trashedAt !== null).length
  const empty = library.loaded && library.sessions.length === trashed && place === 'sessions'

  function onDrop(event: DragEvent): void {
    event.preventDefault()
    setDropping(false)
    void library.importFiles([...event.dataTransfer.files])
  }

  return (
    <div
      className="relative flex h-full flex-col"
      onDragOver={(e) => {
        if (!e.dataTransfer.types.includes('Files')) return
        e.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={onDrop}
    >
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-5">
        <Wordmark />
        <span className="flex-1" />
        <label className="relative">
          <span className="sr-only">Search sessions</span>
          <Search
            size={14}
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
          />
          <input
            type="search"
            value={query}
            onChange={(e) => setQuery(e.target.value)}
            placeholder="Search title or customer"
            className="h-7 w-60 rounded-md border border-line bg-sunken pr-2 pl-8 placeholder:text-faint focus:border-accent focus:bg-surface focus:outline-none"
          />
        </label>
        {bridge.kind === 'desktop' ? (
          <Button icon={<Link2 size={14} />} onClick={() => setDialog('join')}>
            Join
          </Button>
        ) : null}
        <Button icon={<FileUp size={14} />} onClick={() => filePicker.current?.click()}>
          Import
        </Button>
        <Button kind="primary" icon={<Plus size={14} />} onClick={() => setDialog('new')}>
          New session
        </Button>
        <IconButton label="Preferences" onClick={() => setDialog('preferences')}>
          <Settings2 size={16} />
        </IconButton>
        <input
          ref={filePicker}
          type="file"
          multiple
          hidden
          data-testid="import-file"
          accept=".json,.drawbridge,.png,.svg,.yaml,.yml,.template,application/json,image/png,image/svg+xml"
          onChange={(e) => {
            void library.importFiles([...(e.target.files ?? [])])
            e.target.value = ''
          }}
        />
      </header>
      <div className="scroll-thin min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-[1180px] px-6 pt-6 pb-16">
          {library.problem ? (
            <p
              role="alert"
              className="mb-4 rounded-md border border-danger/40 bg-surface px-3 py-2 text-danger"
            >
              {library.problem}
            </p>
          ) : null}
          {empty ? (
            <Samples onNew={() => setDialog('new')} />
          ) : library.loaded ? (
            <>
              <div className="mb-4 flex items-center gap-1">
                <Tab
                  active={place === 'sessions'}
                  onClick={() => setPlace('sessions')}
                  icon={<LayoutGrid size={14} />}
                >
                  Sessions
                </Tab>
                <Tab
                  active={place === 'trash'}
                  onClick={() => setPlace('trash')}
                  icon={<Trash2 size={14} />}
                >
                  Trash{trashed > 0 ? ` (${trashed})` : ''}
                </Tab>
                <span className="flex-1" />
                <ArrowDownUp size={14} className="text-faint" />
                <span className="w-36">
                  <Select<Sort>
                    aria-label="Sort by"
                    value={sort}
                    choices={SORTS}
                    onChange={setSort}
                  />
                </span>
              </div>
              {shown.length > 0 ? (
                <ul
                  className="grid grid-cols-[repeat(auto-fill,minmax(252px,1fr))] gap-4"
                  aria-label="Sessions"
                >
                  {shown.map((session) => (
                    <SessionCard key={session.id} session={session} library={library} />
                  ))}
                </ul>
              ) : (
                <EmptyState title={query ? `Nothing matches “${query}”` : 'The trash is empty'}>
                  {query
                    ? 'Titles and customers are searched.'
                    : 'Sessions you move to the trash wait here until you delete them.'}
                </EmptyState>
              )}
              {place === 'sessions' && !query ? (
                <Samples compact onNew={() => setDialog('new')} />
              ) : null}
            </>
          ) : null}
        </div>
      </div>
      {dropping ? (
        <div className="pointer-events-none absolute inset-3 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/80 text-base font-medium text-accent">
          Drop a session file, a picture that carries one, or a CloudFormation template
        </div>
      ) : null}
      {dialog === 'new' ? (
        <NewSessionDialog
          onClose={() => setDialog(null)}
          onCreate={async (title, customer) => {
            const made = await library.run('Making the session', () =>
              bridge.call('sessions.create', { title, customer }),
            )
            if (made) goTo({ kind: 'session', target: { kind: 'own', sessionId: made.id } })
          }}
        />
      ) : null}
      {dialog === 'join' ? <JoinDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'preferences' ? <PreferencesDialog onClose={() => setDialog(null)} /> : null}
    </div>
  )
}

function arrange(
  sessions: readonly SessionSummary[],
  place: 'sessions' | 'trash',
  query: string,
  sort: Sort,
): SessionSummary[] {
  const wanted = query.trim().toLowerCase()
  const by: Record<Sort, (a: SessionSummary, b: SessionSummary) => number> = {
    changed: (a, b) => b.changedAt - a.changedAt,
    created: (a, b) => b.createdAt - a.createdAt,
    title: (a, b) => a.title.localeCompare(b.title),
    customer: (a, b) => a.customer.localeCompare(b.customer) || a.title.localeCompare(b.title),
  }
  return sessions
    .filter((s) => (s.trashedAt !== null) === (place === 'trash'))
    .filter((s) => wanted === '' || `${s.title} ${s.customer}`.toLowerCase().includes(wanted))
    .sort(by[sort])
}

function Tab({
  active,
  onClick,
  icon,
  children,
}: {
  active: boolean
  onClick: () => void
  icon: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={active}
      onClick={onClick}
      className={cx(
        'flex h-7 items-center gap-1.5 rounded-md px-2.5 font-medium',
        active ? 'bg-hover text-ink' : 'text-muted hover:text-ink',
      )}
    >
      {icon}
      {children}
    </button>
  )
}

/** The name, with a drawn bridge for a mark. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5">
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
        <rect width="26" height="26" rx="6" fill="var(--accent)" />
        <path
          d="M5 19.5V8m16 11.5V8M5 9.5l8 6.2 8-6.2M3.5 19.5h19M13 15.7v3.8M9 12.6v6.9m8-6.9v6.9"
          fill="none"
          stroke="var(--accent-ink)"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="text-[15px] font-semibold tracking-tight">Drawbridge</span>
    </span>
  )
}
