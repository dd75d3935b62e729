import { useReactFlow } from '@xyflow/react'
import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { center, clip, union, type Point, type Rect } from '#shared/model/geometry'
import { NodeId } from '#shared/model/ids'
import { markExtent } from '#shared/render/mark-drawing'
import { useBridge } from '../bridge/context'
import { boardMenu, hasSelection } from '../commands/board-menu'
import type { BoardPainter } from '../painting/board-painter'
import { commandContext, useSession, useView } from '../session/context'
import { MenuAt } from '../ui/Menu'
import { isControlClick } from './gesture'
import { pickAt } from './pick'

/** How far the right button may go and still ask for a menu rather than move the board, CSS px. */
const STILL_PX = 3
/** What has no menu of the board: text, and panels that lie on the canvas. */
const NOT_BOARD = 'input, textarea, select, .react-flow__panel, [data-own-press]'

/** The menu of what is pointed at: by right click, long press, or keyboard. */
export function BoardMenu({
  root,
  painter,
}: {
  root: RefObject<HTMLElement | null>
  painter: BoardPainter | null
}) {
  const bridge = useBridge()
  const session = useSession()
  const menu = useView((v) => v.menu)
  useRightButton(root, painter)
  useAsked(root, painter)
  if (menu === null || menu === 'asked') return null
  const now = () => commandContext(bridge, session)
  const context = now()
  const entries = context ? boardMenu(context, now) : []
  if (!context || entries.length === 0) return null
  return (
    <MenuAt
      key={`${menu.x} ${menu.y}`}
      x={menu.x}
      y={menu.y}
      label={hasSelection(context) ? 'Menu of what is selected' : 'Menu of the board'}
      entries={entries}
      onClose={() => session.view.getState().set({ menu: null })}
      onClosed={() => {
        // What was chosen may have put the focus into a field of its own.
        const { activeElement } = document
        if (!activeElement || activeElement === document.body) session.view.canvas?.focus()
      }}
    />
  )
}

/** A right button that goes up where it went down asks for the menu; one that moves is React Flow's, and pans. */
function useRightButton(root: RefObject<HTMLElement | null>, painter: BoardPainter | null): void {
  const session = useSession()
  const flow = useReactFlow()
  useEffect(() => {
    const element = root.current
    if (!element || !painter) return undefined
    let from: Point | null = null
    const isBoard = ({ target }: Event): boolean =>
      target instanceof Element && target.closest(NOT_BOARD) === null
    const open = (e: MouseEvent): void => {
      const at = flow.screenToFlowPosition({ x: e.clientX, y: e.clientY })
      const picked = pickAt(painter.scene, at, flow.getZoom())
      const { selection, selectedEdges, selectedMarks, select, set } = session.view.getState()
      if (!picked) select([])
      else if (picked.kind === 'edge') {
        if (!selectedEdges.includes(picked.id)) select([], [picked.id])
      } else if (picked.kind === 'mark') {
        if (!selectedMarks.includes(picked.id)) select([], [], [picked.id])
      } else if (!selection.includes(picked.id)) select([picked.id])
      set({ menu: { x: e.clientX, y: e.clientY, at } })
    }
    const down = (e: PointerEvent): void => {
      from = e.button === 2 && isBoard(e) ? { x: e.clientX, y: e.clientY } : null
    }
    const up = (e: PointerEvent): void => {
      const start = from
      if (e.button === 2) from = null
      if (e.button !== 2 || !start) return
      if (Math.hypot(e.clientX - start.x, e.clientY - start.y) <= STILL_PX) open(e)
    }
    // The system's own menu would come too early: on some systems when the button goes down.
    const menu = (e: MouseEvent): void => {
      if (!isBoard(e)) return
      e.preventDefault()
      const isTouch = e instanceof PointerEvent && e.pointerType === 'touch'
      if (isTouch || isControlClick(e)) open(e)
    }
    element.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    element.addEventListener('contextmenu', menu)
    return () => {
      element.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
      element.removeEventListener('contextmenu', menu)
    }
  }, [root, painter, session, flow])
}

/** Puts a menu that was asked for by keyboard beside what it is about, choosing the node that has the focus. */
function useAsked(root: RefObject<HTMLElement | null>, painter: BoardPainter | null): void {
  const session = useSession()
  const flow = useReactFlow()
  const isAsked = useView((v) => v.menu === 'asked')
  useLayoutEffect(() => {
    const box = root.current?.getBoundingClientRect()
    const board = session.board.getState().view
    if (!isAsked || !box || !painter || !board) return
    const { select, set } = session.view.getState()
    const focused = NodeId.safeParse(
      document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset['id'],
    )
    if (focused.success && !session.view.getState().selection.includes(focused.data))
      select([focused.data])
    const { selection, selectedEdges, selectedMarks } = session.view.getState()
    const about: Rect[] = [
      ...selection.flatMap((id) => board.node(id) ?? []),
      ...board.marks.filter(({ id }) => selectedMarks.includes(id)).map(markExtent),
      ...selectedEdges.flatMap((id) => {
        const labelAt = painter.scene.edge(id)?.route.labelAt
        return labelAt ? [{ ...labelAt, w: 0, h: 0 }] : []
      }),
    ]
    const corner = flow.screenToFlowPosition({ x: box.left, y: box.top })
    const zoom = flow.getZoom()
    const seen: Rect = { ...corner, w: box.width / zoom, h: box.height / zoom }
    const whole = union(about)
    // Of what is large only a part is on screen, and of what is small not always even that.
    const at = center((whole && (clip(whole, seen) ?? inside(whole, seen))) ?? seen)
    const { x, y } = flow.flowToScreenPosition(at)
    set({ menu: { x, y, at } })
  }, [isAsked, root, painter, session, flow])
}

function inside(point: Point, seen: Rect): Rect {
  const within = (value: number, from: number, size: number): number =>
    Math.min(Math.max(value, from), from + size)
  return { x: within(point.x, seen.x, seen.w), y: within(point.y, seen.y, seen.h), w: 0, h: 0 }
}
