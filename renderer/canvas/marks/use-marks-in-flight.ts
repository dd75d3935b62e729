import { useLayoutEffect, useMemo } from 'react'
import type { BoardView } from '#shared/model/board-view'
import type { Point } from '#shared/model/geometry'
import type { BoardPainter } from '../../painting/board-painter'
import type { MarksInFlight } from '../../painting/paint-marks'
import { useView } from '../../session/context'
import { useCanvas } from '../canvas-store'
import { usePeerDrags } from '../PresenceLayer'

const HERE: Point = { x: 0, y: 0 }

/** Marks that are in somebody's hand, this person's or another's. */
export function useMarksInFlight(view: BoardView): MarksInFlight {
  const own = useCanvas((c) => c.marks)
  const peers = usePeerDrags()
  return useMemo(() => {
    if (!peers) return own
    const all = new Map(own)
    for (const mark of view.marks) {
      const at = peers.get(mark.id)
      if (at && !all.has(mark.id))
        all.set(mark.id, { mark, by: { x: at.x - mark.x, y: at.y - mark.y } })
    }
    return all
  }, [own, peers, view])
}

/** Paints marks where they are carried, and without the text that is being written. */
export function usePaintedMarks(painter: BoardPainter | null, view: BoardView): void {
  const inFlight = useMarksInFlight(view)
  const draft = useCanvas((c) => c.draft)
  const editing = useView((v) => (v.editing?.kind === 'mark' ? v.editing.id : null))
  const shown = useMemo((): MarksInFlight => {
    const written =
      draft ?? (editing === null ? undefined : view.marks.find(({ id }) => id === editing))
    if (!written || !('text' in written)) return inFlight
    return new Map(inFlight).set(written.id, { mark: { ...written, text: '' }, by: HERE })
  }, [inFlight, draft, editing, view])
  useLayoutEffect(() => painter?.setMarksInFlight(shown), [painter, shown])
}
