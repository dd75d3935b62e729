import {
  GROUP_HEADER,
  GROUP_PADDING,
  MIN_GROUP_SIZE,
  SERVICE_SIZE,
  type Rect,
  type Size,
} from '../../../model/geometry'

/** What is to be placed: a tree by parent, groups after their parents or before, in drawing order. */
interface Placeable {
  id: string
  parentId: string | null
  group: boolean
}

/** Room between neighbours. */
const GAP = 24
/** Rows are about so much wider than high. */
const WIDE = 1.8

/**
 * Gives every node a place, groups around what is inside them and nothing over anything else.
 *
 * Children stand in rows, in their order; the same tree gives the same picture. Linear but for the sorting by parent.
 */
export function placeInRows(nodes: readonly Placeable[]): ReadonlyMap<string, Rect> {
  const children = new Map<string | null, Placeable[]>()
  const ids = new Set(nodes.map(({ id }) => id))
  for (const node of nodes) {
    const parent = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null
    const list = children.get(parent)
    if (list) list.push(node)
    else children.set(parent, [node])
  }
  const sizes = new Map<string, Size>()
  const offsets = new Map<string, { x: number; y: number }>()

  const measure = (node: Placeable): Size => {
    const inside = children.get(node.id) ?? []
    if (!node.group) return SERVICE_SIZE
    const inner = pack(inside)
    const size = {
      w: Math.max(MIN_GROUP_SIZE.w, inner.w + 2 * GROUP_PADDING, 160),
      h: Math.max(MIN_GROUP_SIZE.h, inner.h + GROUP_HEADER + GROUP_PADDING / 2 + GROUP_PADDING),
    }
    return size
  }

  /** Sets the offsets of siblings in rows and says how much room they take. */
  const pack = (siblings: readonly Placeable[]): Size => {
    const measured = siblings.map((node) => {
      const size = measure(node)
      sizes.set(node.id, size)
      return { node, size }
    })
    const area = measured.reduce((sum, { size }) => sum + (size.w + GAP) * (size.h + GAP), 0)
    const widest = measured.reduce((most, { size }) => Math.max(most, size.w), 0)
    const width = Math.max(widest, Math.sqrt(area * WIDE))
    let x = 0
    let y = 0
    let rowHeight = 0
    let used = 0
    for (const { node, size } of measured) {
      if (x > 0 && x + size.w > width) {
        x = 0
        y += rowHeight + GAP
        rowHeight = 0
      }
      offsets.set(node.id, { x, y })
      x += size.w + GAP
      used = Math.max(used, x - GAP)
      rowHeight = Math.max(rowHeight, size.h)
    }
    return { w: used, h: siblings.length === 0 ? 0 : y + rowHeight }
  }

  pack(children.get(null) ?? [])
  const placed = new Map<string, Rect>()
  const settle = (siblings: readonly Placeable[], left: number, top: number): void => {
    for (const node of siblings) {
      const offset = offsets.get(node.id) ?? { x: 0, y: 0 }
      const size = sizes.get(node.id) ?? SERVICE_SIZE
      const rect = { x: left + offset.x, y: top + offset.y, ...size }
      placed.set(node.id, rect)
      settle(
        children.get(node.id) ?? [],
        rect.x + GROUP_PADDING,
        rect.y + GROUP_HEADER + GROUP_PADDING / 2,
      )
    }
  }
  settle(children.get(null) ?? [], 0, 0)
  return placed
}
