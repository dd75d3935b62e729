import type { BoardView } from '../model/board-view'
import { iconRect, type Point, type Rect } from '../model/geometry'
import type { NodeId } from '../model/ids'
import { segmentCrosses, type Obstacles } from './route'

/** Edge length of the grid's cells, board units: a few icons to a cell. */
const CELL = 256
/** More cells than a column of the largest board has: makes one number of two. */
const ROW = 2 ** 20
/** What crossing one icon is worth in length: a walk around it is cheaper. */
const CROSSING_COST = 400
/** Segments that pass more cells than this are not looked at cell by cell. */
const MOST_CELLS = 64

interface Obstacle {
  id: NodeId
  rect: Rect
}

/** The icons on a board, found by place. */
export interface BoardObstacles {
  /** All but the two that a connector belongs to. */
  except(a: NodeId, b: NodeId): Obstacles
}

export function createObstacles(view: BoardView): BoardObstacles {
  const cells = new Map<number, Obstacle[]>()
  for (const node of view.nodes) {
    if (node.kind !== 'service') continue
    const rect = iconRect(node)
    const obstacle: Obstacle = { id: node.id, rect }
    eachCell(rect.x, rect.y, rect.x + rect.w, rect.y + rect.h, (key) => {
      const list = cells.get(key)
      if (list) list.push(obstacle)
      else cells.set(key, [obstacle])
    })
  }
  return {
    except: (a, b) => ({
      cost(points: readonly Point[]): number {
        let cost = 0
        for (let at = 1; at < points.length; at++) {
          const p = points[at - 1]
          const q = points[at]
          if (p && q) cost += CROSSING_COST * crossings(cells, p, q, a, b)
        }
        return cost
      },
    }),
  }
}

function crossings(
  cells: ReadonlyMap<number, readonly Obstacle[]>,
  p: Point,
  q: Point,
  a: NodeId,
  b: NodeId,
): number {
  let hit: Set<NodeId> | null = null
  eachCell(
    Math.min(p.x, q.x),
    Math.min(p.y, q.y),
    Math.max(p.x, q.x),
    Math.max(p.y, q.y),
    (key) => {
      for (const { id, rect } of cells.get(key) ?? [])
        if (id !== a && id !== b && segmentCrosses(p, q, rect)) (hit ??= new Set()).add(id)
    },
  )
  return hit === null ? 0 : (hit as Set<NodeId>).size
}

function eachCell(
  left: number,
  top: number,
  right: number,
  bottom: number,
  visit: (key: number) => void,
): void {
  const x0 = Math.floor(left / CELL)
  const y0 = Math.floor(top / CELL)
  const x1 = Math.min(Math.floor(right / CELL), x0 + MOST_CELLS)
  const y1 = Math.min(Math.floor(bottom / CELL), y0 + MOST_CELLS)
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) visit(x * ROW + y)
}
