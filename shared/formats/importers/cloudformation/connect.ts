import type { EdgeKind } from '../../../model/records'
import { callsThroughGroups } from './callers'
import { mappingOf, type Assembly, type Draft } from './assemble'
import type { Look } from './look'
import type { LinkDraft, Said } from './mapping'
import type { NetworkPlace } from './network-place'

/** A connector between two drafts, by their keys. */
interface Connection {
  from: string
  to: string
  kind: EdgeKind
  facts: Readonly<Record<string, Said>>
}

/** Far more than anyone draws; keeps a hostile file from making connectors by the million. */
const MOST_CONNECTIONS = 20_000
const MOST_ENDS = 100

/** Nothing flows to or from these. */
const SILENT_SERVICES = new Set(['iam-role', 'iam'])
const SILENT_GROUPS = new Set(['securityGroup', 'privateSubnet'])

/** Every connector that the resources of the drafts tell of, each pair and kind once. */
export function connect(
  assembly: Assembly,
  places: ReadonlyMap<string, NetworkPlace>,
  services: ReadonlyMap<string, string>,
  look: Look,
): readonly Connection[] {
  const found = new Map<string, Connection>()
  const add = (one: Connection): void => {
    const key = `${one.from}\n${one.to}\n${one.kind}`
    if (one.from !== one.to && !found.has(key) && found.size < MOST_CONNECTIONS) found.set(key, one)
  }
  const ends = (end: LinkDraft['from'], self: Draft): readonly string[] => {
    if (end === 'self') return [self.key]
    if (end === undefined) return []
    const keys = look.find(end).flatMap((one) => assembly.keysOf(one.id))
    return [...new Set(keys)]
      .slice(0, MOST_ENDS)
      .filter((key) => speaks(assembly.drafts.get(key), services))
  }
  for (const draft of assembly.drafts.values()) {
    if (draft.inside !== null) continue
    for (const resource of draft.bundle.resources) {
      const links = mappingOf(resource.type)?.links ?? []
      for (const link of links)
        for (const one of link(resource.properties, draft.bundle))
          for (const from of ends(one.from, draft))
            for (const to of ends(one.to, draft)) {
              add({ from, to, kind: one.kind, facts: one.facts ?? {} })
            }
    }
  }
  for (const call of callsThroughGroups(assembly, places, services, look)) add(call)
  return [...found.values()]
}

function speaks(draft: Draft | undefined, services: ReadonlyMap<string, string>): boolean {
  if (!draft) return false
  if (draft.mapping.group !== undefined) return !SILENT_GROUPS.has(draft.mapping.group)
  return !SILENT_SERVICES.has(services.get(draft.key) ?? '')
}
