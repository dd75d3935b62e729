import {
  asContained,
  containmentRefusal,
  deepestLegalGroup,
  groupUnder,
} from '../model/containment'
import { createBoardView, type BoardView } from '../model/board-view'
import {
  center,
  contains,
  GROUP_HEADER,
  GROUP_PADDING,
  union,
  type Point,
  type Rect,
} from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { Change, NodeFields } from '../model/patch'
import type { BoardNode, GroupNode } from '../model/records'
import type { ScopeOf } from './scope'

/** What a gesture left behind: the changes, and why something could not go where it was dropped. */
export interface Settled {
  changes: Change[]
  /** In words for the person; `null` when all went where it was put. */
  hint: string | null
}

export interface SettleOptions {
  scopeOf: ScopeOf
  /** Where each changed node was dropped, when that is not its own centre. */
  dropAt?: (node: BoardNode) => Point
  /** `false` keeps parents as they are and only grows. */
  reparent?: boolean
  /** Changed groups take in what they now fully enclose (a group dropped or stretched around others). */
  adopt?: boolean
}

/**
 * The one place where moving, resizing, adding and pasting decide who owns what and which groups grow.
 *
 * Takes the board as it was and the nodes as the gesture left them (new ones included). Each *root* of the change (one
 * whose parent did not change with it) goes into the deepest legal group under it; then every holder grows, in any
 * direction, until what is inside fits. Growing moves nothing else, since positions are absolute.
 */
export function settle(
  before: BoardView,
  changed: ReadonlyMap<NodeId, BoardNode>,
  options: SettleOptions,
): Settled {
  const nodes = new Map<NodeId, BoardNode>(before.nodes.map((n) => [n.id, n]))
  for (const [id, node] of changed) nodes.set(id, node)
  let hint: string | null = null

  if (options.reparent !== false) {
    const view = viewOf(before, nodes)
    const roots = [...changed.values()].filter(
      (n) => n.parentId === null || !changed.has(n.parentId),
    )
    for (const root of roots) {
      const own = new Set<NodeId>([root.id, ...view.descendants(root.id).map((n) => n.id)])
      for (const id of changed.keys()) own.add(id)
      const point = options.dropAt?.(root) ?? center(root)
      const child = asContained(root, options.scopeOf)
      const holder = deepestLegalGroup(view, point, child, own)
      const aimedAt = groupUnder(view, point, own)
      if (aimedAt && aimedAt.id !== holder?.id) hint ??= containmentRefusal(view, aimedAt.id, child)
      if ((holder?.id ?? null) !== root.parentId)
        nodes.set(root.id, { ...root, parentId: holder?.id ?? null })
    }
  }

  if (options.adopt) {
    for (const id of changed.keys()) {
      const group = nodes.get(id)
      if (group?.kind !== 'group') continue
      const view = viewOf(before, nodes)
      for (const sibling of view.children(group.parentId)) {
        if (changed.has(sibling.id) || !contains(group, sibling)) continue
        if (containmentRefusal(view, group.id, asContained(sibling, options.scopeOf)) === null)
          nodes.set(sibling.id, { ...sibling, parentId: group.id })
      }
    }
  }

  growHolders(nodes, touchedBy(before, nodes))
  return { changes: differences(before, nodes), hint }
}

/** Smallest rectangle that holds a group's direct children with its padding and header; `null` when it is empty. */
export function innerBounds(children: readonly Rect[]): Rect | null {
  const box = union(children)
  if (!box) return null
  return {
    x: box.x - GROUP_PADDING,
    y: box.y - GROUP_HEADER - GROUP_PADDING / 2,
    w: box.w + 2 * GROUP_PADDING,
    h: box.h + GROUP_HEADER + GROUP_PADDING / 2 + GROUP_PADDING,
  }
}

function viewOf(before: BoardView, nodes: ReadonlyMap<NodeId, BoardNode>): BoardView {
  return createBoardView({ board: before.board, nodes: [...nodes.values()], edges: before.edges })
}

function touchedBy(before: BoardView, nodes: ReadonlyMap<NodeId, BoardNode>): Set<NodeId> {
  const touched = new Set<NodeId>()
  for (const node of nodes.values()) if (before.node(node.id) !== node) touched.add(node.id)
  return touched
}

/** Lets every group above a touched node grow around its children, innermost first. */
function growHolders(nodes: Map<NodeId, BoardNode>, touched: ReadonlySet<NodeId>): void {
  const childrenOf = new Map<NodeId, NodeId[]>()
  for (const node of nodes.values()) {
    if (node.parentId === null) continue
    const list = childrenOf.get(node.parentId)
    if (list) list.push(node.id)
    else childrenOf.set(node.parentId, [node.id])
  }
  const depth = (id: NodeId): number => {
    let levels = 0
    for (let at = nodes.get(id); at && at.parentId !== null && levels < 1000; levels++)
      at = nodes.get(at.parentId)
    return levels
  }
  const affected = new Set<NodeId>()
  for (const id of touched) {
    let at = nodes.get(id)
    if (at?.kind === 'group') affected.add(at.id)
    while (at && at.parentId !== null && !affected.has(at.parentId)) {
      affected.add(at.parentId)
      at = nodes.get(at.parentId)
    }
  }
  const innermostFirst = [...affected].sort((a, b) => depth(b) - depth(a))
  for (const id of innermostFirst) {
    const group = nodes.get(id)
    if (group?.kind !== 'group') continue
    const children = (childrenOf.get(id) ?? []).flatMap((child) => nodes.get(child) ?? [])
    const needed = innerBounds(children)
    if (needed && !contains(group, needed)) nodes.set(id, grown(group, needed))
  }
}

function grown(group: GroupNode, needed: Rect): GroupNode {
  return { ...group, ...(union([group, needed]) ?? group) }
}

const GEOMETRY = ['parentId', 'x', 'y', 'w', 'h'] as const

/** The changes that lead from the board as it was to `nodes`. Only ownership and geometry are compared. */
function differences(before: BoardView, nodes: ReadonlyMap<NodeId, BoardNode>): Change[] {
  const changes: Change[] = []
  for (const node of nodes.values()) {
    const old = before.node(node.id)
    if (!old) {
      changes.push({ op: 'addNode', node })
      continue
    }
    if (old === node) continue
    const set: NodeFields = {}
    for (const key of GEOMETRY) if (old[key] !== node[key]) Object.assign(set, { [key]: node[key] })
    if (Object.keys(set).length > 0) changes.push({ op: 'setNode', id: node.id, set })
  }
  return changes
}
