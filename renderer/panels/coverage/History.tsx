import { useMemo, useState } from 'react'
import { DESIGN_PRINCIPLES, PILLARS } from '#shared/rules/define-rule'
import {
  figuresOf,
  pointsOn,
  type PostureFigures,
  type TallyKey,
} from '#shared/rules/posture-history'
import { useBoard } from '../../session/context'
import { Select, type Choice } from '../../ui/Field'
import { PILLAR_WORDS, PRINCIPLE_WORDS } from '../words'
import { percent } from './figures'

const CHOICES: readonly Choice<TallyKey>[] = [
  { value: 'all', label: 'Whole board' },
  ...PILLARS.map((value) => ({ value, label: PILLAR_WORDS[value] })),
  ...DESIGN_PRINCIPLES.map((value) => ({ value, label: PRINCIPLE_WORDS[value] })),
]

const LINES = [
  { name: 'Known', key: 'coverage', color: 'var(--question)', dash: '5 3' },
  { name: 'Holds', key: 'posture', color: 'var(--ok)', dash: undefined },
] as const

/** How the two figures went since records of this board are kept. */
export function History() {
  const history = useBoard((b) => b.snapshot.content.history)
  const boardId = useBoard((b) => b.view?.board.id)
  const [key, setKey] = useState<TallyKey>('all')
  const points = useMemo(
    () => (boardId ? figuresOf(pointsOn(history, boardId), key) : []),
    [history, boardId, key],
  )
  return (
    <section aria-label="History" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-4">
        <h3 className="font-semibold">History</h3>
        <span className="flex items-center gap-4">
          {LINES.map(({ name, color, dash }) => (
            <span key={name} className="flex items-center gap-1.5 text-xs text-muted">
              <svg width="20" height="8" aria-hidden="true">
                <line
                  x1="0"
                  y1="4"
                  x2="20"
                  y2="4"
                  stroke={color}
                  strokeWidth="2"
                  strokeDasharray={dash}
                />
              </svg>
              {name}
            </span>
          ))}
          <span className="w-52">
            <Select<TallyKey>
              aria-label="History of"
              value={key}
              choices={CHOICES}
              onChange={setKey}
            />
          </span>
        </span>
      </div>
      {points.length === 0 ? (
        <p className="rounded-md border border-dashed border-line px-4 py-6 text-center text-muted">
          <span className="block font-medium text-ink">No history yet</span>
          While the owner of the session has this board on screen, its figures are kept about once a
          minute when they change: one point for every ten minutes.
        </p>
      ) : (
        <Chart points={points} />
      )}
    </section>
  )
}

const WIDTH = 880
const HEIGHT = 190
const LEFT = 44
const RIGHT = 14
const TOP = 10
const BOTTOM = 26
const MARKS_UP_TO = 120

function Chart({ points }: { points: readonly PostureFigures[] }) {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const span = last.at - first.at
  const x = (at: number): number =>
    span === 0
      ? (LEFT + WIDTH - RIGHT) / 2
      : LEFT + ((at - first.at) / span) * (WIDTH - LEFT - RIGHT)
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
  const ticks = span === 0 ? [first.at] : [0, 1, 2, 3, 4].map((i) => first.at + (span * i) / 4)
  const radius = points.length <= MARKS_UP_TO ? 3 : 1.5
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`From ${moment(first.at)} to ${moment(last.at)}: known went from ${percent(first.coverage)} to ${percent(last.coverage)}, holds from ${percent(first.posture)} to ${percent(last.posture)}.`}
      className="w-full rounded-md border border-line bg-surface"
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(share)}
            y2={y(share)}
            stroke="var(--line)"
            strokeWidth="1"
          />
          <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" fontSize="11" fill="var(--muted)">
            {percent(share)}
          </text>
        </g>
      ))}
      {ticks.map((at, i) => (
        <text
          key={at}
          x={x(at)}
          y={HEIGHT - 8}
          textAnchor={
            ticks.length === 1
              ? 'middle'
              : i === 0
                ? 'start'
                : i === ticks.length - 1
                  ? 'end'
                  : 'middle'
          }
          fontSize="11"
          fill="var(--muted)"
        >
          {span < DAY_MS ? timeOfDay(at) : moment(at)}
        </text>
      ))}
      {LINES.map(({ name, key, color, dash }) => (
        <g key={key} data-line={key}>
          {unbroken(points, key).map((run) => (
            <polyline
              key={run[0]?.at}
              points={run.map(({ at, share }) => `${x(at)},${y(share)}`).join(' ')}
              fill="none"
              stroke={color}
              strokeWidth="2"
              strokeDasharray={dash}
              strokeLinejoin="round"
            />
          ))}
          {unbroken(points, key)
            .flat()
            .map(({ at, share }) => (
              <circle key={at} cx={x(at)} cy={y(share)} r={radius} fill={color}>
                <title>{`${moment(at)}: ${name} ${percent(share)}`}</title>
              </circle>
            ))}
        </g>
      ))}
    </svg>
  )
}

interface Mark {
  at: number
  share: number
}

/** A line's points; it breaks where there was nothing to count. */
function unbroken(
  points: readonly PostureFigures[],
  key: 'coverage' | 'posture',
): readonly (readonly Mark[])[] {
  const runs: Mark[][] = [[]]
  for (const point of points) {
    const share = point[key]
    if (share === null) runs.push([])
    else runs.at(-1)?.push({ at: point.at, share })
  }
  return runs.filter((run) => run.length > 0)
}

const DAY_MS = 24 * 60 * 60 * 1000
const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const MOMENT = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

function timeOfDay(at: number): string {
  return TIME.format(at)
}

function moment(at: number): string {
  return MOMENT.format(at)
}
