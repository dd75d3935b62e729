import { ChevronRight, Lock } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { nodeIcon } from '#shared/catalogue/catalogue'
import type { BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import { inReadingOrder } from '#shared/operations/navigate'
import { useBoardView, useSession, useVerdicts, useView } from '../../session/context'
import { reveal } from '../../session/reveal'
import { AwsIcon } from '../../ui/AwsIcon'
import { cx } from '../../ui/classes'
import { EmptyState } from '../../ui/EmptyState'
import { RiskMark } from '../../ui/RiskMark'

/** Height of a row, CSS px. */
const ROW = 30
/** Rows kept in the page beyond those that are seen. */
const SPARE = 12
/** On larger boards only the outermost groups are open at first. */
const OPEN_UP_TO = 200

interface Row {
  node: BoardNode
  level: number
  isOpen: boolean | null
  position: number
  siblings: number
}

/** The board as a tree: every node of it can be read, reached and chosen here, however large the board is. */
export function Outline() {
  const session = useSession()
  const view = useBoardView()
  const selection = useView((v) => v.selection)
  const [closed, setClosed] = useState<ReadonlySet<NodeId> | null>(null)
  const shut = useMemo(() => closed ?? firstClosed(view), [closed, view])
  const rows = useMemo(() => rowsOf(view, shut), [view, shut])
  const [at, setAt] = useState<NodeId | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)

  const last = selection.at(-1) ?? null
  useEffect(() => {
    const scroller = box.current?.closest<HTMLElement>('[role="tabpanel"]')
    if (!scroller) return undefined
    const follow = (): void => {
      setTop(scroller.scrollTop)
      setHeight(scroller.clientHeight)
    }
    follow()
    scroller.addEventListener('scroll', follow)
    return () => scroller.removeEventListener('scroll', follow)
  }, [])
  const current = at && rows.some((row) => row.node.id === at) ? at : (rows[0]?.node.id ?? null)

  function go(index: number): void {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    setAt(row.node.id)
    const scroller = box.current?.closest<HTMLElement>('[role="tabpanel"]')
    const y = rows.indexOf(row) * ROW
    if (
      scroller &&
      (y < scroller.scrollTop || y > scroller.scrollTop + scroller.clientHeight - ROW)
    )
      scroller.scrollTop = y - scroller.clientHeight / 2
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-outline="${row.node.id}"]`)?.focus(),
    )
  }

  function toggle(id: NodeId, open: boolean): void {
    const next = new Set(shut)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = rows.findIndex((row) => row.node.id === current)
    const row = rows[index]
    if (!row) return
    const { node, isOpen } = row
    if (event.key === 'ArrowDown') go(index + 1)
    else if (event.key === 'ArrowUp') go(index - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(rows.length - 1)
    else if (event.key === 'ArrowRight' && isOpen === false) toggle(node.id, true)
    else if (event.key === 'ArrowRight' && isOpen) go(index + 1)
    else if (event.key === 'ArrowLeft' && isOpen) toggle(node.id, false)
    else if (event.key === 'ArrowLeft' && node.parentId)
      go(rows.findIndex((one) => one.node.id === node.parentId))
    else if (event.key === 'Enter' || event.key === ' ') reveal(session, node.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (view.nodes.length === 0)
    return <EmptyState title="Nothing drawn yet">What is on the board is listed here.</EmptyState>

  const first = Math.max(0, Math.floor(top / ROW) - SPARE)
  const shown = rows.slice(first, Math.ceil((top + height) / ROW) + SPARE)
  return (
    <div
      ref={box}
      role="tree"
      aria-label={`Outline of ${view.board.name}`}
      onKeyDown={onKeyDown}
      className="relative"
      style={{ height: rows.length * ROW + 8 }}
    >
      {shown.map((row, i) => (
        <OutlineRow
          key={row.node.id}
          row={row}
          y={(first + i) * ROW + 4}
          isChosen={selection.includes(row.node.id)}
          isCurrent={row.node.id === (current ?? last)}
          onToggle={() => toggle(row.node.id, row.isOpen === false)}
          onChoose={() => {
            setAt(row.node.id)
            reveal(session, row.node.id)
          }}
        />
      ))}
    </div>
  )
}

function OutlineRow({
  row: { node, level, isOpen, position, siblings },
  y,
  isChosen,
  isCurrent,
  onToggle,
  onChoose,
}: {
  row: Row
  y: number
  isChosen: boolean
  isCurrent: boolean
  onToggle: () => void
  onChoose: () => void
}) {
  const badge = useVerdicts((v) => v.badges.get(node.id))
  const icon = nodeIcon(node)
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-setsize={siblings}
      aria-posinset={position}
      aria-selected={isChosen}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      tabIndex={isCurrent ? 0 : -1}
      data-outline={node.id}
      onClick={onChoose}
      className={cx(
        'absolute inset-x-1 flex cursor-default items-center gap-1.5 rounded-md pr-2',
        isChosen ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
      style={{ top: y, height: ROW - 2, paddingLeft: (level - 1) * 14 + 4 }}
    >
      {isOpen === null ? (
        <span className="w-4 shrink-0" />
      ) : (
        <span
          aria-hidden
          className="flex w-4 shrink-0 justify-center text-faint"
          onClick={(e) => {
            e.stopPropagation()
            onToggle()
          }}
        >
          <ChevronRight size={14} className={isOpen ? 'rotate-90' : ''} />
        </span>
      )}
      {icon ? <AwsIcon icon={icon} size={18} /> : <span className="size-[18px] shrink-0" />}
      <span className="min-w-0 flex-1 truncate text-xs">{node.label}</span>
      {node.locked ? <Lock size={12} className="shrink-0 text-faint" aria-label="Locked" /> : null}
      {badge?.worst ? <RiskMark level={badge.worst} size={12} /> : null}
    </div>
  )
}

function firstClosed(view: BoardView): ReadonlySet<NodeId> {
  if (view.nodes.length <= OPEN_UP_TO) return new Set()
  return new Set(
    view.nodes.flatMap((node) => (node.kind === 'group' && node.parentId !== null ? node.id : [])),
  )
}

function rowsOf(view: BoardView, closed: ReadonlySet<NodeId>): Row[] {
  const rows: Row[] = []
  const visit = (parent: NodeId | null, level: number): void => {
    const children = inReadingOrder(view.children(parent))
    children.forEach((node, i) => {
      const holds = node.kind === 'group' && view.children(node.id).length > 0
      const isOpen = holds ? !closed.has(node.id) : null
      rows.push({ node, level, isOpen, position: i + 1, siblings: children.length })
      if (isOpen && level < 100) visit(node.id, level + 1)
    })
  }
  visit(null, 1)
  return rows
}
