import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'

/** Keeps the board where it is on the screen while panels beside it come, go and change their width. */
export function useSteadyView(root: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow()
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    let before = element.getBoundingClientRect()
    const observer = new ResizeObserver(() => {
      const now = element.getBoundingClientRect()
      const [dx, dy] = [now.left - before.left, now.top - before.top]
      before = now
      if (dx === 0 && dy === 0) return
      const { x, y, zoom } = flow.getViewport()
      void flow.setViewport({ x: x - dx, y: y - dy, zoom })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [flow, root])
}
