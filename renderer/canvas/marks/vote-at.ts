import { containsPoint, type Point } from '#shared/model/geometry'
import type { Mark } from '#shared/model/records'
import { vote } from '#shared/operations/marks'
import { votePills } from '#shared/render/mark-drawing'
import type { OpenSession } from '../../session/open-session'

/** Casts or takes back this person's vote when a sticky's votes are pressed; says whether they were. */
export function voteAt(session: OpenSession, mark: Mark, at: Point): boolean {
  const view = session.board.getState().view
  if (mark.kind !== 'sticky' || !view) return false
  const pill = votePills(mark).find(({ rect }) => containsPoint(rect, at))
  if (!pill) return false
  session.edit(vote(view, mark.id, pill.emoji, session.editContext().actor))
  return true
}
