import { CornerDownLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { searchPalette, type PaletteHit } from '#shared/catalogue/search'
import { swapService } from '#shared/operations/swap'
import { placeBeside } from '../../canvas/placement'
import { useBoardView, useSession, useView } from '../../session/context'
import { HitIcon } from '../palette/HitIcon'
import { keyOf } from '../palette'
import { useRecent } from '../palette/recent'
import { PickByName } from './PickByName'

const SHOWN = 7

/**
 * Type a name, press Enter: the first hit stands beside the selection, connected to it. Shift+Enter keeps adding. With
 * `swap` it takes the place of what is selected.
 */
export function QuickAdd({ swap }: { swap: boolean }) {
  const session = useSession()
  const view = useBoardView()
  const [query, setQuery] = useState('')
  const [selected] = useView((v) => v.selection)
  const node = selected ? view.node(selected) : undefined
  const { recent, remember } = useRecent()
  const hits = useMemo(
    () =>
      (query.trim() === '' ? recent : searchPalette(query, { limit: swap ? 4 * SHOWN : SHOWN }))
        .filter((hit) => !swap || hit.kind === 'service')
        .slice(0, SHOWN),
    [query, recent, swap],
  )

  function place(hit: PaletteHit, stay: boolean): void {
    if (swap) {
      if (hit.kind === 'service')
        session.edit(swapService(view, session.view.getState().selection, hit.definition.serviceId))
    } else {
      const at = session.view.getState().addAt ?? session.view.canvas?.center() ?? { x: 0, y: 0 }
      const placed = placeBeside(view, hit, selected, at, session.editContext())
      if (session.edit(placed.changes)) session.view.getState().select([placed.id])
      session.view.getState().showHint(placed.hint)
    }
    remember(hit)
    setQuery('')
    if (stay && !swap) return
    session.view.getState().set({ quickAdd: false })
    session.view.canvas?.focus()
  }

  const beside = node ? `Add beside ${node.label}…` : 'Add to the board…'
  const connects = node?.kind === 'service' ? ` and connects from ${node.label}` : ''
  return (
    <PickByName
      id="quick-add"
      title={swap ? 'Swap service' : 'Quick add'}
      field={swap ? 'What to put in its place' : 'What to add'}
      placeholder={swap ? `Put in the place of ${node?.label ?? 'the selection'}…` : beside}
      list="Matches"
      query={query}
      onQuery={setQuery}
      choices={hits.map((hit) => ({
        key: keyOf(hit),
        icon: <HitIcon hit={hit} size={22} />,
        name: hit.definition.name,
        whenChosen: <CornerDownLeft size={13} className="text-faint" />,
      }))}
      nothing={
        query ? `Nothing is called “${query}”.` : 'Type a service, a group or what it is for.'
      }
      hint={
        swap
          ? 'Enter swaps: connectors, place and the facts that still apply stay'
          : `Enter adds${connects} · Shift+Enter adds more`
      }
      onPick={(index, withShift) => {
        const hit = hits[index]
        if (hit) place(hit, withShift)
      }}
    />
  )
}
