import { ChevronRight, Search, X } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { byCategory } from '#shared/catalogue/catalogue'
import { categories } from '#shared/catalogue/categories'
import { groups } from '#shared/catalogue/groups'
import { searchPalette, type PaletteHit } from '#shared/catalogue/search'
import { placeBeside } from '../../canvas/placement'
import { shortcutOf } from '../../commands/registry'
import { useBoardView, useCanEdit, useSession, useView } from '../../session/context'
import { AwsIcon } from '../../ui/AwsIcon'
import { PALETTE_WIDTH } from '../../stores/view-store'
import { cx } from '../../ui/classes'
import { ResizeEdge } from '../../ui/ResizeEdge'
import { PaletteItem } from './PaletteItem'
import { useRecent } from './recent'

const GRID = 'grid grid-cols-[repeat(auto-fill,minmax(64px,1fr))] gap-0.5 px-1.5'

/** Everything that can be put on a board: search on top, then what was used lately, groups, and AWS's categories. */
export function Palette() {
  const session = useSession()
  const view = useBoardView()
  const canEdit = useCanEdit()
  const width = useView((v) => v.paletteWidth)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set(['recent', 'groups', 'people', 'compute', 'database', 'networkingContentDelivery']),
  )
  const { recent, remember } = useRecent()
  const hits = useMemo(() => searchPalette(query, { limit: 60 }), [query])
  const list = useRef<HTMLDivElement>(null)
  const searching = query.trim() !== ''

  function place(hit: PaletteHit): void {
    if (!canEdit) return
    const middle = session.view.canvas?.center() ?? { x: 0, y: 0 }
    const [selected] = session.view.getState().selection
    const node = selected ? view.node(selected) : undefined
    const placed =
      node?.kind === 'group'
        ? placeBeside(view, hit, node.id, middle, session.editContext())
        : placeBeside(view, hit, undefined, middle, session.editContext())
    if (session.edit(placed.changes)) session.view.getState().select([placed.id])
    session.view.getState().showHint(placed.hint)
    remember(hit)
  }

  function onSearchKey(event: KeyboardEvent): void {
    const first = hits[0]
    if (event.key === 'Enter' && first) place(first)
    else if (event.key === 'Escape') {
      setQuery('')
      session.view.canvas?.focus()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      list.current?.querySelector<HTMLElement>('[data-palette-item] button')?.focus()
    }
  }

  const toggle = (id: string): void =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })

  const section = (id: string, name: string, items: readonly PaletteHit[], icon: string | null) =>
    items.length === 0 ? null : (
      <section key={id}>
        <button
          type="button"
          aria-expanded={open.has(id)}
          onClick={() => toggle(id)}
          className="flex h-7 w-full items-center gap-1.5 px-2 text-left text-xs font-medium text-muted hover:text-ink"
        >
          <ChevronRight
            size={13}
            className={cx(
              'shrink-0 transition-transform duration-100',
              open.has(id) && 'rotate-90',
            )}
          />
          {icon ? <AwsIcon icon={icon} size={14} /> : null}
          <span className="flex-1 truncate">{name}</span>
          <span className="text-[11px] text-faint">{items.length}</span>
        </button>
        {open.has(id) ? (
          <div role="list" aria-label={name} className={`${GRID} pb-2`}>
            {items.map((hit) => (
              <PaletteItem
                key={keyOf(hit)}
                hit={hit}
                onPlace={place}
                onUsed={remember}
                disabled={!canEdit}
              />
            ))}
          </div>
        ) : null}
      </section>
    )

  return (
    <aside
      aria-label="Palette"
      className="relative flex shrink-0 flex-col border-r border-line bg-surface"
      style={{ width: `min(${width}px, 21.5 * var(--vw))` }}
    >
      <ResizeEdge
        label="Width of the palette"
        side="right"
        width={width}
        {...PALETTE_WIDTH}
        onWidth={(paletteWidth) => session.view.getState().set({ paletteWidth })}
      />
      <div className="relative p-2">
        <Search size={14} className="pointer-events-none absolute top-[15px] left-4 text-faint" />
        <input
          type="text"
          value={query}
          aria-label="Search services and groups"
          placeholder="alb, postgres, queue…"
          onChange={(e) => setQuery(e.target.value)}
          onKeyDown={onSearchKey}
          className="h-7 w-full rounded-md border border-line bg-sunken pr-7 text-ellipsis pl-7 text-[13px] placeholder:text-faint focus:border-accent focus:bg-surface focus:outline-none"
        />
        {searching ? (
          <button
            type="button"
            aria-label="Clear search"
            onClick={() => setQuery('')}
            className="absolute top-[15px] right-4 text-faint hover:text-ink"
          >
            <X size={14} />
          </button>
        ) : null}
      </div>
      <div ref={list} className="scroll-thin min-h-0 flex-1 overflow-y-auto pb-3">
        {searching ? (
          hits.length > 0 ? (
            <div className={GRID} role="list" aria-label="Search results">
              {hits.map((hit) => (
                <PaletteItem
                  key={keyOf(hit)}
                  hit={hit}
                  onPlace={place}
                  onUsed={remember}
                  disabled={!canEdit}
                />
              ))}
            </div>
          ) : (
            <p className="px-4 py-6 text-center text-muted">
              Nothing is called “{query}”. Try what it does: “queue”, “cache”, “sign-in”.
            </p>
          )
        ) : (
          <>
            {section('recent', 'Recently used', recent, null)}
            {section(
              'groups',
              'Groups',
              groups.map((definition) => ({ kind: 'group', definition })),
              null,
            )}
            {categories.map((c) =>
              section(
                c.id,
                c.name,
                (byCategory.get(c.id) ?? [])
                  .filter((s) => s.depth === 'full' || s.icon.startsWith('architecture-service/'))
                  .map((definition) => ({ kind: 'service', definition })),
                c.icon,
              ),
            )}
          </>
        )}
      </div>
      <p className="border-t border-line px-3 py-1.5 text-[11px] text-faint">
        Drag onto the board, or press {shortcutOf('edit.quickAdd')} and type
      </p>
    </aside>
  )
}

export function keyOf(hit: PaletteHit): string {
  return hit.kind === 'service'
    ? `service/${hit.definition.serviceId}`
    : `group/${hit.definition.groupKind}`
}
