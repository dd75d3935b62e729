import type { Ink, StickyColor, StickyMark } from '#shared/model/records'
import { vote } from '#shared/operations/marks'
import { inks, stickyColors } from '#shared/render/mark-drawing'
import { useBoardView, useCanEdit, useSession } from '../../session/context'
import { IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { useTheme } from '../../ui/theme'
import { INK_NAMES, keysOf, PAPER_NAMES, PEN_SIZES, VOTES } from './look-words'

interface Chooser<T> {
  /** The one that is chosen; `undefined` when several are. */
  value: T | undefined
  onChange: (value: T) => void
  disabled?: boolean
}

/** The colours that sticky notes come in. */
export function PaperColors({ value, onChange, disabled }: Chooser<StickyColor>) {
  const papers = stickyColors[useTheme()]
  return keysOf(PAPER_NAMES).map((color) => (
    <Swatch
      key={color}
      name={PAPER_NAMES[color]}
      color={papers[color].paper}
      edge={papers[color].edge}
      active={value === color}
      disabled={disabled === true}
      onClick={() => onChange(color)}
    />
  ))
}

/** The colours that lines and letters come in. */
export function InkColors({ value, onChange, disabled }: Chooser<Ink>) {
  const colors = inks[useTheme()]
  return keysOf(INK_NAMES).map((color) => (
    <Swatch
      key={color}
      name={INK_NAMES[color]}
      color={colors[color]}
      edge="transparent"
      active={value === color}
      disabled={disabled === true}
      onClick={() => onChange(color)}
    />
  ))
}

/** How thick the pen is, as dots. */
export function PenSizes({ value, onChange, disabled }: Chooser<number>) {
  return PEN_SIZES.map(({ name, sizePx }) => (
    <IconButton
      key={name}
      label={name}
      active={value === sizePx}
      disabled={disabled === true}
      onClick={() => onChange(sizePx)}
    >
      <span
        className="block rounded-full bg-current"
        style={{ width: 2 + sizePx * 0.7, height: 2 + sizePx * 0.7 }}
      />
    </IconButton>
  ))
}

/** Casts this person's vote on every one of some sticky notes, or takes it back. */
export function VoteButtons({ stickies }: { stickies: readonly StickyMark[] }) {
  const session = useSession()
  const view = useBoardView()
  const canEdit = useCanEdit()
  const { actor } = session.editContext()
  return VOTES.map(([emoji, name]) => {
    const isCast = stickies.every(({ votes }) => votes[emoji]?.includes(actor))
    const open = stickies.filter(({ votes }) => (votes[emoji]?.includes(actor) ?? false) === isCast)
    return (
      <IconButton
        key={emoji}
        label={name}
        active={isCast}
        disabled={!canEdit}
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
  disabled,
  onClick,
}: {
  name: string
  color: string
  edge: string
  active: boolean
  disabled: boolean
  onClick: () => void
}) {
  return (
    <IconButton label={name} active={active} disabled={disabled} onClick={onClick}>
      <span
        className={cx(
          'block size-4 rounded-full border',
          active && 'outline-2 outline-offset-1 outline-accent',
        )}
        style={{ background: color, borderColor: edge }}
      />
    </IconButton>
  )
}
