import { useEffect, useRef, useState } from 'react'
import { LIMITS, type Mark } from '#shared/model/records'
import type { Patch } from '#shared/model/patch'
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
  const [text, setText] = useState(mark.text)
  const now = { ...mark, text }
  useEffect(() => {
    // After the press that opened it has let go of the focus.
    const frame = requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.select()
    })
    return () => cancelAnimationFrame(frame)
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
      session.edit(rewritten(mark, now))
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
      onChange={(e) => setText(e.target.value)}
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

/** What writing changes; a text of which nothing is left goes. */
function rewritten(before: Written, now: Written): Patch {
  if (before.text === now.text) return []
  if (now.kind === 'text' && now.text.trim() === '') return [{ op: 'removeMark', id: now.id }]
  return [{ op: 'setMark', id: now.id, set: { text: now.text, ...sizeFor(now) } }]
}

function sizeFor(mark: Written): { h?: number } {
  return mark.kind === 'text' ? { h: textHeight(mark) } : {}
}
