import { groupDefinition, serviceById } from '../../../catalogue/catalogue'
import type { FactDefinition } from '../../../catalogue/define'
import { LIMITS, type Fact, type GroupKind } from '../../../model/records'
import type { Draft } from './assemble'
import { tagsOf } from './backups'
import type { Said } from './mapping'
import type { NetworkPlace } from './network-place'
import { opensToInternet } from './security-groups'
import { bySubnet, subnetKind, zoneCount } from './subnets'
import { asText, at, refsIn } from './value'

/** Key of the list of logical ids that a node stands for. */
const LOGICAL_IDS = 'logicalIds'

export type Facts = Record<string, Fact>

/** Who says a fact, and when. */
export interface Witness {
  fileName: string
  now: number
}

/** Turns what tellings say into facts; what the catalogue does not know of, or cannot hold, is left out. */
export function factsFrom(
  said: ReadonlyMap<string, Said>,
  definitions: readonly FactDefinition[],
  witness: Witness,
): Facts {
  const facts: Facts = {}
  for (const definition of definitions) {
    const one = said.get(definition.key)
    if (one && (one.value === null || holds(definition, one.value)))
      facts[definition.key] = fact(one, witness)
  }
  return facts
}

export function fact(said: Said, { fileName, now }: Witness): Fact {
  return {
    value: said.value,
    source: said.byDefault === true ? 'aws-default' : 'import',
    by: fileName.slice(0, LIMITS.label),
    at: now,
  }
}

export function logicalIds(ids: readonly string[], witness: Witness): Facts {
  const value = ids.slice(0, 500).map((id) => id.slice(0, LIMITS.label))
  return { [LOGICAL_IDS]: fact({ value }, witness) }
}

function holds({ type }: FactDefinition, value: unknown): boolean {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'choice':
      return type.choices.some((choice) => choice.value === value)
    case 'text':
      return typeof value === 'string' && value.length <= LIMITS.text
  }
}

/** Everything that a draft's resources, tags, network and alarms tell. */
export function tellingsOf(
  draft: Draft,
  serviceId: string | null,
  place: NetworkPlace,
): Map<string, Said> {
  const { mapping, bundle } = draft
  const said = new Map<string, Said>()
  for (const [key, telling] of Object.entries(mapping.facts ?? {})) {
    const found = telling(bundle.properties, bundle)
    if (found) said.set(key, found)
  }
  const add = (key: string, found: Said | undefined): void => {
    if (found && !said.has(key)) said.set(key, found)
  }
  for (const [key, found] of tagTellings(draft)) add(key, found)
  add('alarms', hasAlarm(draft))
  if (serviceId !== null) {
    for (const [key, found] of networkTellings(draft, place)) add(key, found)
  }
  return said
}

/** The facts that the catalogue has for a service or group. */
export function definitionsOf(
  serviceId: string | null,
  group: GroupKind | null,
): readonly FactDefinition[] {
  if (serviceId !== null) return serviceById(serviceId)?.facts ?? []
  return group === null ? [] : groupDefinition(group).facts
}

function networkTellings(
  { bundle }: Draft,
  place: NetworkPlace,
): (readonly [string, Said | undefined])[] {
  const { look, main } = bundle
  if (main === null) return []
  const { subnets, securityGroups, zones, optional } = place
  const kind =
    subnets.length > 0 ? bySubnet(bundle, subnets, (subnet) => subnetKind(subnet, look)) : undefined
  const count = zoneCount(look, subnets, zones)
  return [
    ['subnetType', kind && { value: kind === 'publicSubnet' ? 'public' : 'private' }],
    ['availabilityZones', count === undefined ? undefined : { value: count }],
    [
      'inVpc',
      subnets.length > 0
        ? place.subnetsSure
          ? { value: true }
          : undefined
        : optional
          ? { value: false, byDefault: true }
          : undefined,
    ],
    ['ownSecurityGroup', ownSecurityGroup(bundle, securityGroups)],
  ]
}

/** A group that nothing else uses, and that lets in no more of the internet than web traffic. */
function ownSecurityGroup(
  { look, main, resources }: Draft['bundle'],
  groups: NetworkPlace['securityGroups'],
): Said | undefined {
  if (main === null || groups.length === 0) return undefined
  const mine = new Set(resources.map(({ id }) => id))
  const found = groups.map((value) => look.find(value, 'AWS::EC2::SecurityGroup'))
  if (found.some((list) => list.length === 0)) return undefined
  const shared = found
    .flat()
    .every((group) =>
      look
        .usersOf(group.id)
        .some(({ id, type }) => !mine.has(id) && !type.startsWith('AWS::EC2::SecurityGroup')),
    )
  if (shared) return undefined
  const bundle = {
    look,
    main,
    resources,
    type: main.type,
    properties: main.properties,
    of: () => [],
  }
  return opensToInternet(bundle, groups, ADMIN_AND_DATA_PORTS) === false
    ? { value: true }
    : undefined
}

const ADMIN_AND_DATA_PORTS = [
  20, 21, 22, 23, 1433, 1521, 3306, 3389, 5432, 5439, 6379, 9200, 11211, 27017,
]

/** What common tags say: environment, owner, how sensitive, who pays. */
function tagTellings({ bundle }: Draft): (readonly [string, Said])[] {
  const tags = new Map(
    bundle.resources.flatMap(({ properties }) =>
      [...tagsOf(properties)].map(
        ([key, value]) => [key.toLowerCase().replaceAll(/[\s_-]/g, ''), value] as const,
      ),
    ),
  )
  const text = (...keys: string[]): string | undefined =>
    keys.map((key) => asText(tags.get(key))).find((value) => value !== undefined && value !== '')
  const found: (readonly [string, Said])[] = []
  const environment = text('environment', 'env', 'stage')
  if (environment !== undefined && /^(prod|production|prd|live)$/i.test(environment))
    found.push(['environment', { value: 'production' }])
  else if (
    environment !== undefined &&
    /^(dev|test|stag|qa|uat|sandbox|non-?prod)/i.test(environment)
  )
    found.push(['environment', { value: 'nonProduction' }])
  const owner = text('owner', 'team', 'contact', 'ownedby')
  if (owner !== undefined) found.push(['owner', { value: owner.slice(0, LIMITS.label) }])
  const classification = text('classification', 'dataclassification')?.toLowerCase()
  if (
    classification !== undefined &&
    ['public', 'internal', 'confidential', 'regulated'].includes(classification)
  )
    found.push(['classification', { value: classification }])
  if (text('costcenter', 'costcentre', 'costallocation', 'billing', 'chargecode') !== undefined)
    found.push(['costTag', { value: true }])
  return found
}

/** An alarm of the template that watches one of its resources. None here does not mean none anywhere. */
function hasAlarm({ bundle }: Draft): Said | undefined {
  if (bundle.type.startsWith('AWS::CloudWatch')) return undefined
  const watched = bundle.resources.some(({ id }) =>
    bundle.look
      .usersOf(id)
      .some(
        (user) =>
          user.type === 'AWS::CloudWatch::Alarm' &&
          (refsIn(at(user.properties, 'Dimensions')).includes(id) ||
            refsIn(at(user.properties, 'Metrics')).includes(id)),
      ),
  )
  return watched ? { value: true } : undefined
}
