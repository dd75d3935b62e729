import type { Node } from '@xyflow/react'
import type { BoardView } from '#shared/model/board-view'
import { sameRect, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardNode, GroupNode, ServiceNode } from '#shared/model/records'

export type ServiceFlowNode = Node<{ node: ServiceNode }, 'awsService'>
export type GroupFlowNode = Node<{ node: GroupNode }, 'awsGroup'>
export type FlowNode = ServiceFlowNode | GroupFlowNode

/** Connectors lie between groups (0 … depth) and services. */
export const EDGE_LAYER = 500
const SERVICE_LAYER = 1000

interface Made {
  node: BoardNode
  rect: Rect
  selected: boolean
  depth: number
  flow: FlowNode
}

/**
 * Maps records to React Flow nodes and keeps the identity of those that are as they were last time, so that React Flow
 * renders again only what changed.
 */
export class FlowMapper {
  #made = new Map<NodeId, Made>()
  #last: FlowNode[] = []

  /** @param near the nodes that React Flow is to hold, in the order in which they are reached by keyboard */
  map(
    view: BoardView,
    near: readonly BoardNode[],
    overlay: ReadonlyMap<NodeId, Rect>,
    selection: ReadonlySet<NodeId>,
  ): FlowNode[] {
    const kept = new Map<NodeId, Made>()
    const list: FlowNode[] = []
    for (const node of near) {
      const rect = overlay.get(node.id) ?? node
      const selected = selection.has(node.id)
      const depth = node.kind === 'group' ? view.ancestors(node.id).length : SERVICE_LAYER
      const known = this.#made.get(node.id)
      const entry =
        known?.node === node &&
        known.selected === selected &&
        known.depth === depth &&
        sameRect(known.rect, rect)
          ? known
          : { node, rect, selected, depth, flow: flowNode(node, rect, selected, depth) }
      kept.set(node.id, entry)
      list.push(entry.flow)
    }
    this.#made = kept
    if (list.length === this.#last.length && list.every((n, i) => n === this.#last[i]))
      return this.#last
    this.#last = list
    return list
  }
}

function flowNode(node: BoardNode, rect: Rect, selected: boolean, depth: number): FlowNode {
  const shared = {
    id: node.id,
    position: { x: rect.x, y: rect.y },
    width: rect.w,
    height: rect.h,
    measured: { width: rect.w, height: rect.h },
    selected,
    zIndex: depth,
    connectable: false,
    deletable: false,
    ariaLabel: node.label,
  }
  return node.kind === 'service'
    ? { ...shared, type: 'awsService', data: { node } }
    : { ...shared, type: 'awsGroup', data: { node } }
}
