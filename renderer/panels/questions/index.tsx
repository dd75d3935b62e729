import { ChevronDown, CircleHelp, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import type { Patch } from '#shared/model/patch'
import type { Disposition, FactValue } from '#shared/model/records'
import { Disposition as Dispositions } from '#shared/model/records'
import { setEdgeFact } from '#shared/operations/edges'
import { setNodeFact } from '#shared/operations/nodes'
import { addDiscovery } from '#shared/operations/notes'
import type { Question, QuestionSubject } from '#shared/rules/questions'
import { useBoard, useBoardView, useCanEdit, useSession, useVerdicts } from '../../session/context'
import { Button, IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { EmptyState } from '../../ui/EmptyState'
import { RiskMark } from '../../ui/RiskMark'
import { FactInput } from '../inspector/FactField'
import { showSubjects } from '../show-subject'

/** What to ask: one row for each thing not known, most telling first. Answering sets the fact. */
export function Questions() {
  const questions = useVerdicts((v) => v.questions)
  const view = useBoardView()
  const empty = useBoard((b) => b.view?.nodes.length === 0)
  if (questions.length === 0)
    return (
      <EmptyState
        icon={<CircleHelp size={22} />}
        title={empty ? 'No questions yet' : 'Nothing left to ask'}
      >
        {empty
          ? 'What the drawing does not say, and a check needs to know, is listed here to ask the customer.'
          : 'Every check that applies to this board can be decided from what it says.'}
      </EmptyState>
    )
  return (
    <div>
      <p className="border-b border-line px-3 py-2 text-xs text-muted">
        {view.board.kind === 'target'
          ? 'For you as the architect to decide. Answers are facts on the board.'
          : 'Ask the customer. Answers are kept as facts said by the customer.'}
      </p>
      <ul>
        {questions.map((q) => (
          <QuestionRow key={q.id} question={q} />
        ))}
      </ul>
    </div>
  )
}

function QuestionRow({ question }: { question: Question }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const single = question.subjects.length === 1
  const [open, setOpen] = useState(false)
  const [first] = question.subjects
  const expanded = open || single

  function note(): void {
    const nodeIds = question.subjects.flatMap((s) =>
      s.subject.kind === 'node' ? [s.subject.id] : [],
    )
    const made = addDiscovery(
      session.snapshot.content,
      { kind: 'openQuestion', text: question.text, nodeIds },
      session.editContext(),
    )
    if (session.edit(made.changes))
      session.view.getState().showHint('Added to the open questions in Notes.')
  }

  return (
    <li data-question={question.key} className="border-b border-line py-2">
      <div className="flex items-start gap-2 px-3">
        <span className="mt-0.5">
          <RiskMark level="question" />
        </span>
        <button
          type="button"
          className="min-w-0 flex-1 text-left hover:text-accent"
          onClick={() =>
            showSubjects(
              session,
              question.subjects.map((s) => s.subject),
            )
          }
        >
          {question.text}
        </button>
        {canEdit ? (
          <IconButton
            label="Put on the list of open questions"
            onClick={note}
            className="-mt-1 size-6"
          >
            <NotebookPen size={14} />
          </IconButton>
        ) : null}
      </div>
      <p className="pl-[34px] text-[11px] text-faint">
        Settles{' '}
        {question.blocks.length === 1 ? 'one check' : `up to ${question.blocks.length} checks`}
        {question.help ? ` · ${question.help}` : ''}
      </p>
      <div className="pt-1.5 pr-3 pl-[34px]">
        {single && first ? <AnswerField question={question} about={first} /> : null}
        {single ? null : (
          <>
            <AnswerForAll question={question} />
            <button
              type="button"
              aria-expanded={expanded}
              onClick={() => setOpen(!open)}
              className="mt-1 flex items-center gap-1 text-xs text-muted hover:text-ink"
            >
              <ChevronDown size={13} className={cx('transition-transform', open && 'rotate-180')} />
              One by one ({question.subjects.length})
            </button>
            {open ? (
              <table className="mt-1 w-full">
                <tbody>
                  {question.subjects.map((s) => (
                    <tr key={s.subject.id}>
                      <td className="max-w-28 truncate py-0.5 pr-2 text-xs" title={s.text}>
                        {s.label}
                      </td>
                      <td className="py-0.5">
                        <AnswerField question={question} about={s} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </>
        )}
      </div>
    </li>
  )
}

function AnswerForAll({ question }: { question: Question }) {
  const answer = useAnswer(question)
  const canEdit = useCanEdit()
  return (
    <AnswerControl
      question={question}
      disabled={!canEdit}
      onAnswer={(value) => answer(question.subjects, value)}
    />
  )
}

function AnswerField({ question, about }: { question: Question; about: QuestionSubject }) {
  const answer = useAnswer(question)
  const canEdit = useCanEdit()
  return (
    <AnswerControl
      question={question}
      disabled={!canEdit}
      onAnswer={(value) => answer([about], value)}
    />
  )
}

function AnswerControl({
  question,
  disabled,
  onAnswer,
}: {
  question: Question
  disabled: boolean
  onAnswer: (value: FactValue) => void
}) {
  const { answer } = question
  switch (answer.kind) {
    case 'fact':
    case 'disposition':
      return (
        <FactInput
          definition={answer.definition}
          value={undefined}
          disabled={disabled}
          onChange={(value) => {
            if (value !== null) onAnswer(value)
          }}
        />
      )
    case 'detail':
      return (
        <Button disabled={disabled} onClick={() => onAnswer(true)}>
          Everything is drawn
        </Button>
      )
    case 'drawing':
      return <p className="text-xs text-muted">Draw what is missing to answer this.</p>
  }
}

/** Writes an answer to the board: one undo step, however many things it is about. */
function useAnswer(
  question: Question,
): (about: readonly QuestionSubject[], value: FactValue) => void {
  const session = useSession()
  const view = useBoardView()
  return (about, value) => {
    const edit = session.editContext()
    const source = view.board.kind === 'target' ? 'user' : 'customer'
    const patch: Patch = about.flatMap(({ subject }): Patch => {
      if (question.answer.kind === 'detail')
        return subject.kind === 'node'
          ? [{ op: 'setNode', id: subject.id, set: { detail: 'complete' } }]
          : []
      if (question.answer.kind === 'disposition') {
        const chosen = Dispositions.safeParse(value)
        return subject.kind === 'node' && chosen.success
          ? dispositionPatch(subject.id, chosen.data)
          : []
      }
      if (subject.kind === 'node')
        return setNodeFact([subject.id], question.key, value, edit, source)
      if (subject.kind === 'edge')
        return setEdgeFact([subject.id], question.key, value, edit, source)
      return []
    })
    session.edit(patch)
  }
}

function dispositionPatch(
  id: Parameters<typeof setNodeFact>[0][number],
  disposition: Disposition,
): Patch {
  return [{ op: 'setNode', id, set: { disposition } }]
}
