import { ChevronLeft, ChevronRight, CircleDot, ShieldAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Rect } from '#shared/model/geometry'
import type { BoardId } from '#shared/model/ids'
import { boundsOf } from '#shared/render/bounds'
import { useBoard, useCommand, useSession, useView } from '../../session/context'
import { IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'

/** How a step fills the screen. */
const FILLING = { maxZoom: 2.5, padding: 40 }

interface Step {
  key: string
  boardId: BoardId
  title: string
  rect: Rect | null
}

/**
 * Presenting: frames of each board in order, or the whole board where it has none. The bar shows itself when the
 * pointer comes near; the board stays editable.
 */
export function PresentBar() {
  const session = useSession()
  const run = useCommand()
  const presenting = useView((v) => v.presenting)
  const content = useBoard((b) => b.snapshot.content)
  const [near, setNear] = useState(true)

  const steps: Step[] = content.boards.flatMap((board): Step[] => {
    const frames = content.frames.filter((f) => f.boardId === board.id)
    if (frames.length > 0)
      return frames.map((f) => ({
        key: f.id,
        boardId: board.id,
        title: `${board.name} · ${f.title}`,
        rect: { x: f.x, y: f.y, w: f.w, h: f.h },
      }))
    const isHere = ({ boardId }: { boardId: BoardId }): boolean => boardId === board.id
    const rect = boundsOf(content.nodes.filter(isHere), content.marks.filter(isHere))
    return [{ key: board.id, boardId: board.id, title: board.name, rect }]
  })
  const at = Math.min(presenting?.step ?? 0, steps.length - 1)
  const step = steps[at]
  const key = step?.key
  const asked = presenting?.step

  // Going on at the end counts no further, so that the first step back is seen.
  useEffect(() => {
    const state = session.view.getState()
    if (state.presenting && state.presenting.step !== at)
      state.set({ presenting: { ...state.presenting, step: at } })
  }, [session, at, asked])

  useEffect(() => {
    const shown = steps[at]
    if (!shown) return undefined
    if (session.view.getState().boardId !== shown.boardId)
      session.view.setState({
        boardId: shown.boardId,
        goingTo: shown.rect && { boardId: shown.boardId, rect: shown.rect, ...FILLING },
      })
    // After the board has changed and the window has taken its full size.
    let frame = window.requestAnimationFrame(() => {
      frame = window.requestAnimationFrame(() => {
        if (shown.rect) session.view.canvas?.fitRect(shown.rect, { ...FILLING, animate: true })
      })
    })
    return () => window.cancelAnimationFrame(frame)
    // Only another step moves the view: edits while presenting must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, key, at])

  useEffect(() => {
    const refit = (): void => {
      const shown = steps[at]
      if (shown?.rect) session.view.canvas?.fitRect(shown.rect, { ...FILLING, animate: false })
    }
    window.addEventListener('resize', refit)
    return () => window.removeEventListener('resize', refit)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, key, at])

  useEffect(() => {
    let timer = window.setTimeout(() => setNear(false), 2500)
    const wake = (e: PointerEvent): void => {
      window.clearTimeout(timer)
      setNear(true)
      const close = e.clientY > window.innerHeight - 120
      timer = window.setTimeout(() => setNear(false), close ? 6000 : 1800)
    }
    window.addEventListener('pointermove', wake)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
    }
  }, [])

  if (!presenting) return null
  return (
    <div
      role="toolbar"
      aria-label="Presenting"
      className={cx(
        'absolute bottom-4 left-1/2 z-50 flex -translate-x-1/2 items-center gap-1 rounded-lg border border-line bg-raised px-1.5 py-1 shadow-float transition-opacity duration-150 focus-within:opacity-100',
        near ? 'opacity-100' : 'opacity-0',
      )}
    >
      <IconButton
        label="Previous"
        keys="←"
        onClick={() => run('present.previous')}
        disabled={at === 0}
      >
        <ChevronLeft size={16} />
      </IconButton>
      <span className="min-w-40 px-1 text-center">
        <span className="font-medium">{step?.title}</span>
        <span className="ml-2 text-xs text-faint">
          {at + 1} / {steps.length}
        </span>
      </span>
      <IconButton
        label="Next"
        keys="→"
        onClick={() => run('present.next')}
        disabled={at >= steps.length - 1}
      >
        <ChevronRight size={16} />
      </IconButton>
      <span className="mx-1 h-5 w-px bg-line" />
      <IconButton
        label="Laser pointer"
        keys="L"
        active={presenting.laser}
        onClick={() => run('present.laser')}
      >
        <CircleDot size={16} />
      </IconButton>
      <IconButton
        label="Findings"
        keys="F"
        active={presenting.showFindings}
        onClick={() => run('present.findings')}
      >
        <ShieldAlert size={16} />
      </IconButton>
      <IconButton
        label="Stop presenting"
        keys="Esc"
        onClick={() => {
          session.view.getState().select([])
          run('edit.escape')
        }}
      >
        <X size={16} />
      </IconButton>
    </div>
  )
}
