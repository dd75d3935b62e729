import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { ROOTS } from '#shared/doc/codec'
import { applyPatch, createDocument, LocalEdit, projectSession } from '#shared/doc/document'
import { createProjection } from '#shared/doc/projection'
import type { Role } from '#shared/ipc/contract'
import { NodeId } from '#shared/model/ids'
import { emptySession } from '#shared/model/session'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import type { Verdicts } from '#shared/rules/verdicts'
import { recordHistory } from '../../renderer/session/record-history'
import { parseBoard } from '../support/board-text'

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }))
afterEach(() => vi.useRealTimers())

function open(role: Role = 'owner') {
  const { board, nodes, edges } = parseBoard('db:rds{engine=mysql, multiAz=false}')
  const doc = createDocument({
    ...emptySession({ title: 'S', customer: 'C', createdAt: 1 }),
    boards: [board],
    nodes,
    edges,
  })
  const projection = createProjection(doc)
  const undo = new Y.UndoManager(
    ROOTS.map((root) => doc.getMap(root)),
    { trackedOrigins: new Set([LocalEdit]), captureTimeout: 0 },
  )
  let verdicts: Verdicts | null = null
  let progress: number | null = null
  const view = () => projection.snapshot().board(board.id) ?? null
  const check = (): void => {
    verdicts = evaluateBoard(view()!, rules)
  }
  check()
  const stop = recordHistory({
    doc,
    board: { getState: () => ({ snapshot: projection.snapshot(), view: view() }) },
    verdicts: { getState: () => ({ verdicts, progress }) },
    connection: { getState: () => ({ role }) },
  })
  return {
    undo,
    stop,
    history: () => projectSession(doc).content.history,
    checking: (share: number | null) => (progress = share),
    say(multiAz: boolean) {
      applyPatch(
        doc,
        [
          {
            op: 'setNode',
            id: NodeId.parse('db'),
            facts: { multiAz: { value: multiAz, source: 'user' } },
          },
        ],
        new LocalEdit('Tester'),
      )
      check()
    },
  }
}

it('keeps record of changed figures once a minute, one record for ten minutes', () => {
  const { history, say } = open()
  vi.advanceTimersByTime(59_000)
  expect(history()).toEqual([])
  vi.advanceTimersByTime(1_000)
  const [first] = history()
  expect(first?.tallies['all']?.[1]).toBeGreaterThan(0)
  vi.advanceTimersByTime(3_600_000)
  expect(history()).toEqual([first])
  say(true)
  vi.advanceTimersByTime(60_000)
  expect(history()).toHaveLength(2)
  say(false)
  vi.advanceTimersByTime(60_000)
  expect(history()).toHaveLength(2)
  expect(history()[1]?.tallies).toEqual(first?.tallies)
})

it('is no step of undo', () => {
  const { history, say, undo } = open()
  say(true)
  vi.advanceTimersByTime(60_000)
  const recorded = history()
  expect(recorded).toHaveLength(1)
  expect(undo.undoStack).toHaveLength(1)
  undo.undo()
  expect(history()).toEqual(recorded)
})

it('writes from the owner’s window only', () => {
  for (const role of ['editor', 'viewer'] as const) {
    const { history } = open(role)
    vi.advanceTimersByTime(600_000)
    expect(history()).toEqual([])
  }
})

it('waits for a check that is under way, and ends when told', () => {
  const { history, checking, stop } = open()
  checking(0.5)
  vi.advanceTimersByTime(120_000)
  expect(history()).toEqual([])
  checking(null)
  stop()
  vi.advanceTimersByTime(120_000)
  expect(history()).toEqual([])
})
