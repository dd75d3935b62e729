import { memo, useState } from 'react'
import { subjectKey, type Verdict } from '#shared/rules/verdict'
import type { PracticeOnBoard } from '#shared/rules/well-architected'
import { useSession } from '../../session/context'
import { RiskMark } from '../../ui/RiskMark'
import { showSubjects } from '../show-subject'
import { RISK_WORDS } from '../words'
import { StateMark, STATE_WORDS } from './practice-state'

/** Findings listed before "and 4 more". */
const AT_FIRST = 3

/** One best practice: what AWS asks, how grave AWS takes it, and what on the board speaks against it. */
export const PracticeRow = memo(function PracticeRow({
  of: { practice, state, findings, holds, questions, ruleIds },
  waived,
}: {
  of: PracticeOnBoard
  waived: ReadonlySet<Verdict>
}) {
  const [whole, setWhole] = useState(false)
  const listed = whole ? findings : findings.slice(0, AT_FIRST)
  return (
    <li
      data-practice={practice.id}
      data-state={state}
      className="border-b border-line py-1.5 [contain-intrinsic-size:auto_44px] [content-visibility:auto]"
    >
      <div className="flex items-start gap-2">
        <span className="mt-0.5" title={STATE_WORDS[state]}>
          <StateMark state={state} />
          <span className="sr-only">{STATE_WORDS[state]}</span>
        </span>
        <span className="min-w-0 flex-1">
          <span className="block">{practice.title}</span>
          <span className="text-[11px] text-muted">
            {practice.id}
            {ruleIds.length > 0 ? ` · checked by ${ruleIds.join(', ')}` : ''}
          </span>
        </span>
        <span className="shrink-0 text-right text-xs">
          <span className="block text-muted">
            AWS: {RISK_WORDS[practice.risk].toLowerCase()} risk
          </span>
          <span className="text-[11px] text-muted">
            {state === 'notApplicable'
              ? STATE_WORDS.notApplicable
              : summary(findings.length, questions, holds)}
          </span>
        </span>
      </div>
      {listed.length > 0 ? (
        <ul aria-label={`Findings of ${practice.id}`} className="mt-1 pl-[18px]">
          {listed.map((finding) => (
            <li key={`${finding.ruleId} ${subjectKey(finding.subject)}`}>
              <FindingLink finding={finding} waived={waived.has(finding)} />
            </li>
          ))}
          {findings.length > AT_FIRST ? (
            <li>
              <button
                type="button"
                aria-expanded={whole}
                onClick={() => setWhole(!whole)}
                className="rounded px-1.5 py-0.5 text-xs text-accent hover:underline"
              >
                {whole ? 'Show fewer' : `Show ${findings.length - AT_FIRST} more`}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  )
})

function FindingLink({ finding, waived }: { finding: Verdict; waived: boolean }) {
  const session = useSession()
  const show = (): void => {
    session.view.getState().set({ dialog: null, panel: 'findings', panelOpen: true })
    showSubjects(session, [finding.subject])
  }
  return (
    <button
      type="button"
      data-practice-finding={finding.ruleId}
      onClick={show}
      className="flex w-full items-start gap-2 rounded px-1.5 py-1 text-left text-xs hover:bg-hover"
    >
      <span className="mt-px" title={`${RISK_WORDS[finding.risk]} risk`}>
        <RiskMark level={finding.risk} size={13} />
      </span>
      <span className="min-w-0 flex-1">{finding.message}</span>
      {waived ? <span className="shrink-0 text-muted">Waived</span> : null}
    </button>
  )
}

function summary(findings: number, questions: number, holds: number): string {
  const parts = [
    findings > 0 ? `${findings} ${findings === 1 ? 'finding' : 'findings'}` : '',
    questions > 0 ? `${questions} open` : '',
    holds > 0 ? `${holds} ${holds === 1 ? 'holds' : 'hold'}` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
