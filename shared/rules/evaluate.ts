import { assertNever } from '../lib/assert-never'
import type { BoardNode, FactValue } from '../model/records'
import { cidrsOverlap } from './cidr'
import type { Expression, Over } from './expression'
import {
  combine,
  decided,
  drawn,
  factAtLeast,
  NO,
  ofFact,
  plain,
  waiting,
  YES,
  type Finding,
} from './finding'
import { not as negate, type Tri } from './kleene'
import { networkOf, zoneOf } from './placement'
import { opensPorts } from './ports'
import { isEdge, isNode, subjectOf, type Scene, type Thing } from './scene'
import { tierSizeAtLeast, tierZonesAtLeast } from './tier-size'
import { DETAIL_KEY, type Need } from './verdict'

/** Evaluates an expression about one thing. Never throws on what is drawn. */
export function evaluate(scene: Scene, about: Thing, expression: Expression): Finding {
  switch (expression.op) {
    case 'and':
      return combine(
        expression.of.map((part) => evaluate(scene, about, part)),
        false,
      )
    case 'or':
      return combine(
        expression.of.map((part) => evaluate(scene, about, part)),
        true,
      )
    case 'not':
      return opposite(evaluate(scene, about, expression.of))
    case 'is':
      return ofFact(scene, about, expression.key, (value) => value === expression.value)
    case 'isOneOf':
      return ofFact(scene, about, expression.key, (value) =>
        expression.values.some((one) => one === value),
      )
    case 'atLeast':
      return factAtLeast(scene, about, expression.key, expression.value)
    case 'atMost':
      return ofFact(scene, about, expression.key, (value) =>
        typeof value === 'number' ? value <= expression.value : 'unknown',
      )
    case 'stated':
      return ofFact(scene, about, expression.key, (value) => (value === '' ? 'unknown' : true))
    case 'matches':
      return ofFact(scene, about, expression.key, (value) =>
        typeof value === 'string' ? fits(value, expression.glob) : 'unknown',
      )
    case 'lists':
      return ofFact(scene, about, expression.key, (value) => names(value, expression.values))
    case 'opens':
      return ofFact(scene, about, expression.key, (value) =>
        opensPorts(value, expression.ports, expression.only === true),
      )
    case 'sameAtBothEnds':
      return sameAtBothEnds(scene, about, expression.key)
    case 'always':
      return YES
    case 'service':
      scene.look(about)
      return plain(
        isNode(about) &&
          about.kind === 'service' &&
          expression.ids.includes(
            scene.knowledge.service(about.serviceId)?.serviceId ?? about.serviceId,
          ),
      )
    case 'trait':
      return plain(scene.traits(about).some((trait) => expression.traits.includes(trait)))
    case 'scope': {
      const scope = scene.scope(about)
      return plain(scope !== null && expression.scopes.includes(scope))
    }
    case 'groupKind':
      scene.look(about)
      return plain(
        isNode(about) && about.kind === 'group' && expression.kinds.includes(about.groupKind),
      )
    case 'edgeKind':
      scene.look(about)
      return plain(isEdge(about) && expression.kinds.includes(about.kind))
    case 'boardKind':
      scene.reads?.board()
      return plain(expression.kinds.includes(scene.view.board.kind))
    case 'drawnInside': {
      const group = scene.ancestors(about).find((up) => expression.kinds.includes(up.groupKind))
      return group ? decided(true, [drawn(group)]) : NO
    }
    case 'inside': {
      const group = scene.ancestors(about).find((up) => expression.kinds.includes(up.groupKind))
      if (group) return decided(true, [drawn(group)])
      const { complete, settledBy } = scene.completeness(about)
      return complete ? NO : waiting({ subject: settledBy, key: DETAIL_KEY })
    }
    case 'inSubnet': {
      const subnet = scene
        .ancestors(about)
        .find((up) => up.groupKind === 'publicSubnet' || up.groupKind === 'privateSubnet')
      if (subnet)
        return decided((subnet.groupKind === 'publicSubnet') === (expression.type === 'public'), [
          drawn(subnet),
        ])
      return ofFact(scene, about, 'subnetType', (value) => value === expression.type)
    }
    case 'exposed': {
      if (!isNode(about)) return NO
      scene.reads?.facets(about.id)
      return scene.facets.of(about.id).exposed ? decided(true, [drawn(about)]) : NO
    }
    case 'crossesNetworks': {
      if (!isEdge(about)) return NO
      scene.look(about)
      const from = scene.node(about.source)
      const to = scene.node(about.target)
      if (!from || !to) return NO
      const ends = [networkOf(scene, from), networkOf(scene, to)] as const
      const withinAws =
        ends.includes('aws') && ends.every((end) => end === 'aws' || end.startsWith('vpc:'))
      return plain(ends[0] !== ends[1] && !withinAws)
    }
    case 'crosses': {
      if (!isEdge(about)) return NO
      scene.look(about)
      const ends = [about.source, about.target].map((id) => {
        const node = scene.node(id)
        return node && groupAround(scene, node, expression.kind)
      })
      const [from, to] = ends
      return plain(from !== undefined && to !== undefined && from !== to)
    }
    case 'cidrClear':
      return cidrClear(scene, about)
    case 'syncChain':
    case 'inSyncCycle': {
      if (!isNode(about)) return NO
      scene.reads?.facets(about.id)
      const { sync } = scene.facets.of(about.id)
      const holds = expression.op === 'inSyncCycle' ? sync.inCycle : sync.hops <= expression.atMost
      return decided(holds, [drawn(about)])
    }
    case 'onlyWay': {
      if (!isNode(about)) return NO
      scene.reads?.facets(about.id)
      const { onlyWay, roleUnknown } = scene.facets.of(about.id)
      if (onlyWay === 'unknown')
        return waiting(
          ...roleUnknown.map((id) => ({ subject: { kind: 'node', id } as const, key: 'role' })),
        )
      return onlyWay ? decided(true, [drawn(about)]) : NO
    }
    case 'tierSize':
      return tierSizeAtLeast(scene, about, expression.atLeast)
    case 'tierZones':
      return tierZonesAtLeast(scene, about, expression.atLeast)
    case 'any':
      return overAll(scene, about, expression.over, expression.where, true)
    case 'none':
      return opposite(overAll(scene, about, expression.over, expression.where, true))
    case 'all':
      return opposite(
        overAll(scene, about, expression.over, { op: 'not', of: expression.where }, true),
      )
    case 'count': {
      const parts = scene
        .related(about, expression.over.relation)
        .map((thing) => evaluate(scene, thing, expression.where))
      const sure = parts.filter((part) => part.value === true)
      if (sure.length >= expression.atLeast)
        return decided(
          true,
          sure.flatMap((part) => part.because),
        )
      const open = openness(scene, about, expression.over)
      const maybe = parts.filter((part) => part.value === 'unknown')
      if (sure.length + maybe.length < expression.atLeast && !open)
        return decided(
          false,
          parts.filter((part) => part.value === false).flatMap((part) => part.because),
        )
      return waiting(...maybe.flatMap((part) => part.needs), ...(open ? [open] : []))
    }
    default:
      return assertNever(expression)
  }
}

function opposite({ value, because, needs }: Finding): Finding {
  if (because.length === 0 && value !== 'unknown') return plain(!value)
  return { value: negate(value), because, needs }
}

/** Key of the group of a kind that a node is in, or is; a zone with a real name is the same wherever it is drawn. */
function groupAround(
  scene: Scene,
  node: BoardNode,
  kind: 'region' | 'account' | 'vpc' | 'availabilityZone',
): string | undefined {
  if (kind === 'availabilityZone') return zoneOf(scene, node) ?? undefined
  if (node.kind === 'group' && node.groupKind === kind) return node.id
  return scene.ancestors(node).find((up) => up.groupKind === kind)?.id
}

function sameAtBothEnds(scene: Scene, about: Thing, key: string): Finding {
  if (!isEdge(about)) return NO
  scene.look(about)
  const ends = [about.source, about.target].flatMap((id) => scene.node(id) ?? [])
  const said = ends.map((end) => ofFact(scene, end, key, () => true))
  const open = said.filter((one) => one.value === 'unknown')
  if (open.length > 0 || ends.length < 2) return waiting(...open.flatMap((one) => one.needs))
  const [from, to] = ends.map((end) => JSON.stringify(scene.fact(end, key)?.value))
  return decided(
    from === to,
    said.flatMap((one) => one.because),
  )
}

function cidrClear(scene: Scene, about: Thing): Finding {
  if (!isNode(about)) return NO
  scene.reads?.facets(about.id)
  const others = scene.facets.of(about.id).linkedNetworks.flatMap((id) => scene.node(id) ?? [])
  if (others.length === 0) return YES
  const own = ofFact(scene, about, 'cidr', (value) => typeof value === 'string')
  if (own.value !== true) return waiting({ subject: subjectOf(about), key: 'cidr' })
  const mine = String(scene.fact(about, 'cidr')?.value)
  return combine(
    others.map((other) => {
      const clear = ofFact(scene, other, 'cidr', (value) => {
        const overlap = typeof value === 'string' ? cidrsOverlap(mine, value) : 'unknown'
        return negate(overlap)
      })
      return clear.value === false
        ? { ...clear, because: [...own.because, ...clear.because] }
        : clear
    }),
    false,
  )
}

function overAll(
  scene: Scene,
  about: Thing,
  over: Over,
  where: Expression,
  absorbing: boolean,
): Finding {
  const parts: Finding[] = []
  for (const thing of scene.related(about, over.relation)) {
    const part = evaluate(scene, thing, where)
    // Tiers are large and sorted: the first that decides is the same in whatever order they were drawn.
    if (over.relation === 'tier' && part.value === absorbing) return part
    parts.push(part)
  }
  const open = openness(scene, about, over)
  return combine(open ? [...parts, waiting(open)] : parts, absorbing)
}

/** What would have to be settled before "that is all there is" may be said; `null` when it may. */
function openness(scene: Scene, about: Thing, over: Over): Need | null {
  if (over.drawnOnly || over.relation === 'source' || over.relation === 'target') return null
  const { complete, settledBy } = scene.completeness(about)
  return complete ? null : { subject: settledBy, key: DETAIL_KEY }
}

function fits(text: string, glob: string): boolean {
  const parts = glob.toLowerCase().split('*')
  const low = text.toLowerCase()
  if (parts.length === 1) return low === parts[0]
  const first = parts[0] ?? ''
  const last = parts[parts.length - 1] ?? ''
  if (!low.startsWith(first)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = low.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return low.length - last.length >= at && low.endsWith(last)
}

function names(value: FactValue, wanted: readonly string[]): Tri {
  if (typeof value === 'boolean') return 'unknown'
  const items = (Array.isArray(value) ? value : String(value).split(/[,;]/)).map((item) =>
    item.trim().toLowerCase(),
  )
  return wanted.some((one) => items.includes(one.toLowerCase()))
}
