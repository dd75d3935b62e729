import type { Look } from './look'
import type { Bundle, Mapping } from './mapping'
import { plainService, sameFamily } from './plain-service'
import type { Resource } from './template'
import { SCALED_SERVER } from './types/compute'
import { mappings } from './types/all-types'
import { at, patternOf, Pending, refsIn, type Value } from './value'

/** Something to be drawn: a service or a group, and all that belongs to it. */
export interface Draft {
  /** Logical id of its main resource; other keys for what is made elsewhere, or stands inside an Auto Scaling group. */
  key: string
  mapping: Mapping
  bundle: Bundle
  /** Logical ids that it stands for, main resource first. */
  logicalIds: readonly string[]
  /** Key of the Auto Scaling group around it. */
  inside: string | null
}

export interface NotImported {
  logicalId: string
  type: string
  reason: string
}

export interface Assembly {
  drafts: ReadonlyMap<string, Draft>
  /** Keys of the drafts that stand for a resource, the one to show first. */
  keysOf(id: string): readonly string[]
  notImported: readonly NotImported[]
}

/** Parts of parts of parts: nobody goes deeper. */
const DEEPEST_PART = 40

/** Something that more things share than this is shown with the first of them. */
const MOST_OWNERS = 200

const SCALING_GROUP = 'AWS::AutoScaling::AutoScalingGroup'
const LAUNCHED_FROM = ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration']
/** Key of the servers inside an Auto Scaling group. */
export const serversOf = (group: string): string => `${group}#servers`

/** What becomes of a type: its own table's word, or a plain node of its family. */
export function mappingOf(type: string): Mapping | null {
  return mappings.get(type) ?? plainService(type)
}

/** Decides which resources become nodes, and which belong to which of them. */
export function assemble(resources: ReadonlyMap<string, Resource>, look: Look): Assembly {
  const owners = new Map<string, readonly string[]>()
  const elsewhere = new Map<string, { type: string; name: string }>()
  let depth = 0

  /** An answer that is still being looked for counts as none, which {@link settle} mends. */
  const ownersOf = (id: string): readonly string[] => {
    const known = owners.get(id)
    if (known) return known
    const resource = look.resource(id)
    if (!resource || depth > DEEPEST_PART) return []
    owners.set(id, [])
    depth++
    const found = [...new Set(findOwners(resource))].slice(0, MOST_OWNERS)
    depth--
    owners.set(id, found)
    return found
  }

  /** Asks again for what found no owner while that was still being looked for itself. */
  const settle = (): void => {
    for (let round = 0, changed = true; changed && round < 4; round++) {
      changed = false
      for (const { id } of look.resources) {
        if ((owners.get(id)?.length ?? 0) > 0) continue
        owners.delete(id)
        if (ownersOf(id).length > 0) changed = true
      }
    }
  }

  const findOwners = (resource: Resource): readonly string[] => {
    const mapping = mappingOf(resource.type)
    if (!mapping) return siblings(resource)
    for (const path of mapping.partOf ?? []) {
      const value = at(resource.properties, path)
      const keys = look
        .find(value)
        .filter((one) => one.id !== resource.id)
        .flatMap((one) => ownersOf(one.id))
      if (keys.length > 0) return keys
    }
    if (mapping.usedBy) {
      const keys = ownersByUse(resource, mapping)
      if (keys.length > 0) return keys
    }
    if (!mappings.has(resource.type)) {
      const keys = siblings(resource)
      if (keys.length > 0) return keys
    }
    if (mapping.service !== undefined || mapping.group !== undefined) return [resource.id]
    return mapping.elsewhere === undefined ? [] : madeElsewhere(resource, mapping)
  }

  const ownersByUse = (resource: Resource, mapping: Mapping): readonly string[] => {
    const types = Array.isArray(mapping.usedBy) ? (mapping.usedBy as readonly string[]) : null
    return look
      .usersOf(resource.id)
      .concat(look.usersByName(resource))
      .filter((user) => user.id !== resource.id && (types === null || types.includes(user.type)))
      .flatMap((user) =>
        user.type === SCALING_GROUP && LAUNCHED_FROM.includes(resource.type)
          ? [serversOf(user.id)]
          : ownersOf(user.id),
      )
  }

  /** Resources of the same family that it names. */
  const siblings = (resource: Resource): readonly string[] =>
    refsIn(resource.properties)
      .flatMap((id) => look.resource(id) ?? [])
      .filter((one) => one.id !== resource.id && sameFamily(one.type, resource.type))
      .flatMap((one) => ownersOf(one.id))
      .slice(0, 1)

  /** Something that the template only names: one node for everything that names it alike. */
  const madeElsewhere = (resource: Resource, mapping: Mapping): readonly string[] => {
    const value = (mapping.partOf ?? [])
      .map((path) => at(resource.properties, path))
      .find((one) => one !== undefined)
    let type = mapping.elsewhere ?? ''
    for (let deeper = mappings.get(type); deeper && isPartOnly(deeper); deeper = mappings.get(type))
      type = deeper.elsewhere ?? ''
    const name = value === undefined ? resource.id : look.spelled(value)
    const key = `${type}|${value === undefined ? resource.id : name}`
    elsewhere.set(key, { type, name })
    return [key]
  }

  settle()
  const parts = new Map<string, Resource[]>()
  const notImported: NotImported[] = []
  for (const resource of resources.values()) {
    if (resource.condition === false) {
      notImported.push(
        refused(resource, `Its condition ${resource.conditionName ?? ''} is not met.`),
      )
      continue
    }
    const keys = ownersOf(resource.id)
    if (keys.length === 0) notImported.push(refused(resource, reasonFor(resource)))
    for (const key of keys) {
      const list = parts.get(key)
      if (list) list.push(resource)
      else parts.set(key, [resource])
    }
  }

  const drafts = new Map<string, Draft>()
  for (const [key, list] of parts) {
    const away = elsewhere.get(key)
    const main = away ? null : (look.resource(key) ?? null)
    if (main === null && !away) continue
    const type = main?.type ?? away?.type ?? ''
    const mapping = mappingOf(type)
    if (!mapping) continue
    const ordered = main === null ? list : [main, ...list.filter((one) => one !== main)]
    const bundle = bundleOf(main, type, ordered, look, away?.name)
    drafts.set(key, {
      key,
      mapping,
      bundle,
      logicalIds: ordered.map(({ id }) => id),
      inside: null,
    })
    if (type === SCALING_GROUP && main) {
      const launched = parts.get(serversOf(key)) ?? []
      drafts.set(serversOf(key), {
        key: serversOf(key),
        mapping: SCALED_SERVER,
        bundle: bundleOf(main, type, [main, ...launched], look),
        logicalIds: [...launched, main].map(({ id }) => id),
        inside: key,
      })
    }
  }
  return {
    drafts,
    keysOf: (id) => (owners.get(id) ?? []).filter((key) => drafts.has(key)),
    notImported,
  }
}

function isPartOnly(mapping: Mapping): boolean {
  return (
    mapping.service === undefined && mapping.group === undefined && mapping.elsewhere !== undefined
  )
}

function bundleOf(
  main: Resource | null,
  type: string,
  resources: readonly Resource[],
  look: Look,
  name = type,
): Bundle {
  const properties: Value = main?.properties ?? Pending.hole(patternOf(name))
  return {
    main,
    type,
    resources,
    properties,
    look,
    of: (...types) => resources.filter((one) => types.includes(one.type)),
  }
}

function refused(resource: Resource, reason: string): NotImported {
  return { logicalId: resource.id, type: resource.type, reason }
}

function reasonFor({ type }: Resource): string {
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
    return 'What a custom resource makes is known to its function alone.'
  if (type === '') return 'It has no type.'
  if (type === 'Fn::ForEach') return 'A loop over a list that is not known yet.'
  if (type.endsWith('::MODULE')) return 'A module has a template of its own: import that one.'
  const mapping = mappings.get(type)
  if (mapping?.otherwise !== undefined) return mapping.otherwise
  if (mapping?.partOf) return 'It belongs to something that is not in this template.'
  if (mapping?.usedBy) return 'Nothing in this template uses it.'
  return type.startsWith('AWS::')
    ? 'This type is not drawn.'
    : 'A type of a third party, which is not known.'
}
