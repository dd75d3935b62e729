import { serviceById } from '../catalogue/catalogue'
import { assertNever } from '../lib/assert-never'
import type { EditContext } from '../model/edit-context'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { Patch } from '../model/patch'
import type { BoardNode, GroupNode } from '../model/records'
import { removeNodes } from '../operations/nodes'
import type { FixStep } from '../rules/fix'
import { isEdge, isNode, type Thing } from '../rules/scene'
import type { Subject } from '../rules/verdict'
import { copyToOtherZone } from './other-zone'
import { Repair } from './repair'

/** What the steps of a repair change on a board; nothing where all is so already. */
export function patchOfSteps(
  view: BoardView,
  subject: Subject,
  steps: readonly FixStep[],
  edit: EditContext,
): Patch {
  const repair = new Repair(view, edit)
  const start = repair.thing(subject)
  if (!start) return []
  // What a step is for is decided by the board as it was: an earlier step may have settled it.
  const due = steps.filter((step) => repair.holds(start, step.when))
  for (const step of due) {
    const thing = repair.thing(subject)
    if (thing) take(repair, thing, step)
  }
  return repair.changes
}

function take(repair: Repair, thing: Thing, step: FixStep): void {
  switch (step.do) {
    case 'setFact':
      for (const target of repair.targets(thing, step.on))
        repair.setFact(target, step.key, step.value)
      return
    case 'atLeast':
    case 'atMost':
      for (const target of repair.targets(thing, step.on)) {
        const value = 'facts' in target ? target.facts[step.key]?.value : undefined
        const holds =
          typeof value === 'number' &&
          (step.do === 'atLeast' ? value >= step.value : value <= step.value)
        if (!holds) repair.setFact(target, step.key, step.value)
      }
      return
    case 'add':
      add(repair, thing, step)
      return
    case 'moveOutOf': {
      if (!isNode(thing)) return
      const around = repair.view.ancestors(thing.id)
      const last = around.findLastIndex((group) => step.kinds.includes(group.groupKind))
      if (last >= 0) repair.moveTo(thing, around[last + 1]?.id ?? null)
      return
    }
    case 'moveInto': {
      if (!isNode(thing)) return
      const around = repair.view.ancestors(thing.id)
      if (around.some((group) => group.groupKind === step.kind)) return
      const found = nearestGroup(repair.view, thing, step.kind)
      if (found) repair.moveTo(thing, found.id)
      else repair.wrap(thing, step.kind, undefined, step.facts ?? {})
      return
    }
    case 'wrapIn': {
      if (!isNode(thing)) return
      const parent = repair.view.parent(thing.id)
      if (parent?.groupKind !== step.kind)
        repair.wrap(thing, step.kind, step.label, step.facts ?? {})
      return
    }
    case 'putInFront':
      if (isNode(thing)) putInFront(repair, thing, step)
      return
    case 'putBetween': {
      if (!isEdge(thing)) return
      const target = repair.view.node(thing.target)
      if (!target || (target.kind === 'service' && target.serviceId === step.service)) return
      const holder = repair.holderFor(step.service, target.parentId)
      const made = repair.addService(step.service, holder, target, step.label, step.facts ?? {})
      repair.retarget(thing.id, made)
      repair.link(made, target.id, step.kind ?? thing.kind, step.edgeFacts ?? {})
      return
    }
    case 'copyToOtherZone':
      if (isNode(thing)) copyToOtherZone(repair, thing)
      return
    case 'removeConnectors': {
      if (isEdge(thing)) {
        repair.removeEdges([thing])
        return
      }
      const direction = step.direction ?? 'in'
      repair.removeEdges(
        repair
          .look()
          .edges(thing, direction)
          .filter((edge) => {
            const other = repair.view.node(direction === 'in' ? edge.source : edge.target)
            return other !== undefined && repair.holds(other, step.where)
          }),
      )
      return
    }
    case 'remove':
      if (isEdge(thing)) repair.removeEdges([thing])
      else if (isNode(thing)) repair.apply(removeNodes(repair.view, [thing.id]))
      return
    case 'becomeService': {
      if (!isNode(thing) || thing.kind !== 'service' || thing.serviceId === step.service) return
      const [before, after] = [serviceById(thing.serviceId), serviceById(step.service)]
      const kept = new Set(after?.facts.map(({ key }) => key))
      const label =
        thing.label === before?.shortName ? (after?.shortName ?? thing.label) : thing.label
      repair.setNode(
        thing.id,
        { serviceId: step.service, label },
        Object.keys(thing.facts).filter((key) => !kept.has(key)),
      )
      return
    }
    case 'becomeGroup':
      if (isNode(thing) && thing.kind === 'group' && thing.groupKind !== step.kind)
        repair.setNode(thing.id, { groupKind: step.kind })
      return
    default:
      assertNever(step)
  }
}

function add(repair: Repair, thing: Thing, step: Extract<FixStep, { do: 'add' }>): void {
  const { view } = repair
  const facts = step.facts ?? {}
  const near = isEdge(thing) ? view.node(thing.source) : isNode(thing) ? thing : undefined
  const { connect } = step
  const isOne = (node: BoardNode | undefined): node is BoardNode =>
    node?.kind === 'service' && node.serviceId === step.service
  if (connect && near) {
    const peers =
      connect.direction === 'to'
        ? view.edgesOut(near.id).map((edge) => view.node(edge.target))
        : view.edgesIn(near.id).map((edge) => view.node(edge.source))
    const there = peers.find(isOne)
    if (there) {
      repair.setFacts(there.id, facts)
      return
    }
  }
  const holder = holderOf(repair, near, step)
  if (!connect) {
    const there = (holder === null ? view.nodes : view.descendants(holder)).find(isOne)
    if (there) {
      repair.setFacts(there.id, facts)
      return
    }
  }
  const beside = near && near.id !== holder ? near : null
  const made = repair.addService(step.service, holder, beside, step.label, facts)
  if (!connect || !near) return
  if (connect.direction === 'to') repair.link(near.id, made, connect.kind, connect.facts ?? {})
  else repair.link(made, near.id, connect.kind, connect.facts ?? {})
}

function holderOf(
  repair: Repair,
  near: BoardNode | undefined,
  step: Extract<FixStep, { do: 'add' }>,
): NodeId | null {
  if (!near) return null
  if (step.where === 'inside') return near.kind === 'group' ? near.id : near.parentId
  if (step.where === 'beside') return repair.holderFor(step.service, near.parentId)
  const around = [...(near.kind === 'group' ? [near] : []), ...repair.view.ancestors(near.id)]
  return (
    around.find((group) => group.groupKind === step.where)?.id ??
    repair.holderFor(step.service, near.parentId)
  )
}

function putInFront(
  repair: Repair,
  thing: BoardNode,
  step: Extract<FixStep, { do: 'putInFront' }>,
): void {
  const members = thing.kind === 'group' ? [thing] : repair.look().tier(thing).filter(isNode)
  const calls = members
    .flatMap((member) => repair.edgesTo(member))
    .filter((edge, i, all) => all.findIndex((other) => other.id === edge.id) === i)
    .filter((edge) => edge.kind === 'request' || edge.kind === 'data')
  const source = (id: NodeId): BoardNode | undefined => repair.view.node(id)
  const isFront = (node: BoardNode | undefined): boolean =>
    node?.kind === 'service' && node.serviceId === step.service
  const callers = calls.filter((edge) => {
    const from = source(edge.source)
    return from !== undefined && !isFront(from) && repair.holds(from, step.from)
  })
  const there = calls.find((edge) => isFront(source(edge.source)))?.source
  if (
    there !== undefined &&
    callers.length === 0 &&
    members.every((m) => reaches(repair, there, m))
  )
    return
  const front =
    there ??
    repair.addService(
      step.service,
      repair.holderFor(step.service, thing.parentId),
      thing,
      step.label,
      step.facts ?? {},
    )
  const ends = new Set(members.map((member) => member.id))
  for (const edge of callers) ends.add(edge.target)
  const known = new Set(repair.view.edgesIn(front).map((edge) => edge.source))
  for (const edge of callers) {
    if (known.has(edge.source)) repair.removeEdges([edge])
    else {
      known.add(edge.source)
      repair.retarget(edge.id, front)
    }
  }
  const groups = [...ends].filter((id) => repair.view.node(id)?.kind === 'group')
  for (const end of ends) {
    const covered = repair.view.ancestors(end).some((up) => groups.includes(up.id))
    if (!covered) repair.link(front, end, step.kind ?? 'request', step.edgeFacts ?? {})
  }
}

function reaches(repair: Repair, front: NodeId, member: BoardNode): boolean {
  return repair.edgesTo(member).some((edge) => edge.source === front)
}

/** The group of a kind that is nearest: in the same zone, else the same VPC, else on the board. */
function nearestGroup(
  view: BoardView,
  node: BoardNode,
  kind: GroupNode['groupKind'],
): GroupNode | undefined {
  const around = view.ancestors(node.id)
  const zone = around.find((up) => up.groupKind === 'availabilityZone')
  const vpc = around.find((up) => up.groupKind === 'vpc')
  const own = new Set([node.id, ...view.descendants(node.id).map(({ id }) => id)])
  const fits = (other: BoardNode): other is GroupNode =>
    other.kind === 'group' && other.groupKind === kind && !own.has(other.id)
  for (const place of [zone, vpc]) {
    const found = place && view.descendants(place.id).find(fits)
    if (found) return found
  }
  return zone || vpc ? undefined : view.nodes.find(fits)
}
