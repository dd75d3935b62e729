import { Copy, MoreHorizontal, Pencil, RotateCcw, Trash2, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { SessionSummary } from '#shared/ipc/contract'
import { useBridge } from '../../bridge/context'
import { goTo } from '../../stores/app-store'
import { cx } from '../../ui/classes'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { NewSessionDialog } from './NewSessionDialog'
import type { LibraryState } from './use-library'

/** One session in the library. */
export function SessionCard({
  session,
  library,
}: {
  session: SessionSummary
  library: LibraryState
}) {
  const bridge = useBridge()
  const [renaming, setRenaming] = useState(false)
  const { id, title, customer, trashedAt, state } = session
  const usable = state === 'ok' && trashedAt === null

  const restore = (): void =>
    void library.run('Restoring', () => bridge.call('sessions.restore', { id }))
  const trash = async (): Promise<void> => {
    const done = await library.run('Moving to the trash', () =>
      bridge.call('sessions.trash', { id }),
    )
    if (done) toast(`“${title}” is in the trash`, { action: { label: 'Undo', onClick: restore } })
  }
  const entries: (MenuEntry | null)[] =
    trashedAt === null
      ? [
          {
            label: 'Rename',
            icon: <Pencil size={14} />,
            disabled: !usable,
            onSelect: () => setRenaming(true),
          },
          {
            label: 'Duplicate',
            icon: <Copy size={14} />,
            disabled: !usable,
            onSelect: () =>
              void library.run('Duplicating', () => bridge.call('sessions.duplicate', { id })),
          },
          null,
          {
            label: 'Move to trash',
            icon: <Trash2 size={14} />,
            danger: true,
            onSelect: () => void trash(),
          },
        ]
      : [
          { label: 'Restore', icon: <RotateCcw size={14} />, onSelect: restore },
          {
            label: 'Delete for ever',
            icon: <Trash2 size={14} />,
            danger: true,
            onSelect: () =>
              void library.run('Deleting', () => bridge.call('sessions.deleteForever', { id })),
          },
        ]

  return (
    <li
      data-session={id}
      className="group relative overflow-hidden rounded-lg border border-line bg-surface transition-colors hover:border-line-strong focus-within:border-accent"
    >
      <button
        type="button"
        disabled={!usable}
        aria-label={`Open ${title}`}
        onClick={() => goTo({ kind: 'session', target: { kind: 'own', sessionId: id } })}
        className="block w-full text-left disabled:cursor-default"
      >
        <div className="flex aspect-[16/10] items-center justify-center overflow-hidden border-b border-line bg-sunken">
          {state === 'ok' ? (
            <Thumbnail session={session} />
          ) : (
            <span className="flex max-w-52 flex-col items-center gap-2 px-3 text-center text-xs text-muted">
              <TriangleAlert size={18} className="text-risk-high" />
              {session.problem ?? 'This session cannot be opened. Its files were left untouched.'}
            </span>
          )}
        </div>
        <div className="px-3 py-2.5 pr-9">
          <div className={cx('truncate font-medium', !usable && 'text-muted')}>{title}</div>
          <div className="truncate text-xs text-muted">
            {[customer, changed(session.changedAt)].filter(Boolean).join(' · ')}
          </div>
        </div>
      </button>
      <span className="absolute right-2 bottom-3">
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              aria-label={`${title}: more`}
              className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
            >
              <MoreHorizontal size={16} />
            </button>
          }
          entries={entries}
        />
      </span>
      {renaming ? (
        <NewSessionDialog
          existing={{ title, customer }}
          onClose={() => setRenaming(false)}
          onCreate={async (newTitle, newCustomer) => {
            await library.run('Renaming', () =>
              bridge.call('sessions.rename', { id, title: newTitle, customer: newCustomer }),
            )
            setRenaming(false)
          }}
        />
      ) : null}
    </li>
  )
}

/** The session's first board, rendered from the model. */
function Thumbnail({ session }: { session: SessionSummary }) {
  const bridge = useBridge()
  const [svg, setSvg] = useState<string | null>(null)
  const { id, changedAt } = session
  useEffect(() => {
    let gone = false
    bridge.call('sessions.thumbnail', { id }).then(
      (found) => {
        if (!gone) setSvg(found)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [bridge, id, changedAt])
  if (!svg)
    return (
      <span className="text-xs text-faint">{session.nodeCount === 0 ? 'Empty board' : ''}</span>
    )
  return (
    <img
      alt=""
      draggable={false}
      className="h-full w-full bg-white object-contain p-2"
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
    />
  )
}

const DAY_MS = 86_400_000
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

function changed(at: number): string {
  const age = Date.now() - at
  if (age < 60_000) return 'just now'
  if (age < 3_600_000) return `${Math.floor(age / 60_000)} min ago`
  if (age < DAY_MS && new Date(at).getDate() === new Date().getDate())
    return `today, ${time.format(at)}`
  return day.format(at)
}
