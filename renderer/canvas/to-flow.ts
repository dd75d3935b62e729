import type { Node } from '@xyflow/react'
import type { BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardNode, GroupNode, ServiceNode } from '#shared/model/records'

export type ServiceFlowNode = Node<{ node: ServiceNode }, 'awsService'>
export type GroupFlowNode = Node<{ node: GroupNode }, 'awsGroup'>
export type FlowNode = ServiceFlowNode | GroupFlowNode

/** Connectors are drawn between groups (0 … depth) and services. */
export const EDGE_LAYER = 500
const SERVICE_LAYER = 1000

/**
 * Maps records to React Flow nodes and keeps the identity of those that look the same as last time, so that React Flow
 * renders again only what changed.
 */
export class FlowMapper {
  #made = new Map<
    NodeId,
    { node: BoardNode; rect: Rect; selected: boolean; z: number; flow: FlowNode }
  >()
  #last: FlowNode[] = []

  map(
    view: BoardView,
    overlay: ReadonlyMap<NodeId, Rect>,
    selection: ReadonlySet<NodeId>,
    editable: boolean,
  ): FlowNode[] {
    const kept = new Map<
      NodeId,
      { node: BoardNode; rect: Rect; selected: boolean; z: number; flow: FlowNode }
    >()
    const list: FlowNode[] = []
    const visit = (parentId: NodeId | null, depth: number): void => {
      for (const node of view.children(parentId)) {
        const rect = overlay.get(node.id) ?? node
        const selected = selection.has(node.id)
        const z = node.kind === 'group' ? depth : SERVICE_LAYER
        const known = this.#made.get(node.id)
        const same =
          known &&
          known.node === node &&
          known.selected === selected &&
          known.z === z &&
          known.flow.draggable === (editable && !node.locked) &&
          sameRect(known.rect, rect)
        const entry = same
          ? known
          : { node, rect, selected, z, flow: flowNode(node, rect, selected, z, editable) }
        kept.set(node.id, entry)
        list.push(entry.flow)
        if (node.kind === 'group' && depth < 100) visit(node.id, depth + 1)
      }
    }
    visit(null, 0)
    this.#made = kept
    if (list.length === this.#last.length && list.every((n, i) => n === this.#last[i]))
      return this.#last
    this.#last = list
    return list
  }
}

function flowNode(
  node: BoardNode,
  rect: Rect,
  selected: boolean,
  z: number,
  editable: boolean,
): FlowNode {
  const shared = {
    id: node.id,
    position: { x: rect.x, y: rect.y },
    width: rect.w,
    height: rect.h,
    measured: { width: rect.w, height: rect.h },
    selected,
    zIndex: z,
    draggable: editable && !node.locked,
    connectable: false,
    deletable: false,
    ariaLabel: node.label,
  }
  return node.kind === 'service'
    ? { ...shared, type: 'awsService', data: { node } }
    : { ...shared, type: 'awsGroup', data: { node }, dragHandle: '.group-grip' }
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
}
