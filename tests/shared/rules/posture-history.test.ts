import { describe, expect, it } from 'vitest'
import { previewPatch } from '#shared/model/apply-patch'
import { BoardId, PointId } from '#shared/model/ids'
import { PosturePoint } from '#shared/model/records'
import { emptySession, type SessionContent } from '#shared/model/session'
import { coverageOf } from '#shared/rules/coverage'
import type { Verdict } from '#shared/rules/verdict'
import {
  figuresOf,
  MAX_POINTS,
  MAX_POINTS_PER_BOARD,
  pointOf,
  pointsOn,
  recordPoint,
  SPAN_MS,
} from '#shared/rules/posture-history'

const HERE = BoardId.parse('here')
const THERE = BoardId.parse('there')
const NOW = 2_833_333 * SPAN_MS

function verdict(outcome: Verdict['outcome']): Verdict {
  return {
    ruleId: 'REL-03',
    subject: { kind: 'board', id: HERE },
    outcome,
    risk: 'high',
    pillar: 'reliability',
    designPrinciples: ['designForFailure'],
    message: '',
    because: [],
    needs: [],
  }
}

const coverage = (...outcomes: Verdict['outcome'][]) => coverageOf(outcomes.map(verdict))

function session(history: readonly PosturePoint[]): SessionContent {
  return { ...emptySession({ title: 'S', customer: 'C', createdAt: 1 }), history }
}

const ODD = coverage('pass')
const EVEN = coverage('fail')
const series = (board: BoardId, length: number): PosturePoint[] =>
  Array.from({ length }, (_, i) => pointOf(board, i % 2 ? ODD : EVEN, NOW + i * SPAN_MS))

describe('a point of the history', () => {
  it('keeps holds, findings and questions, overall, by pillar and by principle', () => {
    const point = pointOf(HERE, coverage('pass', 'pass', 'fail', 'ask', 'not-applicable'), NOW)
    expect(point).toMatchObject({ id: 'here-2833333', boardId: HERE, at: NOW })
    expect(point.tallies).toMatchObject({
      all: [2, 1, 1],
      reliability: [2, 1, 1],
      security: [0, 0, 0],
      designForFailure: [2, 1, 1],
      thinkParallel: [0, 0, 0],
    })
    expect(Object.keys(point.tallies)).toHaveLength(1 + 6 + 7)
    expect(PosturePoint.parse(point)).toEqual(point)
  })

  it('is one record for ten minutes', () => {
    const first = pointOf(HERE, coverage('pass'), NOW)
    expect(pointOf(HERE, coverage('fail'), NOW + SPAN_MS - 1).id).toBe(first.id)
    expect(pointOf(HERE, coverage('pass'), NOW + SPAN_MS).id).not.toBe(first.id)
  })

  it('has a valid id for a board whose own id is as long as can be', () => {
    const long = BoardId.parse('b'.repeat(64))
    expect(PointId.safeParse(pointOf(long, coverage('pass'), NOW).id).success).toBe(true)
  })
})

describe('recording', () => {
  it('writes nothing while the figures stay, and nothing for a board with nothing to check', () => {
    const first = pointOf(HERE, coverage('pass'), NOW)
    expect(recordPoint([], first)).toEqual([{ op: 'putPoint', point: first }])
    expect(recordPoint([first], pointOf(HERE, coverage('pass'), NOW + 5 * SPAN_MS))).toEqual([])
    expect(recordPoint([], pointOf(HERE, coverage(), NOW))).toEqual([])
    expect(recordPoint([first], pointOf(HERE, coverage(), NOW + SPAN_MS))).toHaveLength(1)
  })

  it('compares with the same board only, and gives that board’s points oldest first', () => {
    const here = pointOf(HERE, coverage('pass'), NOW)
    const later = pointOf(HERE, coverage('fail'), NOW + SPAN_MS)
    const there = pointOf(THERE, coverage('pass'), NOW)
    expect(recordPoint([here], there)).toHaveLength(1)
    expect(pointsOn([later, there, here], HERE)).toEqual([here, later])
  })

  it('takes the place of the record of the same ten minutes', () => {
    const first = pointOf(HERE, coverage('pass'), NOW)
    const second = pointOf(HERE, coverage('fail'), NOW + 60_000)
    const after = previewPatch(session([first]), recordPoint([first], second))
    expect(after.history).toEqual([second])
  })

  it('drops the oldest when a board, or the session, has as many as it may', () => {
    const own = series(HERE, MAX_POINTS_PER_BOARD)
    const other = series(THERE, 3)
    const next = pointOf(HERE, coverage('ask'), NOW + MAX_POINTS_PER_BOARD * SPAN_MS)
    const { history } = previewPatch(
      session([...own, ...other]),
      recordPoint([...own, ...other], next),
    )
    expect(pointsOn(history, HERE)).toEqual([...own.slice(1), next])
    expect(pointsOn(history, THERE)).toEqual(other)

    const many = Array.from({ length: MAX_POINTS / 1000 }, (_, i) =>
      series(BoardId.parse(`board${i}`), 1000),
    ).flat()
    const whole = previewPatch(session(many), recordPoint(many, next))
    expect(whole.history).toHaveLength(MAX_POINTS)
    expect(whole.history.some(({ id }) => id === next.id)).toBe(true)
  })
})

it('reads known and holds out of the record as two figures', () => {
  const points = [
    pointOf(HERE, coverage('ask'), NOW),
    pointOf(HERE, coverage('pass', 'pass', 'pass', 'fail', 'ask'), NOW + SPAN_MS),
  ]
  expect(figuresOf(points, 'reliability')).toEqual([
    { at: NOW, coverage: 0, posture: null },
    { at: NOW + SPAN_MS, coverage: 0.8, posture: 0.75 },
  ])
  expect(figuresOf(points, 'security')[1]).toMatchObject({ coverage: null, posture: null })
})
