import { serviceById } from '../../../catalogue/catalogue'
import type { Trait } from '../../../catalogue/define'
import type { EdgeKind } from '../../../model/records'
import type { Assembly, Draft } from './assemble'
import type { Look } from './look'
import type { Said } from './mapping'
import type { NetworkPlace } from './network-place'
import { openings } from './security-groups'

/** A way that a security group opens to the members of another. */
interface Call {
  from: string
  to: string
  kind: EdgeKind
  facts: Readonly<Record<string, Said>>
}

/** A group that opens to more pairs than this is a network, and tells of no one call. */
const MOST_PAIRS = 12

const DATA: readonly Trait[] = ['dataStore', 'database', 'cache', 'fileStorage']

const PROTOCOLS: Readonly<Record<string, string>> = {
  '22': 'SSH',
  '80': 'HTTP',
  '443': 'HTTPS',
  '1433': 'SQL',
  '1521': 'SQL',
  '2049': 'NFS',
  '3306': 'SQL',
  '3389': 'RDP',
  '5432': 'SQL',
  '5671': 'AMQP',
}

/**
 * Who may call whom, by the rules of security groups that let another group in: whoever wrote such a rule meant a call.
 */
export function callsThroughGroups(
  assembly: Assembly,
  places: ReadonlyMap<string, NetworkPlace>,
  services: ReadonlyMap<string, string>,
  look: Look,
): readonly Call[] {
  const members = membersOf(assembly, places, look)
  const calls: Call[] = []
  for (const group of assembly.drafts.values()) {
    if (group.mapping.group !== 'securityGroup') continue
    for (const { source, groups, ports } of openings(group.bundle)) {
      if (source !== 'group' || ports === null) continue
      const callers = groups.filter((id) => id !== group.key).flatMap((id) => members.get(id) ?? [])
      const called = members.get(group.key) ?? []
      if (callers.length * called.length > MOST_PAIRS) continue
      for (const from of callers)
        for (const to of called)
          if (from !== to)
            calls.push({ from, to, kind: kindOf(to, assembly, services), facts: factsOf(ports) })
    }
  }
  return calls
}

/** Keys of the drafts in each security group; servers of an Auto Scaling group count as the group. */
function membersOf(
  assembly: Assembly,
  places: ReadonlyMap<string, NetworkPlace>,
  look: Look,
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>()
  for (const draft of assembly.drafts.values())
    for (const value of places.get(draft.key)?.securityGroups ?? [])
      for (const group of look.find(value, 'AWS::EC2::SecurityGroup'))
        for (const key of assembly.keysOf(group.id)) {
          const list = members.get(key) ?? []
          const member = shownBy(draft)
          if (!list.includes(member)) list.push(member)
          members.set(key, list)
        }
  return members
}

function shownBy(draft: Draft): string {
  return draft.inside ?? draft.key
}

function kindOf(key: string, assembly: Assembly, services: ReadonlyMap<string, string>): EdgeKind {
  const traits = serviceById(services.get(key) ?? '')?.traits ?? []
  return assembly.drafts.get(key)?.mapping.group === undefined &&
    traits.some((trait) => DATA.includes(trait))
    ? 'data'
    : 'request'
}

function factsOf(ports: string | undefined): Readonly<Record<string, Said>> {
  const port = Number(ports)
  if (ports === undefined || !Number.isInteger(port)) return {}
  const protocol = PROTOCOLS[ports]
  return {
    port: { value: port },
    ...(protocol === undefined ? {} : { protocol: { value: protocol } }),
    ...(ports === '443' || ports === '22'
      ? { encrypted: { value: true } }
      : ports === '80'
        ? { encrypted: { value: false } }
        : {}),
  }
}
