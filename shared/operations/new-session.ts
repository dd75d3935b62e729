import type { EditContext } from '../model/edit-context'
import { BoardId } from '../model/ids'
import { emptySession, type SessionContent } from '../model/session'
import { BOARD_NAMES } from './boards'
import { keysAfter } from './order'

/** What a new session starts with: an empty current board. */
export function newSession(
  session: { title: string; customer: string },
  edit: EditContext,
): SessionContent {
  const [order = 'a0'] = keysAfter([], 1)
  return {
    ...emptySession({ ...session, createdAt: edit.now }),
    boards: [
      { id: BoardId.parse(edit.newId()), name: BOARD_NAMES.current, kind: 'current', order },
    ],
  }
}
