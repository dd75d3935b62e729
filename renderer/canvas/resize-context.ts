import { createContext } from 'react'
import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'

/** How a group's resize handles report to the canvas. `isFree`: it is to line up with nothing. */
export const ResizeContext = createContext<{
  onResize: (id: NodeId, rect: Rect, isFree: boolean) => void
  onResizeEnd: (id: NodeId, rect: Rect, isFree: boolean) => void
}>({ onResize: () => undefined, onResizeEnd: () => undefined })
