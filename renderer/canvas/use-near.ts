import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import type { BoardView } from '#shared/model/board-view'
import { inflate, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import type { BoardPainter } from '../painting/board-painter'
import { useView } from '../session/context'
import { useCanvas } from './canvas-store'

/** Boards up to this many nodes have all of them in the page; of larger ones, only what is near the eye. */
const SMALL_BOARD = 150
/** More than this in view is too far away to be worked on one by one. */
const MOST_NEAR = 150
/** How long the board must stand still before the page takes in what has come near, ms. */
const REST_MS = 140
/** Up to so many selected nodes are in the page wherever they are. */
const MOST_SELECTED = 40

export interface Near {
  nodes: readonly BoardNode[]
  edges: readonly BoardEdge[]
}

/**
 * What the page holds as elements, to be focused, hovered, edited and read out. Everything is painted, in the page or
 * not; what is far away is reached through the outline, by keyboard and by pointing at it.
 */
export function useNear(view: BoardView, painter: BoardPainter | null): Near {
  const seen = useSeenAtRest()
  const selection = useView((v) => v.selection)
  const selectedEdges = useView((v) => v.selectedEdges)
  const editing = useView((v) => v.editing)
  const focused = useView((v) => v.focused)
  const hovered = useCanvas((c) => c.hovered)
  const isSmall = view.nodes.length <= SMALL_BOARD

  const inView = useMemo((): Near => {
    if (isSmall) return { nodes: inOrder(view), edges: view.edges }
    if (!seen || !painter) return NOTHING_NEAR
    const near = painter.scene.nodesIfFew(inflate(seen, 40), MOST_NEAR)
    if (!near) return NOTHING_NEAR
    const nodes = near.flatMap(({ id }) => view.node(id) ?? [])
    const edges = painter.scene.edgesIn(seen).flatMap(({ edge }) => view.edge(edge.id) ?? [])
    return { nodes, edges: edges.length > MOST_NEAR * 2 ? [] : edges }
  }, [view, isSmall, seen, painter])

  return useMemo((): Near => {
    if (isSmall) return inView
    const ids = new Set<NodeId>(selection.length <= MOST_SELECTED ? selection : [])
    for (const id of [hovered, focused, editing?.kind === 'node' ? editing.id : null])
      if (id) ids.add(id)
    const known = new Set(inView.nodes.map((node) => node.id))
    const nodes = [...ids].flatMap((id) => (known.has(id) ? [] : (view.node(id) ?? [])))
    const edgeIds = new Set(selectedEdges.length <= MOST_SELECTED ? selectedEdges : [])
    if (editing?.kind === 'edge') edgeIds.add(editing.id)
    const knownEdges = new Set(inView.edges.map((edge) => edge.id))
    const edges = [...edgeIds].flatMap((id) => (knownEdges.has(id) ? [] : (view.edge(id) ?? [])))
    return nodes.length + edges.length === 0
      ? inView
      : { nodes: [...inView.nodes, ...nodes], edges: [...inView.edges, ...edges] }
  }, [view, isSmall, inView, selection, selectedEdges, editing, focused, hovered])
}

const NOTHING_NEAR: Near = { nodes: [], edges: [] }

/** Groups before what is in them: as one reads the board, and as the Tab key goes through it. */
function inOrder(view: BoardView): BoardNode[] {
  const list: BoardNode[] = []
  const visit = (parent: NodeId | null, depth: number): void => {
    for (const node of view.children(parent)) {
      list.push(node)
      if (node.kind === 'group' && depth < 100) visit(node.id, depth + 1)
    }
  }
  visit(null, 0)
  return list
}

/** The part of the board on screen, when it has stopped moving. */
function useSeenAtRest(): Rect | null {
  const store = useStoreApi()
  const [seen, setSeen] = useState<Rect | null>(null)
  useEffect(() => {
    let timer = 0
    let last: unknown = null
    let size = 0
    const follow = (): void => {
      const { transform, width, height } = store.getState()
      if (transform === last && width * height === size) return
      last = transform
      size = width * height
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        const [x, y, zoom] = store.getState().transform
        setSeen({ x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom })
      }, REST_MS)
    }
    follow()
    const stop = store.subscribe(follow)
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [store])
  return seen
}
