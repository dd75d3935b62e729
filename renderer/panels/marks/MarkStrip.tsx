import { MoveUpRight, PaintBucket, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Ink, Mark, StickyColor, StickyMark } from '#shared/model/records'
import { restyle, vote, type MarkStyle } from '#shared/operations/marks'
import { inks, stickyColors } from '#shared/render/mark-drawing'
import { useBoardView, useCommand, useSession, useView } from '../../session/context'
import { IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { useTheme } from '../../ui/theme'

const STICKY_NAMES: Record<StickyColor, string> = {
  yellow: 'Yellow',
  blue: 'Blue',
  green: 'Green',
  pink: 'Pink',
  purple: 'Purple',
  grey: 'Grey',
}
const INK_NAMES: Record<Ink, string> = {
  ink: 'Ink',
  muted: 'Grey',
  blue: 'Blue',
  red: 'Red',
  green: 'Green',
  orange: 'Orange',
  purple: 'Purple',
}
const VOTES: readonly [emoji: string, name: string][] = [
  ['👍', 'Agree'],
  ['❤️', 'Love'],
  ['❓', 'Question'],
  ['⚠️', 'Risk'],
  ['⭐', 'Favourite'],
]
const TEXT_SIZES: readonly [name: string, short: string, sizePx: number][] = [
  ['Small text', 'S', 14],
  ['Medium text', 'M', 20],
  ['Large text', 'L', 36],
]

/** How what is chosen looks, or what is drawn next; votes on a sticky note. Not there when it has nothing to offer. */
export function MarkStrip() {
  const session = useSession()
  const view = useBoardView()
  const run = useCommand()
  const theme = useTheme()
  const tool = useView((v) => v.tool)
  const selected = useView((v) => v.selectedMarks)
  const inkColor = useView((v) => v.inkColor)
  const stickyColor = useView((v) => v.stickyColor)
  const chosen = new Set(selected)
  const marks = selected.length === 0 ? [] : view.marks.filter(({ id }) => chosen.has(id))
  const stickies = marks.filter((mark) => mark.kind === 'sticky')
  const isDrawing = tool !== 'select' && tool !== 'eraser'
  if (marks.length === 0 && !isDrawing) return null

  const restyleChosen = (style: MarkStyle): void => {
    session.edit(restyle(view, selected, style))
  }
  const ofKind = <Kind extends Mark['kind']>(kind: Kind) =>
    // `filter` cannot see that a kind names its record.
    marks.filter((mark) => mark.kind === kind) as Extract<Mark, { kind: Kind }>[]
  const shapes = ofKind('shape')
  const lines = ofKind('line')
  const texts = ofKind('text')
  const inked = [...shapes, ...lines, ...texts, ...ofKind('stroke')]
  const showsPaper = stickies.length > 0 || tool === 'sticky'
  const showsInk = !showsPaper && (inked.length > 0 || isDrawing)
  const paper = stickies[0]?.color ?? stickyColor
  const ink = inked[0]?.color ?? inkColor

  return (
    <div
      role="toolbar"
      aria-label="Look"
      data-testid="mark-strip"
      className="float-in pointer-events-auto flex items-center gap-0.5 rounded-lg border border-line bg-raised p-1 shadow-float"
    >
      {showsPaper
        ? keysOf(STICKY_NAMES).map((color) => (
            <Swatch
              key={color}
              name={STICKY_NAMES[color]}
              color={stickyColors[theme][color].paper}
              edge={stickyColors[theme][color].edge}
              active={paper === color}
              onClick={() => {
                session.view.getState().set({ stickyColor: color })
                restyleChosen({ color })
              }}
            />
          ))
        : null}
      {showsInk
        ? keysOf(INK_NAMES).map((color) => (
            <Swatch
              key={color}
              name={INK_NAMES[color]}
              color={inks[theme][color]}
              edge="transparent"
              active={ink === color}
              onClick={() => {
                session.view.getState().set({ inkColor: color })
                restyleChosen({ color })
              }}
            />
          ))
        : null}
      {shapes.length > 0 ? (
        <>
          <Rule />
          <IconButton
            label="Fill"
            active={shapes[0]?.fill === 'tint'}
            onClick={() => restyleChosen({ fill: shapes[0]?.fill === 'tint' ? 'none' : 'tint' })}
          >
            <PaintBucket size={15} />
          </IconButton>
        </>
      ) : null}
      {lines.length > 0 ? (
        <>
          <Rule />
          <IconButton
            label="Arrowhead"
            active={lines[0]?.arrow === true}
            onClick={() => restyleChosen({ arrow: lines[0]?.arrow !== true })}
          >
            <MoveUpRight size={15} />
          </IconButton>
        </>
      ) : null}
      {texts.length > 0 ? (
        <>
          <Rule />
          {TEXT_SIZES.map(([name, short, sizePx]) => (
            <IconButton
              key={name}
              label={name}
              active={texts[0]?.sizePx === sizePx}
              onClick={() => restyleChosen({ sizePx })}
              className="text-xs font-semibold"
            >
              {short}
            </IconButton>
          ))}
        </>
      ) : null}
      {stickies.length > 0 ? (
        <>
          <Rule />
          <Votes stickies={stickies} />
        </>
      ) : null}
      {marks.length > 0 ? (
        <>
          {showsPaper || showsInk ? <Rule /> : null}
          <IconButton label="Delete" onClick={() => run('edit.delete')}>
            <Trash2 size={15} />
          </IconButton>
        </>
      ) : null}
    </div>
  )
}

/** Casts this person's vote on every chosen sticky note, or takes it back. */
function Votes({ stickies }: { stickies: readonly StickyMark[] }) {
  const session = useSession()
  const view = useBoardView()
  const { actor } = session.editContext()
  return VOTES.map(([emoji, name]) => {
    const isCast = stickies.every(({ votes }) => votes[emoji]?.includes(actor))
    const open = stickies.filter(({ votes }) => (votes[emoji]?.includes(actor) ?? false) === isCast)
    return (
      <IconButton
        key={emoji}
        label={name}
        active={isCast}
        onClick={() => session.edit(open.flatMap(({ id }) => vote(view, id, emoji, actor)))}
      >
        <span aria-hidden className="text-[15px] leading-none">
          {emoji}
        </span>
      </IconButton>
    )
  })
}

function Swatch({
  name,
  color,
  edge,
  active,
  onClick,
}: {
  name: string
  color: string
  edge: string
  active: boolean
  onClick: () => void
}) {
  return (
    <IconButton label={name} active={active} onClick={onClick}>
      <span
        className={cx('block size-4 rounded-full border', active && 'ring-2 ring-accent')}
        style={{ background: color, borderColor: edge }}
      />
    </IconButton>
  )
}

function Rule(): ReactNode {
  return <span className="mx-1 h-4 w-px bg-line" />
}

function keysOf<Key extends string>(names: Record<Key, string>): Key[] {
  // A record's own keys, as it was written.
  return Object.keys(names) as Key[]
}
