import { GROUP_HEADER, GROUP_PADDING, MIN_GROUP_SIZE, SERVICE_SIZE } from '../model/geometry'
import type { BoardNode } from '../model/records'

const GAP = 48

/** Gives nodes places: siblings in a row, groups around what is in them. Changes the records it is given. */
export function layOut(nodes: BoardNode[]): void {
  const children = new Map<string | null, BoardNode[]>()
  for (const node of nodes) {
    const list = children.get(node.parentId)
    if (list) list.push(node)
    else children.set(node.parentId, [node])
  }
  const place = (node: BoardNode, x: number, y: number): void => {
    node.x = x
    node.y = y
    if (node.kind === 'service') {
      node.w = SERVICE_SIZE.w
      node.h = SERVICE_SIZE.h
      return
    }
    const inner = row(
      children.get(node.id) ?? [],
      x + GROUP_PADDING,
      y + GROUP_HEADER + GROUP_PADDING,
    )
    node.w = Math.max(MIN_GROUP_SIZE.w, inner.right + GROUP_PADDING - x)
    node.h = Math.max(MIN_GROUP_SIZE.h, inner.bottom + GROUP_PADDING - y)
  }
  const row = (
    list: readonly BoardNode[],
    x: number,
    y: number,
  ): { right: number; bottom: number } => {
    let right = x
    let bottom = y
    for (const node of list) {
      place(node, right === x ? x : right + GAP, y)
      right = node.x + node.w
      bottom = Math.max(bottom, node.y + node.h)
    }
    return { right, bottom }
  }
  row(children.get(null) ?? [], 0, 0)
}
