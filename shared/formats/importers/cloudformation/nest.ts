import { scopeOf } from '../../../catalogue/scope-of'
import type { GroupKind } from '../../../model/records'
import { serversOf, type Assembly, type Draft } from './assemble'
import { plainName } from './labels'
import type { Look } from './look'
import type { NetworkPlace } from './network-place'
import type { Resource } from './template'
import { subnetKind, zoneLabel, zoneOfSubnet } from './subnets'
import { at, patternOf, Pending, type Value } from './value'

/** A group to be drawn. One resource may be drawn as several, such as a security group in two subnets. */
export interface Box {
  key: string
  kind: GroupKind
  label: string
  parent: string | null
  /** Draft that it shows; `null` for what only the network tells, such as a zone. */
  draft: Draft | null
  /** For a zone: its key. */
  zone?: string
}

export interface Nesting {
  boxes: ReadonlyMap<string, Box>
  /** Key of the box that a service is in. */
  parentOf: ReadonlyMap<string, string | null>
  /** Boxes by the key of the draft that they show, first one first. */
  boxesOf: ReadonlyMap<string, readonly string[]>
}

const CLOUD = 'aws'
const SECURITY_GROUPS = ['AWS::EC2::SecurityGroup', 'AWS::RDS::DBSecurityGroup']
/** More groups around one thing would only be noise; the others keep a box of their own. */
const MOST_GROUPS_AROUND = 3

/** Works out which groups there are and what is in which. */
export function nest(
  assembly: Assembly,
  places: ReadonlyMap<string, NetworkPlace>,
  services: ReadonlyMap<string, string>,
  look: Look,
  labelOf: (draft: Draft) => string,
): Nesting {
  const boxes = new Map<string, Box>()
  const boxesOf = new Map<string, string[]>()
  const parentOf = new Map<string, string | null>()

  const box = (key: string, made: Omit<Box, 'key'>): string => {
    if (!boxes.has(key)) {
      boxes.set(key, { key, ...made })
      if (made.draft) {
        const list = boxesOf.get(made.draft.key)
        if (list) list.push(key)
        else boxesOf.set(made.draft.key, [key])
      }
    }
    return key
  }

  const cloud = (): string =>
    box(CLOUD, { kind: 'awsCloud', label: 'AWS Cloud', parent: null, draft: null })

  const vpcBox = (value: Value | undefined): string => {
    const [vpc] = look.find(value, 'AWS::EC2::VPC')
    const draft = vpc && assembly.drafts.get(vpc.id)
    if (draft) return box(draft.key, { kind: 'vpc', label: labelOf(draft), parent: cloud(), draft })
    const pattern = patternOf(value)
    return box(`vpc|${pattern}`, {
      kind: 'vpc',
      label: pattern === '' ? 'Default VPC' : plainName(pattern),
      parent: cloud(),
      draft: null,
    })
  }

  const subnetBox = (subnet: Resource): string => {
    const draft = assembly.drafts.get(subnet.id)
    const vpc = vpcBox(at(subnet.properties, 'VpcId'))
    const zone = zoneOfSubnet(subnet)
    const parent =
      zone === null
        ? vpc
        : box(`${vpc}|zone|${zone}`, {
            kind: 'availabilityZone',
            label: zoneLabel(zone),
            parent: vpc,
            draft: null,
            zone,
          })
    return box(subnet.id, {
      kind: subnetKind(subnet, look),
      label: draft ? labelOf(draft) : subnet.id,
      parent,
      draft: draft ?? null,
    })
  }

  const knownSubnets = (place: NetworkPlace): readonly Resource[] =>
    place.subnets.flatMap((value) => look.find(value, 'AWS::EC2::Subnet'))

  const vpcOfGroups = (place: NetworkPlace): string | null => {
    for (const value of place.securityGroups) {
      const [group] = look.find(value, ...SECURITY_GROUPS)
      if (group) return vpcBox(at(group.properties, 'VpcId'))
    }
    return null
  }

  /** Where something is before security groups are drawn around it. */
  const base = (draft: Draft, place: NetworkPlace): string | null => {
    const service = services.get(draft.key)
    const scope = service === undefined ? 'vpc' : scopeOf(service)
    if (scope === 'on-premises' || scope === 'external') return null
    const subnets = knownSubnets(place)
    const [first] = subnets
    if (first) {
      const alone = place.subnets.length === 1 && subnets.length === 1
      const bound = scope === 'zonal' || scope === 'vpc' || service === 'lambda'
      if (alone && bound) return subnetBox(first)
      const around = subnetBox(first)
      return vpcAbove(boxes, around) ?? around
    }
    if (place.vpc !== undefined) return vpcBox(place.vpc)
    const byGroup = vpcOfGroups(place)
    if (byGroup !== null) return byGroup
    return attachedTo(draft) ?? cloud()
  }

  /** A volume is where its server is. */
  const attachedTo = (draft: Draft): string | null => {
    const [attachment] = draft.bundle.of('AWS::EC2::VolumeAttachment')
    const [server] = look.find(at(attachment?.properties, 'InstanceId'), 'AWS::EC2::Instance')
    const owner = server && assembly.drafts.get(server.id)
    if (!owner || owner === draft) return null
    const place = places.get(owner.key)
    return place ? base(owner, place) : null
  }

  for (const draft of assembly.drafts.values()) {
    if (draft.mapping.group === 'vpc') vpcBox(referenceTo(draft))
    const [subnet] =
      draft.mapping.group === 'privateSubnet' ? draft.bundle.of('AWS::EC2::Subnet') : []
    if (subnet) subnetBox(subnet)
  }
  for (const draft of assembly.drafts.values()) {
    const place = places.get(draft.key)
    if (draft.mapping.group === 'autoScalingGroup' && place)
      box(draft.key, {
        kind: 'autoScalingGroup',
        label: labelOf(draft),
        parent: scalingParent(draft, place, base, assembly, places, vpcOfGroups),
        draft,
      })
  }

  const usage = groupUsage(places, look)
  for (const draft of assembly.drafts.values()) {
    const place = places.get(draft.key)
    if (draft.mapping.service === undefined || !place) continue
    let parent = draft.inside ?? base(draft, place)
    const around = place.securityGroups
      .flatMap((value) => look.find(value, ...SECURITY_GROUPS))
      .flatMap((group) => assembly.keysOf(group.id))
      .flatMap((key) => assembly.drafts.get(key) ?? [])
    const distinct = [...new Set(around)]
      .sort((a, b) => (usage.get(b.key) ?? 0) - (usage.get(a.key) ?? 0))
      .slice(0, MOST_GROUPS_AROUND)
    for (const group of distinct) {
      if (parent === null || parent === CLOUD) parent = vpcBox(at(group.bundle.properties, 'VpcId'))
      parent = box(`${group.key}@${parent}`, {
        kind: 'securityGroup',
        label: labelOf(group),
        parent,
        draft: group,
      })
    }
    parentOf.set(draft.key, parent)
  }

  for (const draft of assembly.drafts.values()) {
    if (draft.mapping.group !== 'securityGroup' || boxesOf.has(draft.key)) continue
    const vpc = draft.bundle.main === null ? undefined : at(draft.bundle.properties, 'VpcId')
    const parent = vpcBox(vpc)
    box(`${draft.key}@${parent}`, {
      kind: 'securityGroup',
      label: labelOf(draft),
      parent,
      draft,
    })
  }
  return { boxes, parentOf, boxesOf }
}

/** An Auto Scaling group without subnets is where its servers' security groups are. */
function scalingParent(
  draft: Draft,
  place: NetworkPlace,
  base: (draft: Draft, place: NetworkPlace) => string | null,
  assembly: Assembly,
  places: ReadonlyMap<string, NetworkPlace>,
  vpcOfGroups: (place: NetworkPlace) => string | null,
): string | null {
  const servers = assembly.drafts.get(serversOf(draft.key))
  const inner = servers && places.get(servers.key)
  if (place.subnets.length === 0 && inner) return vpcOfGroups(inner) ?? base(draft, place)
  const found = base(draft, place)
  return found === CLOUD && inner ? (vpcOfGroups(inner) ?? found) : found
}

function vpcAbove(boxes: ReadonlyMap<string, Box>, key: string): string | null {
  for (let at_ = boxes.get(key); at_; at_ = at_.parent === null ? undefined : boxes.get(at_.parent))
    if (at_.kind === 'vpc') return at_.key
  return null
}

function groupUsage(
  places: ReadonlyMap<string, NetworkPlace>,
  look: Look,
): ReadonlyMap<string, number> {
  const usage = new Map<string, number>()
  for (const place of places.values())
    for (const value of place.securityGroups)
      for (const group of look.find(value, ...SECURITY_GROUPS))
        usage.set(group.id, (usage.get(group.id) ?? 0) + 1)
  return usage
}

function referenceTo(draft: Draft): Value {
  return new Pending([{ kind: 'reference', id: draft.key, attribute: null }])
}
