import { MoveUpRight, PaintBucket, Trash2 } from 'lucide-react'
import { Children, type ReactNode } from 'react'
import type { Mark } from '#shared/model/records'
import { chosenMarks } from '#shared/operations/chosen'
import { restyle, setTextSize, type MarkStyle } from '#shared/operations/marks'
import { useBoardView, useCommand, useSession, useView } from '../../session/context'
import { IconButton } from '../../ui/Button'
import { TEXT_SIZES } from './look-words'
import { InkColors, PaperColors, PenSizes, VoteButtons } from './looks'

/** How what is chosen looks, or what is drawn next; votes on a sticky note. Not there when it has nothing to offer. */
export function MarkStrip() {
  const session = useSession()
  const view = useBoardView()
  const run = useCommand()
  const tool = useView((v) => v.tool)
  const selected = useView((v) => v.selectedMarks)
  const inkColor = useView((v) => v.inkColor)
  const stickyColor = useView((v) => v.stickyColor)
  const penSize = useView((v) => v.penSize)
  const marks = chosenMarks(view, selected)
  const isDrawing = tool !== 'select' && tool !== 'eraser'
  if (marks.length === 0 && !isDrawing) return null

  const { set } = session.view.getState()
  // Only what all of them have, or it would be as wide as the board; the inspector has the rest.
  const all = <Kind extends Mark['kind']>(...kinds: Kind[]) =>
    // `every` cannot see that a kind names its record.
    marks.every(({ kind }) => kinds.some((one) => one === kind))
      ? (marks as Extract<Mark, { kind: Kind }>[])
      : []
  const restyled = (some: readonly Mark[], style: MarkStyle): void => {
    const ids = some.map(({ id }) => id)
    session.edit(restyle(view, ids, style))
  }
  const stickies = all('sticky')
  const shapes = all('shape')
  const lines = all('line')
  const texts = all('text')
  const strokes = all('stroke')
  const inked = all('shape', 'line', 'text', 'stroke')
  const showsPaper = stickies.length > 0 || tool === 'sticky'
  const showsInk = !showsPaper && (inked.length > 0 || isDrawing)
  // Several of different kinds have nothing in common.
  if (marks.length > 1 && !showsPaper && !showsInk) return null
  const isTint = shapes[0]?.fill === 'tint'
  const hasArrow = lines[0]?.arrow === true

  return (
    <div
      role="toolbar"
      aria-label="Look"
      data-testid="mark-strip"
      className="float-in pointer-events-auto flex items-center rounded-lg border border-line bg-raised p-1 shadow-float"
    >
      <Group>
        {showsPaper ? (
          <PaperColors
            value={stickies[0]?.color ?? stickyColor}
            onChange={(color) => {
              set({ stickyColor: color })
              restyled(stickies, { color })
            }}
          />
        ) : null}
        {showsInk ? (
          <InkColors
            value={inked[0]?.color ?? inkColor}
            onChange={(color) => {
              set({ inkColor: color })
              restyled(inked, { color })
            }}
          />
        ) : null}
      </Group>
      <Group>
        {strokes.length > 0 || tool === 'pen' ? (
          <PenSizes
            value={strokes[0]?.sizePx ?? penSize}
            onChange={(sizePx) => {
              set({ penSize: sizePx })
              restyled(strokes, { sizePx })
            }}
          />
        ) : null}
      </Group>
      <Group>
        {shapes.length > 0 ? (
          <IconButton
            label="Fill"
            active={isTint}
            onClick={() => restyled(shapes, { fill: isTint ? 'none' : 'tint' })}
          >
            <PaintBucket size={15} />
          </IconButton>
        ) : null}
        {lines.length > 0 ? (
          <IconButton
            label="Arrowhead"
            active={hasArrow}
            onClick={() => restyled(lines, { arrow: !hasArrow })}
          >
            <MoveUpRight size={15} />
          </IconButton>
        ) : null}
      </Group>
      <Group>
        {texts.length > 0
          ? TEXT_SIZES.map(({ name, short, sizePx }) => (
              <IconButton
                key={name}
                label={name}
                active={texts[0]?.sizePx === sizePx}
                onClick={() => session.edit(setTextSize(view, selected, sizePx))}
                className="text-xs font-semibold"
              >
                {short}
              </IconButton>
            ))
          : null}
      </Group>
      <Group>{stickies.length > 0 ? <VoteButtons stickies={stickies} /> : null}</Group>
      <Group>
        {marks.length > 0 ? (
          <IconButton label="Delete" onClick={() => run('edit.delete')}>
            <Trash2 size={15} />
          </IconButton>
        ) : null}
      </Group>
    </div>
  )
}

/** Tools that belong together, with a line between them and those before; nothing when there are none. */
function Group({ children }: { children: ReactNode }) {
  if (Children.toArray(children).length === 0) return null
  return (
    <div className="flex items-center gap-0.5 not-first:ml-1.5 not-first:border-l not-first:border-line not-first:pl-1.5">
      {children}
    </div>
  )
}
