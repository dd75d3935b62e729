import { ViewportPortal } from '@xyflow/react'
import { useEffect, useMemo, type KeyboardEvent } from 'react'
import { shifted } from '#shared/model/mark-place'
import type { Mark } from '#shared/model/records'
import { chosenMarks } from '#shared/operations/chosen'
import { textHeight } from '#shared/render/mark-drawing'
import type { BoardPainter } from '../../painting/board-painter'
import type { MarksInFlight } from '../../painting/paint-marks'
import { useBoardView, useCanEdit, useSession, useView } from '../../session/context'
import { useCanvas, useCanvasStore } from '../canvas-store'
import { MarkEditor } from './MarkEditor'
import { MarkHandles } from './MarkHandles'
import { nameOf } from './mark-names'
import { useMarksInFlight } from './use-marks-in-flight'
import { useNearMarks } from './use-near-marks'

/** So many chosen marks are outlined one by one. */
const OUTLINED = 300

/** What can be reached of marks: their names, outlines, handles and the text that is being written. */
export function MarkLayer({ painter }: { painter: BoardPainter | null }) {
  const session = useSession()
  const canvas = useCanvasStore()
  const view = useBoardView()
  const canEdit = useCanEdit()
  const near = useNearMarks(painter, view)
  const draft = useCanvas((c) => c.draft)
  const editing = useView((v) => (v.editing?.kind === 'mark' ? v.editing.id : null))
  // What was begun on one board is not put on another.
  useEffect(() => () => canvas.setState({ draft: null }), [canvas, view.board.id])
  if (view.marks.length === 0 && !draft) return null

  const written = editing === null ? undefined : view.marks.find(({ id }) => id === editing)

  const onKeyDown = (e: KeyboardEvent, mark: Mark): void => {
    if (e.key !== ' ' && e.key !== 'Enter') return
    e.preventDefault()
    e.stopPropagation()
    const { select, selection, selectedMarks } = session.view.getState()
    if (e.shiftKey)
      select(selection, [], [...selectedMarks.filter((id) => id !== mark.id), mark.id])
    else select([], [], [mark.id])
    if (e.key === 'Enter' && canEdit && 'text' in mark)
      session.view.getState().set({ editing: { kind: 'mark', id: mark.id } })
  }

  return (
    <ViewportPortal>
      {near.map((mark) => (
        <div
          key={mark.id}
          data-mark={mark.kind}
          role={mark.kind === 'image' ? 'img' : 'note'}
          aria-label={nameOf(mark)}
          // A mark is chosen and opened with the keyboard, as services are.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onKeyDown={(e) => onKeyDown(e, mark)}
          className="pointer-events-none absolute rounded"
          style={{ left: mark.x, top: mark.y, width: mark.w, height: mark.h }}
        />
      ))}
      <ChosenMarks />
      {written && 'text' in written ? (
        <MarkEditor key={written.id} mark={written} isNew={false} />
      ) : null}
      {draft && 'text' in draft ? <MarkEditor key={draft.id} mark={draft} isNew /> : null}
    </ViewportPortal>
  )
}

/** Outlines of the chosen marks, where they are carried, and the handles of one that is chosen alone. */
function ChosenMarks() {
  const view = useBoardView()
  const canEdit = useCanEdit()
  const selected = useView((v) => v.selectedMarks)
  const isAlone = useView((v) => v.selection.length === 0 && v.selectedMarks.length === 1)
  const isWriting = useView((v) => v.editing?.kind === 'mark')
  const inFlight = useMarksInFlight(view)
  const chosen = useMemo(() => chosenMarks(view, selected).slice(0, OUTLINED), [view, selected])
  const shown = chosen.flatMap((mark) => asShown(mark, inFlight))
  const [only] = shown
  return (
    <>
      {shown.map((mark) => (
        <Outline key={mark.id} mark={mark} />
      ))}
      {canEdit && isAlone && only && only.locked !== true && !isWriting ? (
        <MarkHandles mark={only} />
      ) : null}
    </>
  )
}

/** A mark as it is shown now, carried or not; none while it is being erased. */
function asShown(mark: Mark, inFlight: MarksInFlight): Mark[] {
  const shown = inFlight.get(mark.id)
  if (shown === null) return []
  return [shown && shown.stays !== true ? shifted(shown.mark, shown.by) : mark]
}

function Outline({ mark }: { mark: Mark }) {
  const zoom = useView((v) => v.zoom)
  if (mark.kind === 'line') return null
  const gap = mark.kind === 'stroke' ? Math.max(6 / zoom, mark.sizePx / 2 + 2) : 2 / zoom
  const height = mark.kind === 'text' ? Math.max(mark.h, textHeight(mark)) : mark.h
  return (
    <div
      data-chosen-mark
      className="pointer-events-none absolute"
      style={{
        left: mark.x - gap,
        top: mark.y - gap,
        width: mark.w + 2 * gap,
        height: height + 2 * gap,
        outline: `${1.5 / zoom}px solid var(--accent)`,
        borderRadius: 4 / zoom,
        zIndex: 1950,
      }}
    />
  )
}
