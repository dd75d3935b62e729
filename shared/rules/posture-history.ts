import { PointId, type BoardId } from '../model/ids'
import type { Patch } from '../model/patch'
import type { PosturePoint } from '../model/records'
import { DESIGN_PRINCIPLES, PILLARS, type DesignPrinciple, type Pillar } from './define-rule'
import type { Coverage, Tally } from './coverage'

/** One record for so long: later figures take the place of earlier ones. */
export const SPAN_MS = 10 * 60 * 1000

/** About a week of working without a break. */
export const MAX_POINTS_PER_BOARD = 1000

/** A session's file takes no more. */
export const MAX_POINTS = 20_000

/** What a point keeps figures of. */
export type TallyKey = 'all' | Pillar | DesignPrinciple

/** Known and holds, 0 to 1, at one moment; `null` where there was nothing to count. */
export interface PostureFigures {
  at: number
  coverage: number | null
  posture: number | null
}

/**
 * How a board stands now, for the record.
 *
 * @param now milliseconds since the epoch
 */
export function pointOf(boardId: BoardId, coverage: Coverage, now: number): PosturePoint {
  const tallies: Record<string, [number, number, number]> = { all: counts(coverage.overall) }
  for (const pillar of PILLARS) tallies[pillar] = counts(coverage.byPillar[pillar])
  for (const principle of DESIGN_PRINCIPLES)
    tallies[principle] = counts(coverage.byDesignPrinciple[principle])
  return {
    // Ids have at most 64 characters; a file may bring boards whose own id takes them all.
    id: PointId.parse(`${boardId.slice(0, 48)}-${Math.floor(now / SPAN_MS)}`),
    boardId,
    at: now,
    tallies,
  }
}

/** A board's points, oldest first. */
export function pointsOn(history: readonly PosturePoint[], boardId: BoardId): PosturePoint[] {
  return history.filter((point) => point.boardId === boardId).sort((a, b) => a.at - b.at)
}

/** The patch that records `point`: empty where nothing is new; the oldest points make room where there are too many. */
export function recordPoint(history: readonly PosturePoint[], point: PosturePoint): Patch {
  const own = pointsOn(history, point.boardId)
  const last = own.at(-1)
  if (last ? sameFigures(last, point) : isBlank(point)) return []
  const others = own.filter(({ id }) => id !== point.id)
  const dropped = new Set(
    others.slice(0, Math.max(0, others.length - (MAX_POINTS_PER_BOARD - 1))).map(({ id }) => id),
  )
  const kept = history.filter(({ id }) => id !== point.id && !dropped.has(id))
  const excess = kept.length - (MAX_POINTS - 1)
  if (excess > 0)
    for (const { id } of kept.toSorted((a, b) => a.at - b.at).slice(0, excess)) dropped.add(id)
  return [
    { op: 'putPoint', point },
    ...[...dropped].map((id) => ({ op: 'removePoint', id }) as const),
  ]
}

/** How the figures of one kind went: known and holds, never one of both. */
export function figuresOf(points: readonly PosturePoint[], key: TallyKey): PostureFigures[] {
  return points.flatMap(({ at, tallies }) => {
    const tally = tallies[key]
    if (!tally) return []
    const [pass, fail, ask] = tally
    const decided = pass + fail
    return [
      {
        at,
        coverage: decided + ask === 0 ? null : decided / (decided + ask),
        posture: decided === 0 ? null : pass / decided,
      },
    ]
  })
}

function counts({ pass, fail, ask }: Tally): [number, number, number] {
  return [pass, fail, ask]
}

function sameFigures(a: PosturePoint, b: PosturePoint): boolean {
  const keys = new Set([...Object.keys(a.tallies), ...Object.keys(b.tallies)])
  return [...keys].every((key) => String(a.tallies[key]) === String(b.tallies[key]))
}

function isBlank({ tallies }: PosturePoint): boolean {
  return Object.values(tallies).every((tally) => tally.every((count) => count === 0))
}
