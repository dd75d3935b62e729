import type { BoardView } from './board-view'
import { containsPoint, type Point } from './geometry'
import type { NodeId } from './ids'
import type { BoardNode, GroupKind, GroupNode } from './records'

/** What is to be put somewhere: a group of a kind, or a service of a scope. */
export type Contained =
  { kind: 'group'; groupKind: GroupKind } | { kind: 'service'; scope: ContainedScope }

type ContainedScope = 'global' | 'regional' | 'vpc' | 'zonal' | 'on-premises' | 'external'

const TOP = 'top' as const
type Holder = GroupKind | typeof TOP

/**
 * Which groups may stand directly inside which. `generic` is transparent: what holds it decides.
 *
 * Source: the nesting used throughout AWS's reference architecture diagrams (AWS Architecture Icons deck, "Groups"),
 * with the top level always allowed, since a discovery sketch rarely starts at the outermost box.
 */
const GROUP_HOLDERS: Record<Exclude<GroupKind, 'generic'>, readonly Holder[]> = {
  awsCloud: [TOP],
  account: [TOP, 'awsCloud', 'account'],
  region: [TOP, 'awsCloud', 'account'],
  vpc: [TOP, 'awsCloud', 'account', 'region'],
  availabilityZone: [TOP, 'awsCloud', 'account', 'region', 'vpc'],
  publicSubnet: [TOP, 'vpc', 'availabilityZone'],
  privateSubnet: [TOP, 'vpc', 'availabilityZone'],
  securityGroup: [
    TOP,
    'vpc',
    'availabilityZone',
    'publicSubnet',
    'privateSubnet',
    'autoScalingGroup',
    'securityGroup',
  ],
  autoScalingGroup: [
    TOP,
    'awsCloud',
    'account',
    'region',
    'vpc',
    'availabilityZone',
    'publicSubnet',
    'privateSubnet',
    'securityGroup',
  ],
  corporateDataCenter: [TOP],
  serverContents: [
    TOP,
    'vpc',
    'availabilityZone',
    'publicSubnet',
    'privateSubnet',
    'securityGroup',
    'autoScalingGroup',
    'corporateDataCenter',
    'serverContents',
  ],
}

const GROUP_WORDS: Record<GroupKind, string> = {
  awsCloud: 'the AWS Cloud',
  account: 'an account',
  region: 'a Region',
  vpc: 'a VPC',
  availabilityZone: 'an Availability Zone',
  publicSubnet: 'a public subnet',
  privateSubnet: 'a private subnet',
  securityGroup: 'a security group',
  autoScalingGroup: 'an Auto Scaling group',
  corporateDataCenter: 'a corporate data center',
  serverContents: 'server contents',
  generic: 'a group',
}

/**
 * Why `child` may not be put into `parentId`, in words for the person who tries; `null` when it may.
 *
 * Services are refused only where it would be nonsense (people inside AWS). A regional service inside a subnet is
 * drawable: the checks point it out, as a customer's drawing may well show it there.
 */
export function containmentRefusal(
  view: BoardView,
  parentId: NodeId | null,
  child: Contained,
): string | null {
  if (parentId === null) return null
  const parent = view.node(parentId)
  if (parent?.kind !== 'group') return 'Only groups can hold other things.'
  if (child.kind === 'group' && child.groupKind === 'generic') return null
  const holder = effectiveHolder(view, parent)
  if (child.kind === 'group') {
    if (child.groupKind === 'generic') return null
    if (GROUP_HOLDERS[child.groupKind].includes(holder)) return null
    return `${sentence(GROUP_WORDS[child.groupKind])} does not belong inside ${holder === TOP ? 'this group' : GROUP_WORDS[holder]}.`
  }
  if (child.scope === 'external' && holder !== TOP && holder !== 'corporateDataCenter')
    return `People, clients and third parties stay outside ${GROUP_WORDS[holder]}.`
  return null
}

/**
 * The deepest group under `point` that may hold `child`; `null` for the top level.
 *
 * `exclude` names groups that cannot be chosen (what is being dragged, and all inside it). Where groups overlap
 * without owning each other, the one drawn on top wins.
 */
export function deepestLegalGroup(
  view: BoardView,
  point: Point,
  child: Contained,
  exclude: ReadonlySet<NodeId> = NOTHING,
): GroupNode | null {
  const walk = (parentId: NodeId | null): GroupNode | null => {
    const children = view.children(parentId)
    for (let i = children.length - 1; i >= 0; i--) {
      const group = children[i]
      if (group?.kind !== 'group' || exclude.has(group.id) || !containsPoint(group, point)) continue
      const deeper = walk(group.id)
      if (deeper) return deeper
      if (containmentRefusal(view, group.id, child) === null) return group
    }
    return null
  }
  return walk(null)
}

/** The deepest group under a point whatever it may hold: what a refused drop was aimed at. */
export function groupUnder(
  view: BoardView,
  point: Point,
  exclude: ReadonlySet<NodeId> = NOTHING,
): GroupNode | null {
  return deepestLegalGroup(view, point, { kind: 'group', groupKind: 'generic' }, exclude)
}

export function asContained(
  node: BoardNode,
  scopeOf: (serviceId: string) => ContainedScope,
): Contained {
  return node.kind === 'group'
    ? { kind: 'group', groupKind: node.groupKind }
    : { kind: 'service', scope: scopeOf(node.serviceId) }
}

const NOTHING: ReadonlySet<NodeId> = new Set()

/** Nearest group at or above `group` that is not generic. */
function effectiveHolder(view: BoardView, group: GroupNode): Holder {
  if (group.groupKind !== 'generic') return group.groupKind
  return view.ancestors(group.id).find((up) => up.groupKind !== 'generic')?.groupKind ?? TOP
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
