import { createContext } from 'react'
import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'

/** How a group's resize handles report to the canvas. */
export const ResizeContext = createContext<{
  onResize: (id: NodeId, rect: Rect) => void
  onResizeEnd: (id: NodeId, rect: Rect) => void
}>({ onResize: () => undefined, onResizeEnd: () => undefined })
