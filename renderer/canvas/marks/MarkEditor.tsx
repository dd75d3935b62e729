import { useLayoutEffect, useRef, useState } from 'react'
import { LIMITS, type Mark } from '#shared/model/records'
import { setText } from '#shared/operations/marks'
import {
  boxText,
  inks,
  MARK_LINE,
  MARK_PADDING,
  stickyColors,
  textHeight,
} from '#shared/render/mark-drawing'
import { useSession } from '../../session/context'
import { useTheme } from '../../ui/theme'
import { useCanvasStore } from '../canvas-store'
import { putMarks } from './mark-gestures'

type Written = Extract<Mark, { text: string }>

/** A mark's text, written where it stands. Enter makes a line; Escape or leaving it keeps the text. */
export function MarkEditor({ mark, isNew }: { mark: Written; isNew: boolean }) {
  const session = useSession()
  const canvas = useCanvasStore()
  const theme = useTheme()
  const field = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)
  const [text, write] = useState(mark.text)
  const now = { ...mark, text }
  // At once: somebody may be typing already.
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const finish = (choose: boolean): void => {
    if (done.current) return
    done.current = true
    const { select, set } = session.view.getState()
    if (isNew) {
      canvas.setState({ draft: null })
      const isWorthKeeping = mark.kind !== 'text' || text.trim() !== ''
      const { id: _id, boardId: _board, order: _order, ...made } = { ...now, ...sizeFor(now) }
      const ids = isWorthKeeping ? putMarks(session, [made]) : []
      if (choose) select([], [], ids)
    } else {
      set({ editing: null })
      const view = session.board.getState().view
      if (view && text !== mark.text) session.edit(setText(view, mark.id, text))
    }
    if (choose) session.view.canvas?.focus()
  }

  const { sizePx } = now.kind === 'text' ? now : boxText(now).style
  const lines = now.kind === 'shape' ? Math.max(1, boxText(now).lines.length) : 0
  const pad = now.kind === 'text' ? 0 : MARK_PADDING
  return (
    <textarea
      ref={field}
      aria-label={mark.kind === 'sticky' ? 'Text of the sticky note' : 'Text'}
      value={text}
      maxLength={LIMITS.text}
      placeholder={mark.kind === 'text' ? 'Write something' : ''}
      className="nodrag nopan nowheel pointer-events-auto absolute resize-none overflow-hidden bg-transparent font-medium outline-none placeholder:text-faint"
      style={{
        left: mark.x,
        top: mark.y,
        width: mark.w + 2,
        height: now.kind === 'text' ? textHeight(now) + 4 : now.h,
        padding: pad,
        paddingTop:
          mark.kind === 'shape' ? Math.max(0, (mark.h - lines * sizePx * MARK_LINE) / 2) : pad,
        textAlign: mark.kind === 'shape' ? 'center' : 'left',
        fontSize: sizePx,
        lineHeight: MARK_LINE,
        color:
          now.kind === 'sticky'
            ? stickyColors[theme][now.color].text
            : inks[theme][now.kind === 'text' ? now.color : 'ink'],
        zIndex: 2200,
      }}
      onChange={(e) => write(e.target.value)}
      onBlur={() => finish(false)}
      onPointerDown={(e) => e.stopPropagation()}
      onKeyDown={(e) => {
        e.stopPropagation()
        if (e.key === 'Escape' || (e.key === 'Enter' && (e.ctrlKey || e.metaKey))) {
          e.preventDefault()
          finish(true)
        }
      }}
    />
  )
}

function sizeFor(mark: Written): { h?: number } {
  return mark.kind === 'text' ? { h: textHeight(mark) } : {}
}
