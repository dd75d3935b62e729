import { groupDefinition, serviceById } from '../catalogue/catalogue'
import { scopeOf } from '../catalogue/scope-of'
import { previewBoard } from '../model/apply-patch'
import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import { SERVICE_SIZE, type Rect } from '../model/geometry'
import { NodeId, type EdgeId } from '../model/ids'
import type { Change, NodeFields } from '../model/patch'
import type {
  BoardEdge,
  BoardNode,
  EdgeKind,
  Fact,
  FactValue,
  GroupKind,
  GroupNode,
  ServiceNode,
} from '../model/records'
import { Disposition } from '../model/records'
import { connect } from '../operations/edges'
import { known } from '../operations/nodes'
import { keyAfter } from '../operations/order'
import { innerBounds, settle } from '../operations/settle'
import { evaluate } from '../rules/evaluate'
import type { Expression } from '../rules/expression'
import { computeFacets } from '../rules/facets'
import type { FixTarget } from '../rules/fix'
import { catalogueKnowledge } from '../rules/knowledge'
import { isEdge, isNode, Scene, type Thing } from '../rules/scene'
import { UNIT_GROUPS } from '../rules/unit-groups'
import { DISPOSITION_KEY, type Subject } from '../rules/verdict'
import { freePlace } from './free-place'

export type FactValues = Readonly<Record<string, FactValue>>

/** Groups that a service of a scope is not drawn in: it goes to the nearest one around them. */
const TOO_DEEP: Readonly<Record<string, readonly GroupKind[]>> = {
  regional: [
    'vpc',
    'availabilityZone',
    'publicSubnet',
    'privateSubnet',
    'securityGroup',
    'autoScalingGroup',
    'serverContents',
  ],
  vpc: ['availabilityZone', 'publicSubnet', 'privateSubnet', 'securityGroup', 'autoScalingGroup'],
  zonal: ['securityGroup', 'autoScalingGroup', 'serverContents'],
}

/** A board under repair: what the steps so far made of it, and the changes that lead there. */
export class Repair {
  readonly changes: Change[] = []
  private scene: Scene | null = null

  constructor(
    public view: BoardView,
    readonly edit: EditContext,
  ) {}

  thing(subject: Subject): Thing | undefined {
    if (subject.kind === 'node') return this.view.node(subject.id)
    return subject.kind === 'edge' ? this.view.edge(subject.id) : this.view.board
  }

  look(): Scene {
    this.scene ??= new Scene(
      this.view,
      computeFacets(this.view, catalogueKnowledge),
      catalogueKnowledge,
    )
    return this.scene
  }

  holds(thing: Thing, expression: Expression | undefined): boolean {
    return expression === undefined || evaluate(this.look(), thing, expression).value === true
  }

  targets(thing: Thing, on: FixTarget | undefined): readonly Thing[] {
    if (!on) return [thing]
    return this.look()
      .related(thing, on.relation)
      .filter((other) => this.holds(other, on.where))
  }

  apply(changes: readonly Change[]): void {
    if (changes.length === 0) return
    this.changes.push(...changes)
    this.view = previewBoard(this.view, changes)
    this.scene = null
  }

  setFact(thing: Thing, key: string, value: FactValue): void {
    if (isNode(thing) && thing.kind === 'service' && key === DISPOSITION_KEY) {
      const chosen = Disposition.safeParse(value)
      if (chosen.success && thing.disposition !== chosen.data)
        this.apply([{ op: 'setNode', id: thing.id, set: { disposition: chosen.data } }])
      return
    }
    if (!isNode(thing) && !isEdge(thing)) return
    if (thing.facts[key]?.value === value) return
    const facts = { [key]: known(value, this.edit) }
    this.apply([
      isEdge(thing)
        ? { op: 'setEdge', id: thing.id, facts }
        : { op: 'setNode', id: thing.id, facts },
    ])
  }

  setFacts(id: NodeId, facts: FactValues): void {
    for (const [key, value] of Object.entries(facts)) {
      const node = this.view.node(id)
      if (node) this.setFact(node, key, value)
    }
  }

  /** Group in which a service of its kind would be drawn, starting from one that is near. */
  holderFor(serviceId: string, from: NodeId | null): NodeId | null {
    const scope = scopeOf(serviceId)
    if (scope === 'external') return null
    const tooDeep = TOO_DEEP[scope === 'global' ? 'regional' : scope] ?? []
    if (from === null) return null
    const start = this.view.node(from)
    const around = [...(start?.kind === 'group' ? [start] : []), ...this.view.ancestors(from)]
    // The innermost group that is not too deep, unless a too deep one lies around it.
    const last = around.findLastIndex((group) => tooDeep.includes(group.groupKind))
    return around[last + 1]?.id ?? null
  }

  addService(
    serviceId: string,
    holder: NodeId | null,
    near: Rect | null,
    label: string | undefined,
    facts: FactValues,
  ): NodeId {
    const definition = serviceById(serviceId)
    const node: ServiceNode = {
      id: NodeId.parse(this.edit.newId()),
      boardId: this.view.board.id,
      kind: 'service',
      serviceId,
      parentId: holder,
      ...freePlace(this.view, holder, near, SERVICE_SIZE),
      ...SERVICE_SIZE,
      label: label ?? definition?.shortName ?? serviceId,
      order: keyAfter(this.view.nodes),
      facts: this.factsOf(facts),
    }
    this.settle([node])
    return node.id
  }

  addGroup(
    groupKind: GroupKind,
    rect: Rect,
    parentId: NodeId | null,
    label: string,
    facts: FactValues,
    inside: readonly BoardNode[],
  ): NodeId {
    const group: GroupNode = {
      id: NodeId.parse(this.edit.newId()),
      boardId: this.view.board.id,
      kind: 'group',
      groupKind,
      parentId,
      ...rect,
      label,
      order: keyAfter(this.view.nodes),
      facts: this.factsOf(facts),
    }
    this.settle([group, ...inside.map((node) => ({ ...node, parentId: group.id }))])
    return group.id
  }

  /** Puts a node, with all that is in it, into another group, at a free place there. */
  moveTo(node: BoardNode, holder: NodeId | null): void {
    const target = holder === null ? undefined : this.view.node(holder)
    const near = target ? null : node
    const to = freePlace(this.view, holder, near, node)
    const by = { x: to.x - node.x, y: to.y - node.y }
    const moved = [node, ...this.view.descendants(node.id)].map((one) => ({
      ...one,
      x: one.x + by.x,
      y: one.y + by.y,
      parentId: one.id === node.id ? holder : one.parentId,
    }))
    this.settle(moved)
  }

  link(source: NodeId, target: NodeId, kind: EdgeKind, facts: FactValues = {}): void {
    const existing = this.view
      .edgesOut(source)
      .find((edge) => edge.target === target && edge.kind === kind)
    if (existing) return
    this.apply(connect(this.view, { source, target, kind, facts }, this.edit).changes)
  }

  wrap(node: BoardNode, kind: GroupKind, label: string | undefined, facts: FactValues): void {
    const rect = innerBounds([node])
    if (rect) this.addGroup(kind, rect, node.parentId, label ?? shortName(kind), facts, [node])
  }

  setNode(id: NodeId, set: NodeFields, forget: readonly string[] = []): void {
    const facts = Object.fromEntries(forget.map((key) => [key, null]))
    this.apply([{ op: 'setNode', id, set, ...(forget.length > 0 ? { facts } : {}) }])
  }

  removeEdges(edges: readonly BoardEdge[]): void {
    this.apply(edges.map(({ id }) => ({ op: 'removeEdge' as const, id })))
  }

  retarget(id: EdgeId, target: NodeId): void {
    this.apply([{ op: 'setEdge', id, set: { target } }])
  }

  /** Connectors that end at a node or at a group that stands for it. */
  edgesTo(node: BoardNode): readonly BoardEdge[] {
    const ends = [node.id]
    for (const group of this.view.ancestors(node.id)) {
      if (!UNIT_GROUPS.has(group.groupKind)) break
      ends.push(group.id)
    }
    return ends.flatMap((id) => this.view.edgesIn(id))
  }

  /** Puts a node on the board as it stands; the groups around it grow. */
  put(node: BoardNode): void {
    this.settle([node])
  }

  private settle(nodes: readonly BoardNode[]): void {
    const changed = new Map(nodes.map((node) => [node.id, node]))
    this.apply(settle(this.view, changed, { scopeOf, reparent: false }).changes)
  }

  private factsOf(values: FactValues): Record<string, Fact> {
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, known(value, this.edit)]),
    )
  }
}

export function shortName(kind: GroupKind): string {
  const { name } = groupDefinition(kind)
  return /\(([A-Z]+)\)$/.exec(name)?.[1] ?? name
}
