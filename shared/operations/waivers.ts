import type { EditContext } from '../model/edit-context'
import { WaiverId, type BoardId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { Waiver, WaiverCategory } from '../model/records'
import type { SessionContent } from '../model/session'
import { keyAfter } from './order'

export interface NewWaiver {
  boardId: BoardId
  ruleId: string
  subject: Waiver['subject']
  category: WaiverCategory
  reason: string
  /** Milliseconds since the epoch. */
  expiresAt: number
  /** Of the finding as it stands; see `factsHash` of the rules. */
  factsHash: string
}

/** Waives a finding; an earlier waiver of the same finding is replaced. One without a reason changes nothing. */
export function waive(content: SessionContent, waiver: NewWaiver, edit: EditContext): Patch {
  const reason = waiver.reason.trim()
  if (reason === '') return []
  const earlier = content.waivers.filter(
    (other) =>
      other.boardId === waiver.boardId &&
      other.ruleId === waiver.ruleId &&
      other.subject.kind === waiver.subject.kind &&
      other.subject.id === waiver.subject.id,
  )
  const made: Waiver = {
    ...waiver,
    reason,
    id: WaiverId.parse(edit.newId()),
    author: edit.actor,
    createdAt: edit.now,
    order: keyAfter(content.waivers),
  }
  return [...withdrawWaivers(earlier.map(({ id }) => id)), { op: 'addWaiver', waiver: made }]
}

/** Withdraws waivers: their findings are open again. */
export function withdrawWaivers(ids: readonly WaiverId[]): Patch {
  return ids.map((id): Change => ({ op: 'removeWaiver', id }))
}
