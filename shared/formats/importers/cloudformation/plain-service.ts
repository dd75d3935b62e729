import { catalogue } from '../../../catalogue/catalogue'
import type { Mapping } from './mapping'
import { mappings } from './types/all-types'

/** Families with a table of their own: what that leaves out is no service. */
const modelled = new Set([...mappings.keys()].map(familyOf))

const byWord = new Map<string, string>()
for (const service of catalogue) {
  if (service.scope === 'on-premises' || service.scope === 'external') continue
  if (service.icon.startsWith('resource/')) continue
  for (const name of [service.name, service.shortName, service.serviceId, ...service.aliases]) {
    const word = squash(name)
    if (!byWord.has(word)) byWord.set(word, service.serviceId)
  }
}

/** `AWS::Amplify::App` → `Amplify`. */
function familyOf(type: string): string {
  return type.split('::')[1] ?? ''
}

function squash(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(amazon|aws)[\s-]+/, '')
    .replaceAll(/[^a-z0-9]/g, '')
}

const known = new Map<string, Mapping | null>()

/**
 * A plain node for a type without a table, where the catalogue has a service of its family's name. What names another
 * resource of the family belongs to that.
 */
export function plainService(type: string): Mapping | null {
  const found = known.get(type)
  if (found !== undefined) return found
  const family = familyOf(type)
  const serviceId =
    type.startsWith('AWS::') && !modelled.has(family) ? byWord.get(squash(family)) : undefined
  const mapping: Mapping | null =
    serviceId === undefined ? null : { service: serviceId, names: ['Name'] }
  known.set(type, mapping)
  return mapping
}

/** Whether two types are of the same AWS service, as their names have it. */
export function sameFamily(a: string, b: string): boolean {
  return familyOf(a) === familyOf(b)
}
