import type { Bundle, Said } from './mapping'
import { asList, asNumber, asText, at, patternOf, refsIn, type Value } from './value'

/** One inbound rule of a security group. */
interface Opening {
  source: 'internet' | 'network' | 'address' | 'group' | 'unknown'
  /** Logical ids of the groups let in. */
  groups: readonly string[]
  /** `all`, `443`, `8000-9000`, `udp 53`; `null` for what has no ports (ICMP), `undefined` where it is not known. */
  ports: string | null | undefined
}

const INGRESS = ['AWS::EC2::SecurityGroupIngress', 'AWS::VPC::SecurityGroupIngressRule']
const DATABASE_INGRESS = 'AWS::RDS::DBSecurityGroupIngress'

export function openings(about: Bundle): readonly Opening[] {
  const own = about.of('AWS::EC2::SecurityGroup').flatMap((group) => {
    const rules = at(group.properties, 'SecurityGroupIngress')
    return asList(rules).map(opening)
  })
  const apart = about.of(...INGRESS).map((rule) => opening(rule.properties))
  const database = [
    ...about
      .of('AWS::RDS::DBSecurityGroup')
      .flatMap((group) => asList(at(group.properties, 'DBSecurityGroupIngress'))),
    ...about.of(DATABASE_INGRESS).map((rule) => rule.properties),
  ].map((rule): Opening => ({ ...sourceOf(at(rule, 'CIDRIP'), rule), ports: 'all' }))
  return [...own, ...apart, ...database]
}

function opening(rule: Value): Opening {
  return { ...sourceOf(at(rule, 'CidrIp') ?? at(rule, 'CidrIpv6'), rule), ports: portsOf(rule) }
}

function sourceOf(cidr: Value | undefined, rule: Value): Pick<Opening, 'source' | 'groups'> {
  if (cidr !== undefined) {
    const text = asText(cidr)
    if (text === undefined)
      // The address range of a VPC of this template.
      return { source: refsIn(cidr).length > 0 ? 'network' : 'unknown', groups: [] }
    const bits = /\/(\d+)\s*$/.exec(text)?.[1]
    if (bits === undefined) return { source: 'address', groups: [] }
    if (bits === '0') return { source: 'internet', groups: [] }
    return {
      source: Number(bits) >= (text.includes(':') ? 120 : 28) ? 'address' : 'network',
      groups: [],
    }
  }
  const group = at(rule, 'SourceSecurityGroupId') ?? at(rule, 'SourceSecurityGroupName')
  if (group !== undefined) return { source: 'group', groups: refsIn(group) }
  if (at(rule, 'SourcePrefixListId') !== undefined) return { source: 'network', groups: [] }
  return { source: 'unknown', groups: [] }
}

function portsOf(rule: Value): string | null | undefined {
  const protocol = asText(at(rule, 'IpProtocol'))?.toLowerCase()
  if (protocol === undefined) return undefined
  if (protocol === '-1') return 'all'
  if (protocol.startsWith('icmp') || protocol === '1' || protocol === '58') return null
  const prefix = protocol === 'udp' || protocol === '17' ? 'udp ' : ''
  const [first, last] = [at(rule, 'FromPort'), at(rule, 'ToPort')]
  if (first === undefined && last === undefined) return 'all'
  const from = asNumber(first)
  const to = last === undefined ? from : asNumber(last)
  if (from === undefined || to === undefined) return undefined
  if (from === -1 || to === -1 || (from <= 1 && to >= 65_535)) return 'all'
  return from === to ? `${prefix}${from}` : `${prefix}${from}-${to}`
}

/** Ports open to the whole internet. Not told while a source or port is open, unless everything is let in anyway. */
export function inboundFromInternet(_: Value, about: Bundle): Said | undefined {
  if (about.main === null && about.resources.length === 0) return undefined
  const all = openings(about)
  const wide = all.filter((one) => one.source === 'internet')
  if (wide.some((one) => one.ports === 'all')) return { value: 'all' }
  const open = all.some(
    (one) => one.source === 'unknown' || (one.source === 'internet' && one.ports === undefined),
  )
  // A group that is made elsewhere has rules that are not in this template.
  if (open || (about.main === null && wide.length === 0)) return undefined
  const ports = [...new Set(wide.flatMap((one) => one.ports ?? []))]
  return { value: ports.length === 0 ? 'none' : ports.join(', '), byDefault: all.length === 0 }
}

export function inboundSources(_: Value, about: Bundle): Said | undefined {
  const all = openings(about)
  if (all.some((one) => one.source === 'internet')) return { value: 'anyone' }
  if (about.main === null || all.some((one) => one.source === 'unknown')) return undefined
  return { value: all.some((one) => one.source === 'network') ? 'wholeNetwork' : 'onlyCallers' }
}

/** Other groups that are let in, by logical id, with their ports. */
export function inboundFromGroups(_: Value, about: Bundle): Said | undefined {
  const parts = openings(about)
    .filter((one) => one.source === 'group' && one.groups.length > 0)
    .map((one) => `${one.groups.join('/')} ${one.ports ?? ''}`.trim())
  return parts.length === 0 ? undefined : { value: [...new Set(parts)].join(', ').slice(0, 500) }
}

/** Whether one of these groups opens one of these ports to the internet; `undefined` where that is not known. */
export function opensToInternet(
  about: Bundle,
  groups: readonly Value[],
  ports: readonly number[],
): boolean | undefined {
  let sure = groups.length > 0
  for (const value of groups) {
    const found = about.look.find(value, 'AWS::EC2::SecurityGroup')
    if (found.length === 0) sure = false
    for (const group of found) {
      const rules = [
        ...asList(at(group.properties, 'SecurityGroupIngress')),
        ...about.look
          .usersOf(group.id)
          .filter(
            (user) =>
              INGRESS.includes(user.type) &&
              refsIn(at(user.properties, 'GroupId')).includes(group.id),
          )
          .map((user) => user.properties),
      ].map(opening)
      for (const rule of rules) {
        if (rule.source === 'internet' && covers(rule.ports, ports)) return true
        if (rule.source === 'unknown' || (rule.source === 'internet' && rule.ports === undefined))
          sure = false
      }
    }
  }
  return sure ? false : undefined
}

function covers(text: string | null | undefined, ports: readonly number[]): boolean {
  if (text === 'all') return true
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text ?? '') ?? []
  return from !== undefined && ports.some((port) => port >= Number(from) && port <= Number(to))
}

/** What a rule for a port range of a network access list opens to the internet. */
export function aclOpensAdminPorts(entries: readonly Value[]): boolean {
  return entries.some((entry) => {
    const inbound = asText(at(entry, 'Egress'))?.toLowerCase() !== 'true'
    const allowed = asText(at(entry, 'RuleAction'))?.toLowerCase() === 'allow'
    const wide = patternOf(at(entry, 'CidrBlock') ?? at(entry, 'Ipv6CidrBlock')).endsWith('/0')
    const from = asNumber(at(entry, 'PortRange.From'))
    const to = asNumber(at(entry, 'PortRange.To')) ?? from
    const all = asText(at(entry, 'Protocol')) === '-1'
    const covered =
      all ||
      (from !== undefined &&
        to !== undefined &&
        [22, 3389].some((port) => port >= from && port <= to))
    return inbound && allowed && wide && covered
  })
}
