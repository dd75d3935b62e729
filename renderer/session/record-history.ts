import type * as Y from 'yjs'
import { applyPatch, Housekeeping } from '#shared/doc/document'
import { coverageOf } from '#shared/rules/coverage'
import { pointOf, recordPoint } from '#shared/rules/posture-history'
import type { Verdicts } from '#shared/rules/verdicts'
import type { BoardState } from '../stores/board-store'
import type { ConnectionState } from '../stores/connection-store'
import type { VerdictState } from '../stores/verdict-store'

const EVERY_MS = 60_000

/** What the record is made from and written to. An open session is one. */
export interface RecordedSession {
  readonly doc: Y.Doc
  readonly board: { getState(): BoardState }
  readonly verdicts: { getState(): Pick<VerdictState, 'verdicts' | 'progress'> }
  readonly connection: { getState(): Pick<ConnectionState, 'role'> }
}

/**
 * Keeps record of how the board on screen stands, from the owner's own window only, so that each moment is written once.
 *
 * On a timer and never in answer to a change: else each record would be the cause of the next. Gives back what ends it.
 */
export function recordHistory(session: RecordedSession): () => void {
  let recorded: Verdicts | null = null
  const timer = setInterval(() => {
    const { verdicts, progress } = session.verdicts.getState()
    const { view, snapshot } = session.board.getState()
    if (session.connection.getState().role !== 'owner') return
    if (!verdicts || !view || progress !== null || verdicts === recorded) return
    recorded = verdicts
    const point = pointOf(view.board.id, coverageOf(verdicts.all), Date.now())
    applyPatch(session.doc, recordPoint(snapshot.content.history, point), new Housekeeping())
  }, EVERY_MS)
  return () => clearInterval(timer)
}
