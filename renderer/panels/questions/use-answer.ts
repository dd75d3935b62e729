import { answer, type AnswerTo } from '#shared/operations/answers'
import type { FactValue } from '#shared/model/records'
import { DETAIL_KEY } from '#shared/rules/verdict'
import type { Question, QuestionSubject } from '#shared/rules/questions'
import { useBoardView, useSession } from '../../session/context'

export interface Answering {
  value(about: readonly QuestionSubject[], value: FactValue): void
  notApplicable(about: readonly QuestionSubject[]): void
  /** Nobody could say: it becomes a risk in the notes. */
  unknown(about: readonly QuestionSubject[]): void
  /** Takes what AWS does when nobody chose; `null` where there is no such default. */
  assumeDefault: ((about: readonly QuestionSubject[]) => void) | null
}

/** Writes answers to the board: each one undo step, however many things it is about. */
export function useAnswer(question: Question): Answering {
  const session = useSession()
  const view = useBoardView()
  const give = (about: readonly QuestionSubject[], given: AnswerTo): void => {
    const { kind } = question.answer
    session.edit(
      answer(
        session.snapshot.content,
        {
          kind: kind === 'drawing' ? 'fact' : kind,
          key: kind === 'detail' ? DETAIL_KEY : question.key,
          nodes: about.flatMap(({ subject }) => (subject.kind === 'node' ? [subject.id] : [])),
          edges: about.flatMap(({ subject }) => (subject.kind === 'edge' ? [subject.id] : [])),
        },
        given,
        session.editContext(),
      ),
    )
  }
  const awsDefault =
    question.answer.kind === 'fact' ? question.answer.definition.awsDefault : undefined
  return {
    value: (about, value) =>
      give(about, {
        is: 'value',
        value,
        source: view.board.kind === 'target' ? 'user' : 'customer',
      }),
    notApplicable: (about) => give(about, { is: 'notApplicable' }),
    unknown: (about) => {
      give(about, {
        is: 'unknown',
        text: about.length === 1 ? (about[0]?.text ?? question.text) : question.text,
      })
      session.view.getState().showHint('Noted as a risk. It is not asked again today.')
    },
    assumeDefault: awsDefault
      ? (about) => give(about, { is: 'value', value: awsDefault.value, source: 'aws-default' })
      : null,
  }
}
