import type { BoardNode, GroupKind } from '../model/records'
import { bulkServices } from './bulk/entries'
import { categories } from './categories'
import type { CategoryId, GroupDefinition, ServiceDefinition } from './define'
import { groups } from './groups'

const modelled = Object.entries(
  import.meta.glob<ServiceDefinition | undefined>(['./*/*.ts', '!./bulk/**'], {
    eager: true,
    import: 'default',
  }),
)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, definition]) => definition)
  .filter((definition) => definition !== undefined)

const takenIds = new Set(modelled.map((service) => service.serviceId))
const takenIcons = new Set(modelled.map((service) => service.icon))

/** Everything that can be put on a board: fully modelled services first, then what the icon set adds. */
export const catalogue: readonly ServiceDefinition[] = [
  ...modelled,
  ...bulkServices.filter(
    (service) => !takenIds.has(service.serviceId) && !takenIcons.has(service.icon),
  ),
]

const byId = new Map(catalogue.map((service) => [service.serviceId, service]))

/**
 * Looks a palette entry up by the id in a node.
 *
 * An entry of the icon set that was since modelled under another id is found by its old one too.
 */
export function serviceById(serviceId: string): ServiceDefinition | undefined {
  return byId.get(serviceId) ?? replaced.get(serviceId)
}

const byIcon = new Map([...modelled].reverse().map((service) => [service.icon, service]))
const replaced = new Map(
  bulkServices.flatMap((service) => {
    const heir = byIcon.get(service.icon)
    return heir ? [[service.serviceId, heir] as const] : []
  }),
)

const groupByKind = new Map(groups.map((group) => [group.groupKind, group]))

export function groupDefinition(kind: GroupKind): GroupDefinition {
  const found = groupByKind.get(kind)
  if (!found) throw new Error(`No group definition for ${kind}`)
  return found
}

/** The catalogue by family, families in palette order, modelled services first; every family is present. */
export const byCategory: ReadonlyMap<CategoryId, readonly ServiceDefinition[]> = new Map(
  categories.map(({ id }) => [id, catalogue.filter((service) => service.category === id)]),
)

/** Icons of groups and of the services that are fully modelled: what most boards are made of. */
export function usualIcons(): string[] {
  return [...groups, ...modelled].flatMap(({ icon }) => icon ?? [])
}

/** The icon that a node is drawn with, a path under `icons/`; `null` where there is none. */
export function nodeIcon(node: BoardNode): string | null {
  return node.kind === 'service'
    ? (serviceById(node.serviceId)?.icon ?? null)
    : groupDefinition(node.groupKind).icon
}
