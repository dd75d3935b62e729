import type { BoardView } from '../model/board-view'
import { asContained, containmentRefusal } from '../model/containment'
import type { EditContext } from '../model/edit-context'
import {
  MIN_GROUP_SIZE,
  SERVICE_SIZE,
  union,
  type Point,
  type Rect,
  type Size,
} from '../model/geometry'
import { NodeId } from '../model/ids'
import type { Change, NodeFields, Patch } from '../model/patch'
import type {
  BoardNode,
  Fact,
  FactSource,
  FactValue,
  GroupKind,
  GroupNode,
  ServiceNode,
} from '../model/records'
import { keyAfter } from './order'
import type { ScopeOf } from './scope'
import { innerBounds, settle, type Settled } from './settle'
import { carryWaypoints } from './waypoints'

export interface NewService {
  serviceId: string
  label: string
  /** Top left corner, board units. */
  at: Point
  /** The group it is meant for, wherever it stands; the group grows around it. Left out: what lies under its centre. */
  into?: NodeId | null
  facts?: Readonly<Record<string, FactValue>>
}

/** Puts a service on the board, inside the deepest legal group under its centre or the group it is meant for. */
export function addService(
  view: BoardView,
  service: NewService,
  scopeOf: ScopeOf,
  edit: EditContext,
): Settled & { id: NodeId } {
  const node: ServiceNode = {
    id: NodeId.parse(edit.newId()),
    boardId: view.board.id,
    kind: 'service',
    serviceId: service.serviceId,
    parentId: service.into ?? null,
    ...service.at,
    ...SERVICE_SIZE,
    label: service.label,
    order: keyAfter(view.nodes),
    facts: userFacts(service.facts ?? {}, edit),
  }
  const legal =
    service.into !== undefined &&
    containmentRefusal(view, service.into, asContained(node, scopeOf)) === null
  if (!legal) node.parentId = null
  return {
    id: node.id,
    ...settle(view, new Map([[node.id, node]]), { scopeOf, reparent: !legal }),
  }
}

export interface NewGroup {
  groupKind: GroupKind
  label: string
  rect: Rect
}

/** Puts a group on the board; it takes in what it fully encloses and may hold. */
export function addGroup(
  view: BoardView,
  group: NewGroup,
  scopeOf: ScopeOf,
  edit: EditContext,
): Settled & { id: NodeId } {
  const node: GroupNode = {
    id: NodeId.parse(edit.newId()),
    boardId: view.board.id,
    kind: 'group',
    groupKind: group.groupKind,
    parentId: null,
    ...group.rect,
    label: group.label,
    order: keyAfter(view.nodes),
    facts: {},
  }
  return { id: node.id, ...settle(view, new Map([[node.id, node]]), { scopeOf, adopt: true }) }
}

/** Draws a group around nodes that share a parent's space. At least one node is needed; others give no change. */
export function wrapInGroup(
  view: BoardView,
  ids: readonly NodeId[],
  group: Omit<NewGroup, 'rect'>,
  edit: EditContext,
): { changes: Change[]; id: NodeId | null } {
  const roots = withoutNested(view, ids)
  const rect = innerBounds(roots)
  if (!rect) return { changes: [], id: null }
  const parentId = roots.every((n) => n.parentId === roots[0]?.parentId)
    ? (roots[0]?.parentId ?? null)
    : null
  const node: GroupNode = {
    id: NodeId.parse(edit.newId()),
    boardId: view.board.id,
    kind: 'group',
    groupKind: group.groupKind,
    parentId,
    ...rect,
    label: group.label,
    order: keyAfter(view.nodes),
    facts: {},
  }
  const changed = new Map<NodeId, BoardNode>([[node.id, node]])
  for (const root of roots) changed.set(root.id, { ...root, parentId: node.id })
  return {
    id: node.id,
    changes: settle(view, changed, { scopeOf: () => 'regional', reparent: false }).changes,
  }
}

/** Removes groups but keeps what is inside them, where it is. */
export function ungroup(view: BoardView, ids: readonly NodeId[]): Patch {
  const gone = new Set(ids.filter((id) => view.node(id)?.kind === 'group'))
  const changes: Change[] = []
  for (const id of gone) {
    const heir = view.ancestors(id).find((up) => !gone.has(up.id))?.id ?? null
    for (const child of view.children(id))
      if (!gone.has(child.id))
        changes.push({ op: 'setNode', id: child.id, set: { parentId: heir } })
    changes.push(...removeEdgesOf(view, new Set([id])), { op: 'removeNode', id })
  }
  return changes
}

/**
 * Moves nodes, groups with everything inside them, by one distance; what is dropped elsewhere changes its group.
 *
 * @param reparent `false` while nudging by keyboard inside a group.
 */
export function moveNodes(
  view: BoardView,
  ids: readonly NodeId[],
  by: Point,
  scopeOf: ScopeOf,
  options: { reparent?: boolean } = {},
): Settled {
  const changed = new Map<NodeId, BoardNode>()
  for (const root of withoutNested(view, ids)) {
    if (root.locked) continue
    for (const node of [root, ...view.descendants(root.id)])
      changed.set(node.id, { ...node, x: node.x + by.x, y: node.y + by.y })
  }
  if (changed.size === 0 || (by.x === 0 && by.y === 0)) return { changes: [], hint: null }
  const settled = settle(view, changed, { scopeOf, reparent: options.reparent !== false })
  const carried = carryWaypoints(view, new Set(changed.keys()), by)
  return carried.length === 0 ? settled : { ...settled, changes: [...settled.changes, ...carried] }
}

/** Puts each node at its own new place (align, distribute, layout). Groups carry what is inside them. */
export function placeNodes(
  view: BoardView,
  places: ReadonlyMap<NodeId, Point>,
  scopeOf: ScopeOf,
): Settled {
  const changed = new Map<NodeId, BoardNode>()
  for (const root of withoutNested(view, [...places.keys()])) {
    const to = places.get(root.id)
    if (!to || root.locked) continue
    const by = { x: to.x - root.x, y: to.y - root.y }
    if (by.x === 0 && by.y === 0) continue
    for (const node of [root, ...view.descendants(root.id)])
      changed.set(node.id, { ...node, x: node.x + by.x, y: node.y + by.y })
  }
  return settle(view, changed, { scopeOf, reparent: false })
}

/**
 * Gives a group a new rectangle. Its children stay where they are: it never becomes smaller than they need, and it
 * takes in what it newly encloses.
 */
export function resizeGroup(view: BoardView, id: NodeId, rect: Rect, scopeOf: ScopeOf): Settled {
  const group = view.node(id)
  if (group?.kind !== 'group' || group.locked) return { changes: [], hint: null }
  const wanted: Rect = {
    ...rect,
    w: Math.max(rect.w, MIN_GROUP_SIZE.w),
    h: Math.max(rect.h, MIN_GROUP_SIZE.h),
  }
  const needed = innerBounds(view.children(id))
  const fitted = (needed && union([wanted, needed])) ?? wanted
  return settle(view, new Map([[id, { ...group, ...fitted }]]), {
    scopeOf,
    reparent: false,
    adopt: true,
  })
}

/** Removes nodes, all that is inside them, and every connector that touched any of it. */
export function removeNodes(view: BoardView, ids: readonly NodeId[]): Patch {
  const gone = new Set<NodeId>()
  for (const root of withoutNested(view, ids)) {
    if (root.locked) continue
    gone.add(root.id)
    for (const inside of view.descendants(root.id)) gone.add(inside.id)
  }
  return [
    ...removeEdgesOf(view, gone),
    ...[...gone].map((id): Change => ({ op: 'removeNode', id })),
  ]
}

export function setNode(id: NodeId, set: NodeFields): Patch {
  return [{ op: 'setNode', id, set }]
}

/** Says a fact about nodes; `null` makes it unknown again. */
export function setNodeFact(
  ids: readonly NodeId[],
  key: string,
  value: FactValue | null,
  edit: EditContext,
  source: FactSource = 'user',
): Patch {
  const fact = value === null ? null : known(value, edit, source)
  return ids.map((id) => ({ op: 'setNode', id, facts: { [key]: fact } }))
}

export function known(value: FactValue, edit: EditContext, source: FactSource = 'user'): Fact {
  return { value, source, by: edit.actor, at: edit.now }
}

/** The nodes among `ids` that are not inside another of them. */
export function withoutNested(view: BoardView, ids: readonly NodeId[]): BoardNode[] {
  const chosen = new Set(ids)
  return [...chosen].flatMap((id) => {
    const node = view.node(id)
    if (!node) return []
    return view.ancestors(id).some((up) => chosen.has(up.id)) ? [] : [node]
  })
}

/** Where a new box of `size` should be so that its middle is at `point`. */
export function centredAt(point: Point, size: Size): Point {
  return { x: Math.round(point.x - size.w / 2), y: Math.round(point.y - size.h / 2) }
}

function removeEdgesOf(view: BoardView, nodes: ReadonlySet<NodeId>): Change[] {
  const gone = new Set<Change & { op: 'removeEdge' }>()
  const seen = new Set<string>()
  for (const id of nodes) {
    for (const edge of [...view.edgesIn(id), ...view.edgesOut(id)]) {
      if (seen.has(edge.id)) continue
      seen.add(edge.id)
      gone.add({ op: 'removeEdge', id: edge.id })
    }
  }
  return [...gone]
}

function userFacts(
  values: Readonly<Record<string, FactValue>>,
  edit: EditContext,
): Record<string, Fact> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, known(value, edit)]))
}
