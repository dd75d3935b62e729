import { ExternalLink, Search } from 'lucide-react'
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
} from 'react'
import type { Template } from '#shared/templates/define'
import { searchTemplates } from '#shared/templates/search'
import { templates } from '#shared/templates/templates'
import { useBoardView, useSession } from '../../session/context'
import { Button } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { placeTemplate } from './place-template'
import { TemplatePicture } from './TemplatePicture'

/** Architectures to begin with: searched by typing, chosen with the arrow keys or the pointer, put on this board. */
export function TemplatesDialog() {
  const session = useSession()
  const board = useBoardView()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [asTarget, setAsTarget] = useState(false)
  const isCurrent = board.board.kind === 'current'
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const found = useMemo(() => searchTemplates(templates, query), [query])
  const active = found[at]
  const optionId = (template: Template): string => `${id}-${template.templateId}`
  const close = (): void => session.view.getState().set({ dialog: null })

  function insert(template: Template): void {
    close()
    placeTemplate(session, board, template, isCurrent && asTarget)
  }

  function move(by: number): void {
    const next = Math.min(Math.max(at + by, 0), found.length - 1)
    const template = found[next]
    if (!template) return
    setAt(next)
    document.getElementById(optionId(template))?.scrollIntoView({ block: 'nearest' })
  }

  /** The arrow keys belong to the cards, also sideways: few words are typed here, and none is edited. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'ArrowRight') move(1)
    else if (event.key === 'ArrowLeft') move(-1)
    else if (event.key === 'ArrowDown') move(columnsOf(list.current))
    else if (event.key === 'ArrowUp') move(-columnsOf(list.current))
    else if (event.key === 'Enter' && active) insert(active)
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      title="Reference architectures"
      description="Start from what AWS recommends and make it the customer’s. What it assumes is marked as assumed; the rest is asked."
      wide
      onClose={close}
      footer={
        <>
          {active ? <Source template={active} /> : null}
          {isCurrent ? (
            <label
              className="mr-1 ml-4 flex shrink-0 items-center gap-2 text-xs"
              title="One step back undoes both"
            >
              <input
                type="checkbox"
                checked={asTarget}
                onChange={(event) => setAsTarget(event.target.checked)}
                className="accent-[var(--accent)]"
              />
              Mark this board, now current, as target
            </label>
          ) : null}
          <Button kind="primary" disabled={!active} onClick={() => active && insert(active)}>
            Insert
          </Button>
        </>
      }
    >
      <div className="flex h-[calc(64*var(--vh))] flex-col gap-3">
        <div className="relative shrink-0">
          <Search
            size={14}
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
          />
          <SearchField
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={active ? optionId(active) : undefined}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setAt(0)
              list.current?.scrollTo({ top: 0 })
            }}
            onKeyDown={onKeyDown}
          />
          <span
            role="status"
            className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-xs text-faint"
          >
            {found.length === templates.length
              ? `${templates.length} in all`
              : `${found.length} of ${templates.length}`}
          </span>
        </div>
        {found.length === 0 ? (
          <EmptyState icon={<Search size={20} />} title={`Nothing matches “${query.trim()}”`}>
            Names, purposes and the services in an architecture are searched.
          </EmptyState>
        ) : (
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label="Reference architectures"
            className="scroll-thin -mx-1 grid min-h-0 auto-rows-max grid-cols-[repeat(auto-fill,minmax(252px,1fr))] gap-3 overflow-y-auto p-1"
          >
            {found.map((template, i) => (
              <TemplateCard
                key={template.templateId}
                id={optionId(template)}
                template={template}
                isActive={i === at}
                onPoint={() => setAt(i)}
                onChoose={() => insert(template)}
              />
            ))}
          </div>
        )}
      </div>
    </Dialog>
  )
}

/** Has the focus from the start, and takes it from the dialog's frame, which gets it where a menu opened the dialog. */
function SearchField(props: InputHTMLAttributes<HTMLInputElement>) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const input = field.current
    const frame = input?.closest('[role="dialog"]')
    const handOn = (event: Event): void => {
      if (event.target === frame) input?.focus()
    }
    frame?.addEventListener('focusin', handOn)
    return () => frame?.removeEventListener('focusin', handOn)
  }, [])
  return (
    <input
      ref={field}
      autoFocus
      role="combobox"
      aria-autocomplete="list"
      aria-label="Search reference architectures"
      placeholder="Search by name, purpose or service"
      className="h-9 w-full rounded-md border border-line bg-surface pr-20 pl-8 placeholder:text-faint hover:border-line-strong focus:border-accent focus:outline-none"
      {...props}
    />
  )
}

function TemplateCard({
  id,
  template,
  isActive,
  onPoint,
  onChoose,
}: {
  id: string
  template: Template
  isActive: boolean
  onPoint: () => void
  onChoose: () => void
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      data-template={template.templateId}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={cx(
        'flex flex-col overflow-hidden rounded-lg border bg-surface',
        isActive ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line',
      )}
    >
      <TemplatePicture template={template} />
      <span className="flex flex-col gap-1 px-3 py-2.5">
        <span id={`${id}-title`} className="font-medium">
          {template.title}
        </span>
        <span id={`${id}-summary`} className="text-xs text-muted">
          {template.summary}
        </span>
      </span>
    </div>
  )
}

function Source({ template: { source } }: { template: Template }) {
  return (
    <p className="mr-auto flex min-w-0 gap-1 text-xs whitespace-nowrap text-muted">
      From AWS:
      <a
        href={source.url}
        title={source.title}
        target="_blank"
        rel="noreferrer"
        className="flex min-w-0 items-center gap-1 text-accent hover:underline"
      >
        <span className="truncate">{source.title}</span>
        <ExternalLink size={11} className="shrink-0" />
      </a>
    </p>
  )
}

/** How many cards stand side by side. */
function columnsOf(list: HTMLElement | null): number {
  return list ? getComputedStyle(list).gridTemplateColumns.split(' ').length : 1
}
