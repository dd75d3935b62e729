import { useStoreApi } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { BoardView } from '#shared/model/board-view'
import { intersects, type Rect } from '#shared/model/geometry'
import type { Mark } from '#shared/model/records'
import type { BoardPainter } from '../../painting/board-painter'

/** So many marks have an element of their own. */
const MOST = 150
/** How long the board stands still before what is near is looked up, ms. */
const SETTLED_MS = 120

/** Marks with something to read that are on screen, in drawing order. */
export function useNearMarks(painter: BoardPainter | null, view: BoardView): readonly Mark[] {
  const store = useStoreApi()
  const [seen, setSeen] = useState<Rect | null>(null)
  useEffect(() => {
    if (!painter) return undefined
    let timer = 0
    const look = (): void => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      setSeen({ x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom })
    }
    let last: unknown = null
    const later = (): void => {
      const { transform } = store.getState()
      if (transform === last) return
      last = transform
      window.clearTimeout(timer)
      timer = window.setTimeout(look, SETTLED_MS)
    }
    later()
    const stop = store.subscribe(later)
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [store, painter])
  if (!seen) return []
  const near: Mark[] = []
  for (const mark of view.marks)
    if (near.length < MOST && isReadable(mark) && intersects(mark, seen)) near.push(mark)
  return near
}

function isReadable(mark: Mark): boolean {
  return mark.kind === 'sticky' || mark.kind === 'image' || ('text' in mark && mark.text !== '')
}
