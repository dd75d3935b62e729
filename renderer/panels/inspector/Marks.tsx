import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { LIMITS, type Mark, type StickyMark } from '#shared/model/records'
import { resizeMark, restyle, setText, setTextSize, type MarkStyle } from '#shared/operations/marks'
import { countOf, kindOf } from '../../canvas/marks/mark-names'
import { useBoardView, useCanEdit, useCommand, useSession } from '../../session/context'
import { Button } from '../../ui/Button'
import { CommitInput, Labelled, Segmented } from '../../ui/Field'
import { PEN_SIZES, TEXT_SIZES, voteName, type SizeChoice } from '../marks/look-words'
import { MarkIcon } from '../marks/MarkIcon'
import { InkColors, PaperColors, VoteButtons } from '../marks/looks'
import { CommandButtons, FOR_SEVERAL } from './CommandButtons'

const FOR_ONE: readonly string[] = [
  'arrange.stack.front',
  'arrange.stack.back',
  'edit.duplicate',
  'edit.delete',
]

/** Everything that can be said about the marks that are selected. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  const [first] = marks
  if (!first) return null
  const isOne = marks.length === 1
  return (
    <div className="flex flex-col gap-4 p-3">
      <header className="flex items-center gap-3">
        {isOne ? (
          <span className="flex size-9 shrink-0 items-center justify-center rounded-md border border-line text-muted">
            <MarkIcon mark={first} size={18} />
          </span>
        ) : null}
        <h2 className="min-w-0 flex-1 font-semibold">
          {isOne ? kindOf(first) : `${countOf(0, marks.length)} selected`}
        </h2>
        <LockButton marks={marks} />
      </header>
      {isOne ? <Words key={first.id} mark={first} /> : <CommandButtons ids={FOR_SEVERAL} />}
      <Look marks={marks} />
      {isOne ? <Measures key={`${first.id} size`} mark={first} /> : null}
      <Votes stickies={marks.filter((mark) => mark.kind === 'sticky')} />
      {isOne ? <CommandButtons ids={FOR_ONE} /> : null}
    </div>
  )
}

function LockButton({ marks }: { marks: readonly Mark[] }) {
  const run = useCommand()
  const canEdit = useCanEdit()
  const isLocked = marks.every(({ locked }) => locked === true)
  const icon = isLocked ? <Lock size={13} /> : <LockOpen size={13} />
  return (
    <Button
      kind="quiet"
      icon={icon}
      disabled={!canEdit}
      aria-pressed={isLocked}
      onClick={() => run('arrange.lock')}
    >
      {isLocked ? 'Locked' : 'Lock'}
    </Button>
  )
}

/** What is written on a mark, or what a picture shows. */
function Words({ mark }: { mark: Mark }) {
  const session = useSession()
  const view = useBoardView()
  const canEdit = useCanEdit()
  const write = (text: string): void => void session.edit(setText(view, mark.id, text))
  if (mark.kind === 'image')
    return (
      <Labelled label="What it shows" hint="Read out to those who cannot see the picture.">
        {(id) => (
          <CommitInput
            id={id}
            disabled={!canEdit}
            value={mark.alt}
            onCommit={(text) => write(text.trim().slice(0, LIMITS.label))}
          />
        )}
      </Labelled>
    )
  if (!('text' in mark)) return null
  return (
    <Labelled label="Text">
      {(id) => (
        <CommitInput id={id} multiline disabled={!canEdit} value={mark.text} onCommit={write} />
      )}
    </Labelled>
  )
}

/** Colours and sizes that marks have, each for those that have it. */
export function Look({ marks }: { marks: readonly Mark[] }) {
  const session = useSession()
  const view = useBoardView()
  const canEdit = useCanEdit()
  const ofKind = <Kind extends Mark['kind']>(kind: Kind) =>
    // `filter` cannot see that a kind names its record.
    marks.filter((mark) => mark.kind === kind) as Extract<Mark, { kind: Kind }>[]
  const idsOf = (some: readonly Mark[]) => some.map(({ id }) => id)
  const restyled = (some: readonly Mark[], style: MarkStyle): void => {
    session.edit(restyle(view, idsOf(some), style))
  }
  const stickies = ofKind('sticky')
  const shapes = ofKind('shape')
  const lines = ofKind('line')
  const texts = ofKind('text')
  const strokes = ofKind('stroke')
  const inked = marks.filter((mark) => mark.kind !== 'sticky' && mark.kind !== 'image')
  return (
    <>
      {stickies.length > 0 ? (
        <Row label="Paper">
          <PaperColors
            value={common(stickies.map(({ color }) => color))}
            disabled={!canEdit}
            onChange={(color) => restyled(stickies, { color })}
          />
        </Row>
      ) : null}
      {inked.length > 0 ? (
        <Row label="Colour">
          <InkColors
            value={common(inked.map(({ color }) => color))}
            disabled={!canEdit}
            onChange={(color) => restyled(inked, { color })}
          />
        </Row>
      ) : null}
      {texts.length > 0 ? (
        <Sizes
          label="Text size"
          sizes={TEXT_SIZES}
          value={common(texts.map(({ sizePx }) => sizePx))}
          onChange={(sizePx) => session.edit(setTextSize(view, idsOf(texts), sizePx))}
        />
      ) : null}
      {strokes.length > 0 ? (
        <Sizes
          label="Pen"
          sizes={PEN_SIZES}
          value={common(strokes.map(({ sizePx }) => sizePx))}
          onChange={(sizePx) => restyled(strokes, { sizePx })}
        />
      ) : null}
      {shapes.length > 0 ? (
        <>
          <Choice
            label="Shape"
            value={common(shapes.map(({ shape }) => shape))}
            choices={[
              { value: 'rectangle', label: 'Rectangle' },
              { value: 'ellipse', label: 'Ellipse' },
            ]}
            onChange={(shape) => restyled(shapes, { shape })}
          />
          <Choice
            label="Inside"
            value={common(shapes.map(({ fill }) => fill))}
            choices={[
              { value: 'tint', label: 'Tinted' },
              { value: 'none', label: 'Empty' },
            ]}
            onChange={(fill) => restyled(shapes, { fill })}
          />
        </>
      ) : null}
      {lines.length > 0 ? (
        <Choice
          label="End"
          value={common(lines.map(({ arrow }) => (arrow ? 'arrow' : 'plain')))}
          choices={[
            { value: 'arrow', label: 'Arrowhead' },
            { value: 'plain', label: 'Plain' },
          ]}
          onChange={(end) => restyled(lines, { arrow: end === 'arrow' })}
        />
      ) : null}
    </>
  )
}

/** How wide and high a mark is, where that can be said; board units. */
function Measures({ mark }: { mark: Mark }) {
  const session = useSession()
  const view = useBoardView()
  const canEdit = useCanEdit()
  if (mark.kind === 'line' || mark.kind === 'stroke') return null
  const field = (label: string, side: 'w' | 'h') => (
    <Labelled label={label}>
      {(id) => (
        <CommitInput
          id={id}
          inputMode="numeric"
          disabled={!canEdit || mark.locked === true}
          value={String(Math.round(mark[side]))}
          onCommit={(text) => {
            const length = Number(text.replace(',', '.'))
            if (Number.isFinite(length) && length > 0)
              session.edit(resizeMark(view, mark.id, { [side]: length }))
          }}
        />
      )}
    </Labelled>
  )
  return (
    <div className="grid grid-cols-2 gap-2">
      {field('Width', 'w')}
      {mark.kind === 'text' ? null : field('Height', 'h')}
    </div>
  )
}

/** Who voted for what, and this person's own votes. */
function Votes({ stickies }: { stickies: readonly StickyMark[] }) {
  const [only] = stickies
  if (!only) return null
  const cast = stickies.length === 1 ? Object.entries(only.votes) : []
  return (
    <Row label="Votes">
      <VoteButtons stickies={stickies} />
      <ul className="mt-1 ml-1 flex w-full flex-col gap-0.5 text-xs text-muted">
        {cast.map(([emoji, names]) =>
          names.length === 0 ? null : (
            <li key={emoji}>
              <span className="font-medium text-ink">
                {voteName(emoji)} {names.length}
              </span>{' '}
              {names.join(', ')}
            </li>
          ),
        )}
      </ul>
    </Row>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1">
      <span aria-hidden className="text-xs font-medium text-muted">
        {label}
      </span>
      <div className="-ml-1 flex flex-wrap items-center gap-0.5">{children}</div>
    </div>
  )
}

function Sizes({
  label,
  sizes,
  value,
  onChange,
}: {
  label: string
  sizes: readonly SizeChoice[]
  value: number | undefined
  onChange: (sizePx: number) => void
}) {
  return (
    <Choice
      label={label}
      value={value === undefined ? undefined : String(value)}
      choices={sizes.map(({ sizePx, short }) => ({ value: String(sizePx), label: short }))}
      onChange={(sizePx) => onChange(Number(sizePx))}
    />
  )
}

function Choice<T extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: T | undefined
  choices: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  const canEdit = useCanEdit()
  return (
    <Row label={label}>
      <div className="ml-1 flex">
        <Segmented<T | ''>
          label={label}
          disabled={!canEdit}
          value={value ?? ''}
          choices={choices}
          onChange={(chosen) => {
            if (chosen !== '') onChange(chosen)
          }}
        />
      </div>
    </Row>
  )
}

/** What all of them have; `undefined` when they differ. */
function common<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined
}
