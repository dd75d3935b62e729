import { serviceById } from '../catalogue/catalogue'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { Change, FactChanges, Patch } from '../model/patch'

/**
 * Puts another service in the place of those selected: connectors, place and group stay, and so do the facts that the
 * other service has as well. A label that only named the old service names the new one.
 */
export function swapService(view: BoardView, ids: readonly NodeId[], serviceId: string): Patch {
  const next = serviceById(serviceId)
  if (!next) return []
  const keys = new Set(next.facts.map((fact) => fact.key))
  return ids.flatMap((id): Change[] => {
    const node = view.node(id)
    if (node?.kind !== 'service' || node.serviceId === serviceId) return []
    const before = serviceById(node.serviceId)
    const forgotten: Record<string, null> = {}
    for (const key of Object.keys(node.facts)) if (!keys.has(key)) forgotten[key] = null
    const named = node.label === before?.shortName || node.label === ''
    return [
      {
        op: 'setNode',
        id,
        set: { serviceId, ...(named ? { label: next.shortName } : {}) },
        ...(Object.keys(forgotten).length > 0 ? { facts: forgotten satisfies FactChanges } : {}),
      },
    ]
  })
}
