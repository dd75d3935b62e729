import { useRef, type KeyboardEvent } from 'react'
import type { FactDefinition } from '#shared/catalogue/define'
import type { Question, QuestionSubject } from '#shared/rules/questions'
import { useCanEdit, useSession } from '../../session/context'
import { FactInput } from '../inspector/FactField'
import { showSubjects } from '../show-subject'
import type { Answering } from './use-answer'

/**
 * The same fact of several things, to be filled in one go. Up and down move between rows; in a row of a yes-or-no fact
 * Y, N, U, A and D answer and go on to the next.
 */
export function AnswerTable({
  question,
  definition,
  answering,
}: {
  question: Question
  definition: FactDefinition
  answering: Answering
}) {
  const session = useSession()
  const canEdit = useCanEdit()
  const table = useRef<HTMLTableElement>(null)
  const go = (from: number, by: number): void => {
    const rows = table.current?.querySelectorAll<HTMLElement>('tbody tr') ?? []
    const row = rows[Math.min(Math.max(from + by, 0), rows.length - 1)]
    row?.querySelector<HTMLElement>('td:last-child :is(button, input, select)')?.focus()
  }
  const onKey = (event: KeyboardEvent, at: number, about: QuestionSubject): void => {
    const target = event.target
    const inField = target instanceof HTMLElement && target.matches('input, select, textarea')
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (target instanceof HTMLElement && target.matches('select')) return
      event.preventDefault()
      go(at, event.key === 'ArrowDown' ? 1 : -1)
      return
    }
    if (inField || event.ctrlKey || event.metaKey || event.altKey || !canEdit) return
    const act = actionFor(event.key, definition, answering)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act(about)
    // The answered row leaves; the next one takes its place.
    requestAnimationFrame(() => go(at, 0))
  }
  return (
    <table ref={table} className="mt-1 w-full" aria-label={question.title}>
      <thead className="sr-only">
        <tr>
          <th>What</th>
          <th>{question.title}</th>
        </tr>
      </thead>
      <tbody>
        {question.subjects.map((about, at) => (
          <tr key={about.subject.id} onKeyDown={(event) => onKey(event, at, about)}>
            <td className="max-w-28 py-0.5 pr-2 text-xs">
              <button
                type="button"
                tabIndex={-1}
                title={about.text}
                className="block w-full truncate text-left hover:text-accent"
                onClick={() => showSubjects(session, [about.subject])}
              >
                {about.label}
              </button>
            </td>
            <td className="py-0.5">
              <FactInput
                definition={definition}
                value={undefined}
                disabled={!canEdit}
                onChange={(value) => {
                  if (value !== null) answering.value([about], value)
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function actionFor(
  key: string,
  definition: FactDefinition,
  answering: Answering,
): ((about: QuestionSubject) => void) | null {
  const isYesNo = definition.type.kind === 'boolean'
  switch (key.toLowerCase()) {
    case 'y':
      return isYesNo ? (about) => answering.value([about], true) : null
    case 'n':
      return isYesNo ? (about) => answering.value([about], false) : null
    case 'u':
      return (about) => answering.unknown([about])
    case 'a':
      return (about) => answering.notApplicable([about])
    case 'd': {
      const { assumeDefault } = answering
      return assumeDefault ? (about) => assumeDefault([about]) : null
    }
    default:
      return null
  }
}
