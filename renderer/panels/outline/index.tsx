import { ChevronRight, Lock, PencilLine } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { nodeIcon } from '#shared/catalogue/catalogue'
import { nameOf } from '../../canvas/marks/mark-names'
import { useBoardView, useSession, useVerdicts, useView } from '../../session/context'
import { reveal, revealMark } from '../../session/reveal'
import { AwsIcon } from '../../ui/AwsIcon'
import { cx } from '../../ui/classes'
import { EmptyState } from '../../ui/EmptyState'
import { RiskMark } from '../../ui/RiskMark'
import { MarkIcon } from '../marks/MarkIcon'
import { firstClosed, rowsOf, type Listed, type Row } from './rows'

/** Height of a row, CSS px. */
const ROW = 30
/** Rows kept in the page beyond those that are seen. */
const SPARE = 12

/** The board as a tree: all that is on it can be read, reached and chosen here, however large the board is. */
export function Outline() {
  const session = useSession()
  const view = useBoardView()
  const selection = useView((v) => v.selection)
  const selectedMarks = useView((v) => v.selectedMarks)
  const [closed, setClosed] = useState<ReadonlySet<string> | null>(null)
  const shut = useMemo(() => closed ?? firstClosed(view), [closed, view])
  const rows = useMemo(() => rowsOf(view, shut), [view, shut])
  const [at, setAt] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)

  const last = selection.at(-1) ?? selectedMarks.at(-1) ?? null
  const chosen = useMemo(
    () => new Set<string>([...selection, ...selectedMarks]),
    [selection, selectedMarks],
  )
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
  const current = at && rows.some((row) => row.key === at) ? at : (rows[0]?.key ?? null)

  function go(index: number): void {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    setAt(row.key)
    const scroller = box.current?.closest<HTMLElement>('[role="tabpanel"]')
    const y = rows.indexOf(row) * ROW
    if (
      scroller &&
      (y < scroller.scrollTop || y > scroller.scrollTop + scroller.clientHeight - ROW)
    )
      scroller.scrollTop = y - scroller.clientHeight / 2
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-outline="${row.key}"]`)?.focus(),
    )
  }

  function toggle(key: string, open: boolean): void {
    const next = new Set(shut)
    if (open) next.delete(key)
    else next.add(key)
    setClosed(next)
  }

  function choose({ key, isOpen, listed }: Row): void {
    setAt(key)
    if (listed.kind === 'node') reveal(session, listed.node.id)
    else if (listed.kind === 'mark') revealMark(session, listed.mark.id)
    else toggle(key, isOpen === false)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = rows.findIndex((row) => row.key === current)
    const row = rows[index]
    if (!row) return
    const { key, parent, isOpen } = row
    if (event.key === 'ArrowDown') go(index + 1)
    else if (event.key === 'ArrowUp') go(index - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(rows.length - 1)
    else if (event.key === 'ArrowRight' && isOpen === false) toggle(key, true)
    else if (event.key === 'ArrowRight' && isOpen) go(index + 1)
    else if (event.key === 'ArrowLeft' && isOpen) toggle(key, false)
    else if (event.key === 'ArrowLeft' && parent !== null)
      go(rows.findIndex((one) => one.key === parent))
    else if (event.key === 'Enter' || event.key === ' ') choose(row)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (rows.length === 0)
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
          key={row.key}
          row={row}
          y={(first + i) * ROW + 4}
          isChosen={chosen.has(row.key)}
          isCurrent={row.key === (current ?? last)}
          onToggle={() => toggle(row.key, row.isOpen === false)}
          onChoose={() => choose(row)}
        />
      ))}
    </div>
  )
}

function OutlineRow({
  row: { key, level, isOpen, position, siblings, listed },
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
  const nodeId = listed.kind === 'node' ? listed.node.id : null
  const badge = useVerdicts((v) => (nodeId === null ? undefined : v.badges.get(nodeId)))
  const isLocked =
    (listed.kind === 'node' && listed.node.locked) || (listed.kind === 'mark' && listed.mark.locked)
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-setsize={siblings}
      aria-posinset={position}
      aria-selected={isChosen}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      tabIndex={isCurrent ? 0 : -1}
      data-outline={key}
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
      <RowIcon listed={listed} />
      <span className="min-w-0 flex-1 truncate text-xs">{wordsOf(listed)}</span>
      {isLocked ? <Lock size={12} className="shrink-0 text-faint" aria-label="Locked" /> : null}
      {badge?.worst ? <RiskMark level={badge.worst} size={12} /> : null}
    </div>
  )
}

function RowIcon({ listed }: { listed: Listed }) {
  const icon = listed.kind === 'node' ? nodeIcon(listed.node) : null
  if (icon) return <AwsIcon icon={icon} size={18} />
  return (
    <span className="flex size-[18px] shrink-0 items-center justify-center text-muted" aria-hidden>
      {listed.kind === 'mark' ? <MarkIcon mark={listed.mark} size={14} /> : null}
      {listed.kind === 'marks' ? <PencilLine size={14} /> : null}
    </span>
  )
}

function wordsOf(listed: Listed): string {
  if (listed.kind === 'node') return listed.node.label
  return listed.kind === 'mark' ? nameOf(listed.mark) : 'Whiteboard'
}
