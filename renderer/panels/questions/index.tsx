import { ChevronDown, CircleHelp, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import type { FactDefinition } from '#shared/catalogue/define'
import { addDiscovery } from '#shared/operations/notes'
import type { Question } from '#shared/rules/questions'
import { useBoard, useBoardView, useCanEdit, useSession, useVerdicts } from '../../session/context'
import { Button, IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { EmptyState } from '../../ui/EmptyState'
import { RiskMark } from '../../ui/RiskMark'
import { FactInput } from '../inspector/FactField'
import { ClosePreview } from '../inspector/ClosePreview'
import { showSubjects } from '../show-subject'
import { AnswerTable } from './AnswerTable'
import { useAnswer, type Answering } from './use-answer'

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
          : 'Every check that applies to this board can be decided from what it says, or its answer is awaited (see the risks in Notes).'}
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

const EFFORT_WORDS: Record<FactDefinition['effort'], string> = {
  known: 'whoever runs it knows',
  lookup: 'a minute in the console',
  measure: 'has to be measured',
}

function QuestionRow({ question }: { question: Question }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const { answer } = question
  const definition =
    answer.kind === 'fact' || answer.kind === 'disposition' ? answer.definition : null

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
        {definition ? ` · ${EFFORT_WORDS[definition.effort]}` : ''}
        {question.help ? ` · ${question.help}` : ''}
      </p>
      <div className="pt-1.5 pr-3 pl-[34px]">
        {answer.kind === 'drawing' ? (
          <p className="text-xs text-muted">Draw what is missing to answer this.</p>
        ) : answer.kind === 'detail' ? (
          <ClosePreview
            ids={question.subjects.flatMap(({ subject }) =>
              subject.kind === 'node' ? [subject.id] : [],
            )}
          />
        ) : definition ? (
          <Answers question={question} definition={definition} />
        ) : null}
      </div>
    </li>
  )
}

/** One control for all, a table for one by one, and the other honest answers. */
function Answers({ question, definition }: { question: Question; definition: FactDefinition }) {
  const canEdit = useCanEdit()
  const answering = useAnswer(question)
  const single = question.subjects.length === 1
  const [open, setOpen] = useState(false)
  return (
    <>
      <FactInput
        definition={definition}
        value={undefined}
        disabled={!canEdit}
        onChange={(value) => {
          if (value !== null) answering.value(question.subjects, value)
        }}
      />
      {canEdit ? (
        <OtherAnswers question={question} definition={definition} answering={answering} />
      ) : null}
      {single ? null : (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-1 flex items-center gap-1 text-xs text-muted hover:text-ink"
        >
          <ChevronDown size={13} className={cx('transition-transform', open && 'rotate-180')} />
          One by one ({question.subjects.length})
        </button>
      )}
      {open ? (
        <>
          <AnswerTable question={question} definition={definition} answering={answering} />
          <p className="mt-1 text-[11px] text-faint">
            ↑ ↓ rows
            {definition.type.kind === 'boolean' ? ' · Y yes · N no' : ''} · U not known · A does not
            apply{answering.assumeDefault ? ' · D AWS’s default' : ''}
          </p>
        </>
      ) : null}
    </>
  )
}

function OtherAnswers({
  question,
  definition,
  answering,
}: {
  question: Question
  definition: FactDefinition
  answering: Answering
}) {
  const { awsDefault } = definition
  const { assumeDefault } = answering
  const about = question.subjects
  return (
    <div className="mt-1 flex flex-wrap gap-x-1">
      <Button
        kind="quiet"
        className="h-6 px-1.5 text-xs text-muted"
        title="Becomes a risk in the notes, and is not asked again today"
        onClick={() => answering.unknown(about)}
      >
        Not known
      </Button>
      {question.answer.kind === 'fact' ? (
        <Button
          kind="quiet"
          className="h-6 px-1.5 text-xs text-muted"
          title="Checks that hang on this do not apply either"
          onClick={() => answering.notApplicable(about)}
        >
          Does not apply
        </Button>
      ) : null}
      {awsDefault && assumeDefault ? (
        <Button
          kind="quiet"
          className="h-6 px-1.5 text-xs text-muted"
          title={`${awsDefault.source}${awsDefault.since ? `, since ${awsDefault.since}` : ''}`}
          onClick={() => assumeDefault(about)}
        >
          Assume AWS’s default: {shownDefault(definition)}
        </Button>
      ) : null}
    </div>
  )
}

function shownDefault({ type, awsDefault }: FactDefinition): string {
  const value = awsDefault?.value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (type.kind === 'choice')
    return type.choices.find((choice) => choice.value === value)?.label ?? String(value)
  return `${String(value)}${type.kind === 'number' && type.unit ? ` ${type.unit}` : ''}`
}
