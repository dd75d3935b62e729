import { CornerDownLeft } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { searchPalette, type PaletteHit } from '#shared/catalogue/search'
import { swapService } from '#shared/operations/swap'
import { placeBeside } from '../../canvas/placement'
import { useBoardView, useSession, useView } from '../../session/context'
import { cx } from '../../ui/classes'
import { HitIcon } from '../palette/HitIcon'
import { keyOf } from '../palette'
import { useRecent } from '../palette/recent'

const SHOWN = 7

/**
 * Type a name, press Enter: the first hit stands beside the selection, connected to it. Shift+Enter keeps adding. With
 * `swap` it takes the place of what is selected.
 */
export function QuickAdd({ swap }: { swap: boolean }) {
  const session = useSession()
  const view = useBoardView()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [selected] = useView((v) => v.selection)
  const node = selected ? view.node(selected) : undefined
  const { recent, remember } = useRecent()
  const field = useRef<HTMLInputElement>(null)
  const hits = useMemo(
    () =>
      (query.trim() === '' ? recent : searchPalette(query, { limit: swap ? 4 * SHOWN : SHOWN }))
        .filter((hit) => !swap || hit.kind === 'service')
        .slice(0, SHOWN),
    [query, recent, swap],
  )
  useEffect(() => field.current?.focus(), [])

  function close(): void {
    session.view.getState().set({ quickAdd: false })
    session.view.canvas?.focus()
  }

  function place(hit: PaletteHit, stay: boolean): void {
    if (swap) {
      const ids = session.view.getState().selection
      if (hit.kind === 'service') session.edit(swapService(view, ids, hit.definition.serviceId))
      remember(hit)
      close()
      return
    }
    const middle = session.view.canvas?.center() ?? { x: 0, y: 0 }
    const placed = placeBeside(view, hit, selected, middle, session.editContext())
    if (session.edit(placed.changes)) session.view.getState().select([placed.id])
    session.view.getState().showHint(placed.hint)
    remember(hit)
    setQuery('')
    setAt(0)
    if (!stay) close()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const hit = hits[at]
    if (event.key === 'Enter' && hit) {
      event.preventDefault()
      place(hit, event.shiftKey)
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="dialog"
      aria-label={swap ? 'Swap service' : 'Quick add'}
      className="float-in absolute top-16 left-1/2 z-40 w-96 -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget))
          session.view.getState().set({ quickAdd: false })
      }}
    >
      <input
        ref={field}
        value={query}
        role="combobox"
        aria-expanded
        aria-controls="quick-add-hits"
        aria-activedescendant={hits[at] ? `quick-add-${keyOf(hits[at])}` : undefined}
        aria-label={swap ? 'What to put in its place' : 'What to add'}
        placeholder={
          swap
            ? `Put in the place of ${node?.label ?? 'the selection'}…`
            : node
              ? `Add beside ${node.label}…`
              : 'Add to the board…'
        }
        onChange={(e) => {
          setQuery(e.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="h-10 w-full border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-faint"
      />
      <ul id="quick-add-hits" role="listbox" aria-label="Matches" className="p-1">
        {hits.map((hit, i) => (
          <li
            key={keyOf(hit)}
            id={`quick-add-${keyOf(hit)}`}
            role="option"
            aria-selected={i === at}
            onPointerMove={() => setAt(i)}
            onPointerDown={(e) => {
              e.preventDefault()
              place(hit, e.shiftKey)
            }}
            className={cx('flex h-9 items-center gap-2.5 rounded-md px-2', i === at && 'bg-hover')}
          >
            <HitIcon hit={hit} size={22} />
            <span className="min-w-0 flex-1 truncate">{hit.definition.name}</span>
            {i === at ? <CornerDownLeft size={13} className="text-faint" /> : null}
          </li>
        ))}
        {hits.length === 0 ? (
          <li className="px-2 py-3 text-center text-muted">
            {query ? `Nothing is called “${query}”.` : 'Type a service, a group or what it is for.'}
          </li>
        ) : null}
      </ul>
      <p className="border-t border-line px-3 py-1.5 text-[11px] text-faint">
        {swap
          ? 'Enter swaps: connectors, place and the facts that still apply stay'
          : `Enter adds${node?.kind === 'service' ? ` and connects from ${node.label}` : ''} · Shift+Enter adds more`}
      </p>
    </div>
  )
}
