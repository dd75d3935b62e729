import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Point, Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { Mark } from '#shared/model/records'
import type { SnapGap, SnapLine } from '#shared/model/snap-lines'
import type { MarksInFlight } from '../painting/paint-marks'

/** A connector being drawn by hand. */
export interface Linking {
  source: NodeId
  /** Where the pointer is, board units. */
  to: Point
  /** The node under the pointer that would become the other end. */
  target: NodeId | null
}

/** What is in flight on this canvas and not yet in the document. Dies with the gesture. */
export interface CanvasState {
  /** Where dragged or resized nodes are shown, in place of what their records say. */
  overlay: ReadonlyMap<NodeId, Rect>
  /** What is dragged stays, and a copy will be put down. */
  copying: boolean
  guides: readonly SnapLine[]
  gaps: readonly SnapGap[]
  /** The group that would take what is being dragged. */
  dropTarget: NodeId | null
  linking: Linking | null
  /** The rectangle that is being drawn around things, board units. */
  marquee: Rect | null
  /** Marks that are being drawn, moved or erased. */
  marks: MarksInFlight
  /** A sticky or text that is put on the board once it is written. */
  draft: Mark | null
  hovered: NodeId | null
  hoveredEdge: EdgeId | null
}

export type CanvasStore = StoreApi<CanvasState>

const NO_MARKS: MarksInFlight = new Map()
const NOTHING: ReadonlyMap<NodeId, Rect> = new Map()

export const RESTING: Omit<CanvasState, 'hovered' | 'hoveredEdge' | 'draft'> = {
  overlay: NOTHING,
  copying: false,
  guides: [],
  gaps: [],
  dropTarget: null,
  linking: null,
  marquee: null,
  marks: NO_MARKS,
}

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    ...RESTING,
    hovered: null,
    hoveredEdge: null,
    draft: null,
  }))
}

export const CanvasContext = createContext<CanvasStore | null>(null)

export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext)
  if (!store) throw new Error('No canvas above this component')
  return store
}

export function useCanvas<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvasStore(), select)
}
