import { CircleCheck, PartyPopper } from 'lucide-react'
import { useMemo, useState } from 'react'
import { DESIGN_PRINCIPLES, PILLARS } from '#shared/rules/define-rule'
import type { Verdict } from '#shared/rules/verdict'
import { useBoard, useVerdicts } from '../../session/context'
import { Segmented } from '../../ui/Field'
import { EmptyState } from '../../ui/EmptyState'
import { PILLAR_WORDS, PRINCIPLE_WORDS } from '../words'
import { FindingRow } from './FindingRow'
import { RulePacks } from './RulePacks'
import { Waivers } from './Waivers'

type GroupBy = 'pillar' | 'principle'

/** What is broken on this board whatever the answers to the open questions turn out to be. */
export function Findings() {
  const findings = useVerdicts((v) => v.findings)
  const figures = useVerdicts((v) => v.figures)
  const coverage = useVerdicts((v) => v.coverage)
  const questions = useVerdicts((v) => v.questions.length)
  const rules = useVerdicts((v) => v.rules)
  const empty = useBoard((b) => b.view?.nodes.length === 0)
  const [groupBy, setGroupBy] = useState<GroupBy>('pillar')

  const sections = useMemo(
    () =>
      groupBy === 'pillar'
        ? PILLARS.map((p) => ({
            id: p as string,
            title: PILLAR_WORDS[p],
            tally: coverage.byPillar[p],
            list: findings.filter((f) => f.pillar === p),
          }))
        : DESIGN_PRINCIPLES.map((p) => ({
            id: p as string,
            title: PRINCIPLE_WORDS[p],
            tally: coverage.byDesignPrinciple[p],
            list: findings.filter((f) => f.designPrinciples.includes(p)),
          })),
    [groupBy, findings, coverage],
  )

  if (empty)
    return (
      <EmptyState icon={<CircleCheck size={22} />} title="Nothing to check yet">
        As you draw, {rules.length} rules from AWS best practice are checked after every change.
        What is broken shows here; what the board does not say becomes a question.
      </EmptyState>
    )
  return (
    <div className="flex flex-col">
      <div className="flex items-center justify-between gap-2 border-b border-line px-3 py-2">
        <Segmented<GroupBy>
          label="Group findings by"
          value={groupBy}
          choices={[
            { value: 'pillar', label: 'By pillar' },
            { value: 'principle', label: 'By principle' },
          ]}
          onChange={setGroupBy}
        />
        <span className="text-xs text-muted">
          {figures.decided} of {figures.applicable} checks decided
        </span>
      </div>
      {findings.length === 0 ? (
        <EmptyState icon={<PartyPopper size={22} />} title="No findings">
          {figures.decided} checks hold.
          {questions > 0
            ? ` ${figures.applicable - figures.decided} more cannot be decided yet: see Questions.`
            : ' Nothing is left open.'}
        </EmptyState>
      ) : (
        sections.map(({ id, title, tally, list }) =>
          list.length === 0 ? null : (
            <section key={id} aria-label={title} className="border-b border-line py-1.5">
              <h3 className="flex items-baseline justify-between px-3 py-1 text-xs font-semibold text-muted">
                {title}
                <span className="font-normal text-faint">
                  {tally.pass} of {tally.pass + tally.fail} hold
                </span>
              </h3>
              <ul>
                {list.map((finding) => (
                  <FindingRow key={keyOf(finding)} finding={finding} />
                ))}
              </ul>
            </section>
          ),
        )
      )}
      <Waivers />
      <RulePacks />
    </div>
  )
}

function keyOf({ ruleId, subject }: Verdict): string {
  return `${ruleId}/${subject.kind}/${subject.id}`
}
