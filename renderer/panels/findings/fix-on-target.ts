import { counterpart } from '#shared/fixes/counterpart'
import { offerFix } from '#shared/fixes/offer'
import { previewPatch } from '#shared/model/apply-patch'
import { createBoardView } from '#shared/model/board-view'
import type { Patch } from '#shared/model/patch'
import { boardContent } from '#shared/model/session'
import { BOARD_NAMES, copyBoard } from '#shared/operations/boards'
import type { Rule } from '#shared/rules/define-rule'
import { evaluateBoard } from '#shared/rules/engine'
import type { FixChoice } from '#shared/rules/fix'
import type { Subject } from '#shared/rules/verdict'
import type { OpenSession } from '../../session/open-session'

/**
 * Repairs on the target board what is found on the current one, and shows it there. Without a target board the current
 * one is copied first; all is one undo step.
 */
export function fixOnTarget(
  session: OpenSession,
  rule: Rule,
  subject: Subject,
  choice: FixChoice,
): void {
  const { view } = session.board.getState()
  const { content } = session.snapshot
  if (!view) return
  const edit = session.editContext()
  const { rules } = session.verdicts.getState()
  const hint = session.view.getState().showHint
  const known = content.boards.find((board) => board.kind === 'target')
  const made: { changes: Patch; id: typeof view.board.id } = known
    ? { changes: [], id: known.id }
    : copyBoard(content, view.board.id, { name: BOARD_NAMES.target, kind: 'target' }, edit)
  const records = boardContent(previewPatch(content, made.changes), made.id)
  if (!records) return
  const target = createBoardView(records)
  const there = counterpart(view, target, subject)
  if (!there) {
    hint(`The target board “${target.board.name}” has no such thing to repair.`)
    return
  }
  const before = evaluateBoard(target, rules)
  const offer = offerFix(target, before, rule, there, choice, edit, (trial) =>
    evaluateBoard(trial, rules),
  )
  if (!offer) {
    hint(
      `On the target board “${target.board.name}” this is settled already, or the fix does not help there.`,
    )
    return
  }
  session.edit([...made.changes, ...offer.patch])
  session.view.getState().set({ boardId: made.id })
  hint(
    known
      ? `Applied to “${target.board.name}”: ${choice.title}`
      : `Copied to a target board and applied there: ${choice.title}`,
  )
}
