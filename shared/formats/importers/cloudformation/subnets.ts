import type { Bundle } from './mapping'
import type { Resource } from './template'
import { asFlag, asList, asText, at, patternOf, Pending, refsIn, type Value } from './value'
import type { Look } from './look'
import { tagsOf } from './backups'

type SubnetKind = 'publicSubnet' | 'privateSubnet'

const ASSOCIATION = 'AWS::EC2::SubnetRouteTableAssociation'

/**
 * Whether a subnet is public: by its routes where they are in the template, else by whether it gives out public
 * addresses, else by its name.
 */
export function subnetKind(subnet: Resource, look: Look): SubnetKind {
  const named = /public|dmz|ingress/i.test(nameAndTags(subnet))
  const tables = look
    .usersOf(subnet.id)
    .filter((user) => user.type === ASSOCIATION)
    .flatMap((user) => look.find(at(user.properties, 'RouteTableId'), 'AWS::EC2::RouteTable'))
  const routes = tables
    .flatMap((table) => look.usersOf(table.id))
    .filter((user) => user.type === 'AWS::EC2::Route')
    .filter((route) =>
      /^(0\.0\.0\.0\/0|::\/0)$/.test(
        patternOf(
          at(route.properties, 'DestinationCidrBlock') ??
            at(route.properties, 'DestinationIpv6CidrBlock'),
        ),
      ),
    )
  if (routes.some((route) => leadsOutside(route, look))) return 'publicSubnet'
  if (routes.some((route) => at(route.properties, 'GatewayId') === undefined))
    return 'privateSubnet'
  if (asFlag(at(subnet.properties, 'MapPublicIpOnLaunch')) === true) return 'publicSubnet'
  if (routes.length > 0) return named ? 'publicSubnet' : 'privateSubnet'
  return named ? 'publicSubnet' : 'privateSubnet'
}

function leadsOutside(route: Resource, look: Look): boolean {
  const gateway = at(route.properties, 'GatewayId')
  if (gateway === undefined) return false
  const found = look.find(gateway)
  if (found.length > 0)
    return found.some((one) =>
      ['AWS::EC2::InternetGateway', 'AWS::EC2::VPCGatewayAttachment'].includes(one.type),
    )
  return /^igw-|internet|igw/i.test(patternOf(gateway))
}

function nameAndTags(subnet: Resource): string {
  const tags = [...tagsOf(subnet.properties)].filter(([key]) =>
    /^(name|aws-cdk:subnet-type|type|tier|network)$/i.test(key),
  )
  return [subnet.id, ...tags.map(([, value]) => patternOf(value))].join(' ')
}

/** What all of these subnets have in common; `undefined` where one is made elsewhere, or they differ. */
export function bySubnet<T>(
  about: Bundle,
  subnets: readonly Value[],
  tell: (subnet: Resource) => T | undefined,
): T | undefined {
  const found = subnets.map((value) => {
    const [subnet] = about.look.find(value, 'AWS::EC2::Subnet')
    return subnet && tell(subnet)
  })
  const [first] = found
  return found.every((one) => one === first) ? first : undefined
}

/**
 * Key of an Availability Zone: its name, or the expression that says which it is. `null` where AWS picks one.
 *
 * Two different expressions are taken for two zones, as whoever wrote them meant it.
 */
function zoneKey(zone: Value | undefined): string | null {
  if (zone === undefined) return null
  const text = patternOf(zone)
  return text === '' ? null : text
}

/** The zone of a subnet of the template. */
export function zoneOfSubnet(subnet: Resource): string | null {
  return zoneKey(
    at(subnet.properties, 'AvailabilityZone') ?? at(subnet.properties, 'AvailabilityZoneId'),
  )
}

/** How a zone is called on the board: `eu-central-1a`, `Zone 1` for the first that AWS names, `ZoneA` for a parameter. */
export function zoneLabel(key: string): string {
  const index = /^\$\{AZs\[(\d+)\]\}$/.exec(key)?.[1]
  if (index !== undefined) return `Zone ${Number(index) + 1}`
  const parts = [...key.matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1] ?? '')
  if (parts.length === 0) return key
  return key.replaceAll(/\$\{AWS::Region\}/g, 'Region ').replaceAll(/\$\{([^}]+)\}/g, '$1')
}

/** In how many zones something is, from its subnets and zones; `undefined` where some are made elsewhere. */
export function zoneCount(
  look: Look,
  subnets: readonly Value[],
  zones: Value | undefined,
): number | undefined {
  if (zones instanceof Pending) return undefined
  const listed = asList(zones)
  if (listed.length > 0) return new Set(listed.map(patternOf)).size
  if (subnets.length === 0) return undefined
  const keys = subnets.map((value) => {
    const [subnet] = look.find(value, 'AWS::EC2::Subnet')
    return subnet ? (zoneOfSubnet(subnet) ?? subnet.id) : null
  })
  if (!keys.includes(null)) return new Set(keys).size
  const [only] = subnets
  // One literal subnet id is one zone, wherever it is; a parameter may hold a list.
  return subnets.length === 1 && asText(only) !== undefined ? 1 : undefined
}

/** Subnets of a subnet group such as `AWS::RDS::DBSubnetGroup` that a property names. */
export function groupSubnets(look: Look, group: Value | undefined, type: string): readonly Value[] {
  if (group === undefined) return []
  const found = look.find(group, type)
  if (found.length === 0)
    return [
      group instanceof Pending && refsIn(group).length === 0
        ? group
        : Pending.hole(patternOf(group)),
    ]
  return found.flatMap(({ properties }) =>
    asList(at(properties, 'SubnetIds') ?? at(properties, 'SubnetIDs')),
  )
}
