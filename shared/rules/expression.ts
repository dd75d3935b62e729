import type { ServiceScope, Trait } from '../catalogue/define'
import type { BoardKind, EdgeKind, GroupKind } from '../model/records'

/** What a fact is compared with. */
export type Scalar = string | number | boolean

/**
 * Things that stand in a relation to the one being judged.
 *
 * `peersIn`/`peersOut` are what is at the other end of its connectors; a connector to an Auto Scaling group, server
 * contents, security group or generic group counts as one to each service inside. `tier` are the other nodes of its
 * tier (see facets). `source` and `target` are the ends of a connector, `nodes` and `edges` everything on the board.
 */
export type Relation =
  | 'children'
  | 'descendants'
  | 'ancestors'
  | 'edgesIn'
  | 'edgesOut'
  | 'peersIn'
  | 'peersOut'
  | 'tier'
  | 'source'
  | 'target'
  | 'nodes'
  | 'edges'

/** `drawnOnly` judges the drawing as it is; without it, what is not drawn may exist unless the group is complete. */
export interface Over {
  relation: Relation
  drawnOnly?: boolean
}

/**
 * What a rule says, as data: evaluated in three values, read by tools, loadable from JSON.
 *
 * Three families. *Facts* (`is` to `lists`) are unknown until somebody said so. *The drawing* (`service` to `exposed`)
 * is always decided. *Existence* (`inside`, and `any`/`all`/`none`/`count` without `drawnOnly`) is open in a sketch:
 * "there is an X" is then never false, "there is no X" never true.
 */
export type Expression =
  | { op: 'and' | 'or'; of: readonly Expression[] }
  | { op: 'not'; of: Expression }
  | { op: 'is'; key: string; value: Scalar }
  | { op: 'isOneOf'; key: string; values: readonly Scalar[] }
  | { op: 'atLeast' | 'atMost'; key: string; value: number }
  /** True once anybody said anything; unknown until then, never false. */
  | { op: 'stated'; key: string }
  /** The text fits a pattern in which `*` stands for anything; case does not count. */
  | { op: 'matches'; key: string; glob: string }
  /** The list, or text separated by commas, names one of these; case does not count. */
  | { op: 'lists'; key: string; values: readonly string[] }
  /**
   * The list of ports, or text such as `22, 80, 8000-9000` or `all`, opens at least one of these; with `only`, opens
   * none but these. `none` opens nothing.
   */
  | { op: 'opens'; key: string; ports: readonly number[]; only?: boolean }
  /** On a connector: both ends state this fact, and the same value. */
  | { op: 'sameAtBothEnds'; key: string }
  | { op: 'always' }
  | { op: 'service'; ids: readonly string[] }
  | { op: 'trait'; traits: readonly Trait[] }
  | { op: 'scope'; scopes: readonly ServiceScope[] }
  | { op: 'groupKind'; kinds: readonly GroupKind[] }
  | { op: 'edgeKind'; kinds: readonly EdgeKind[] }
  | { op: 'boardKind'; kinds: readonly BoardKind[] }
  /** Such a group is drawn around it. */
  | { op: 'drawnInside'; kinds: readonly GroupKind[] }
  /** Reached from the internet over gateways, DNS and load balancers alone (see facets). */
  | { op: 'exposed' }
  /** On a connector: its two ends do not lie in the same innermost VPC, data center or outside world. */
  | { op: 'crossesNetworks' }
  /** On a connector: both ends lie in a group of this kind, and not in the same one. */
  | { op: 'crosses'; kind: 'region' | 'account' | 'vpc' | 'availabilityZone' }
  /**
   * On a VPC or data center: its address range (fact `cidr`) overlaps with none that a drawn connection leads to,
   * directly or over gateways and links (see facets).
   */
  | { op: 'cidrClear' }
  /** The longest chain of synchronous requests from here, without a queue or cache between, has at most so many hops. */
  | { op: 'syncChain'; atMost: number }
  /** It waits, over synchronous requests, for itself. */
  | { op: 'inSyncCycle' }
  | { op: 'inside'; kinds: readonly GroupKind[] }
  /** The drawn subnet decides; where none is drawn, the fact `subnetType`. */
  | { op: 'inSubnet'; type: 'public' | 'private' }
  /** Every drawn path from an entry to some data store leads through it (see facets). */
  | { op: 'onlyWay' }
  | { op: 'tierSize'; atLeast: number }
  | { op: 'tierZones'; atLeast: number }
  | { op: 'any' | 'all' | 'none'; over: Over; where: Expression }
  | { op: 'count'; over: Over; where: Expression; atLeast: number }

export const and = (...of: Expression[]): Expression => ({ op: 'and', of })
export const or = (...of: Expression[]): Expression => ({ op: 'or', of })
export const not = (of: Expression): Expression => ({ op: 'not', of })
export const is = (key: string, value: Scalar): Expression => ({ op: 'is', key, value })
export const isOneOf = (key: string, values: readonly Scalar[]): Expression => ({
  op: 'isOneOf',
  key,
  values,
})
export const atLeast = (key: string, value: number): Expression => ({ op: 'atLeast', key, value })
export const atMost = (key: string, value: number): Expression => ({ op: 'atMost', key, value })
export const stated = (key: string): Expression => ({ op: 'stated', key })
export const matches = (key: string, glob: string): Expression => ({ op: 'matches', key, glob })
export const lists = (key: string, ...values: string[]): Expression => ({
  op: 'lists',
  key,
  values,
})
export const opens = (key: string, ...ports: number[]): Expression => ({ op: 'opens', key, ports })
export const opensOnly = (key: string, ...ports: number[]): Expression => ({
  op: 'opens',
  key,
  ports,
  only: true,
})
export const sameAtBothEnds = (key: string): Expression => ({ op: 'sameAtBothEnds', key })
export const crosses = (kind: 'region' | 'account' | 'vpc' | 'availabilityZone'): Expression => ({
  op: 'crosses',
  kind,
})
export const cidrClear: Expression = { op: 'cidrClear' }
export const syncChain = (most: number): Expression => ({ op: 'syncChain', atMost: most })
export const inSyncCycle: Expression = { op: 'inSyncCycle' }
export const always: Expression = { op: 'always' }
export const service = (...ids: string[]): Expression => ({ op: 'service', ids })
export const trait = (...traits: Trait[]): Expression => ({ op: 'trait', traits })
export const scope = (...scopes: ServiceScope[]): Expression => ({ op: 'scope', scopes })
export const groupKind = (...kinds: GroupKind[]): Expression => ({ op: 'groupKind', kinds })
export const edgeKind = (...kinds: EdgeKind[]): Expression => ({ op: 'edgeKind', kinds })
export const boardKind = (...kinds: BoardKind[]): Expression => ({ op: 'boardKind', kinds })
export const drawnInside = (...kinds: GroupKind[]): Expression => ({ op: 'drawnInside', kinds })
export const exposed: Expression = { op: 'exposed' }
export const crossesNetworks: Expression = { op: 'crossesNetworks' }
export const inside = (...kinds: GroupKind[]): Expression => ({ op: 'inside', kinds })
export const inSubnet = (type: 'public' | 'private'): Expression => ({ op: 'inSubnet', type })
export const onlyWay: Expression = { op: 'onlyWay' }
export const tierSize = (least: number): Expression => ({ op: 'tierSize', atLeast: least })
export const tierZones = (least: number): Expression => ({ op: 'tierZones', atLeast: least })
export const any = (relation: Relation, where: Expression): Expression => ({
  op: 'any',
  over: { relation },
  where,
})
export const none = (relation: Relation, where: Expression): Expression => ({
  op: 'none',
  over: { relation },
  where,
})
export const all = (relation: Relation, where: Expression): Expression => ({
  op: 'all',
  over: { relation },
  where,
})
export const count = (relation: Relation, where: Expression, least: number): Expression => ({
  op: 'count',
  over: { relation },
  where,
  atLeast: least,
})
export const anyDrawn = (relation: Relation, where: Expression): Expression => ({
  op: 'any',
  over: { relation, drawnOnly: true },
  where,
})
export const noneDrawn = (relation: Relation, where: Expression): Expression => ({
  op: 'none',
  over: { relation, drawnOnly: true },
  where,
})
export const allDrawn = (relation: Relation, where: Expression): Expression => ({
  op: 'all',
  over: { relation, drawnOnly: true },
  where,
})
export const countDrawn = (relation: Relation, where: Expression, least: number): Expression => ({
  op: 'count',
  over: { relation, drawnOnly: true },
  where,
  atLeast: least,
})
