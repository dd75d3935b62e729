import { useMemo, useState } from 'react'
import { DESIGN_PRINCIPLES, PILLARS } from '#shared/rules/define-rule'
import { useSession, useVerdicts } from '../../session/context'
import { EmptyState } from '../../ui/EmptyState'
import { Segmented } from '../../ui/Field'
import { PILLAR_WORDS, PRINCIPLE_WORDS } from '../words'
import { Bar, percent } from './figures'
import { History } from './History'

type GroupBy = 'pillar' | 'principle'

/** Two figures, never one: how much can be decided, and how much of that holds. */
export function CoverageTab() {
  const { overall } = useVerdicts((v) => v.coverage)
  const findings = useVerdicts((v) => v.findings.length)
  const waived = useVerdicts((v) => v.waived.length)
  const questions = useVerdicts((v) => v.questions.length)
  const decided = overall.pass + overall.fail
  return (
    <div className="flex flex-col gap-5 pb-2">
      {overall.applicable === 0 ? (
        <EmptyState title="Nothing to check yet">
          As soon as something is drawn that a rule speaks of, its figures are here.
        </EmptyState>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-3">
            <Figure
              name="Known"
              value={overall.coverage}
              color="var(--question)"
              words={`${decided} of ${overall.applicable} checks can be decided from what the board says. ${questions} ${questions === 1 ? 'question is' : 'questions are'} open.`}
            />
            <Figure
              name="Holds"
              value={overall.posture}
              color="var(--ok)"
              words={`${overall.pass} of the ${decided} decided checks hold. ${findings} ${findings === 1 ? 'finding is' : 'findings are'} open${waived > 0 ? `, ${waived} waived` : ''}.`}
            />
          </dl>
          <ByGroup />
        </>
      )}
      <History />
    </div>
  )
}

function Figure({
  name,
  value,
  color,
  words,
}: {
  name: string
  value: number | null
  color: string
  words: string
}) {
  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-surface p-3">
      <dt className="text-xs font-medium text-muted">{name}</dt>
      <dd className="flex flex-col gap-1.5">
        <span className="text-2xl leading-none font-semibold" data-figure={name.toLowerCase()}>
          {percent(value)}
        </span>
        <span className="flex">
          <Bar share={value ?? 0} color={color} />
        </span>
        <span className="text-xs text-muted">{words}</span>
      </dd>
    </div>
  )
}

interface Row {
  id: string
  title: string
  coverage: number | null
  posture: number | null
  findings: number
  waived: number
  questions: number
}

function ByGroup() {
  const [groupBy, setGroupBy] = useState<GroupBy>('pillar')
  const rows = useRows(groupBy)
  const mostFindings = Math.max(1, ...rows.map((row) => row.findings + row.waived))
  const mostQuestions = Math.max(1, ...rows.map((row) => row.questions))
  const name = groupBy === 'pillar' ? 'Pillar' : 'Design principle'
  return (
    <section aria-label={`By ${name.toLowerCase()}`} className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">By {name.toLowerCase()}</h3>
        <Segmented<GroupBy>
          label="Group figures by"
          value={groupBy}
          choices={[
            { value: 'pillar', label: 'By pillar' },
            { value: 'principle', label: 'By principle' },
          ]}
          onChange={setGroupBy}
        />
      </div>
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            <th scope="col" className="w-[30%] py-1.5 pr-3 font-medium">
              {name}
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Known
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Holds
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Findings
            </th>
            <th scope="col" className="py-1.5 font-medium">
              Questions
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-row={row.id} className="h-8 border-b border-line">
              <th scope="row" className="truncate pr-3 text-left font-normal">
                {row.title}
              </th>
              <Cell
                text={percent(row.coverage)}
                share={row.coverage ?? 0}
                color="var(--question)"
              />
              <Cell text={percent(row.posture)} share={row.posture ?? 0} color="var(--ok)" />
              <Cell
                text={String(row.findings)}
                {...(row.waived > 0 ? { more: `+ ${row.waived} waived` } : {})}
                share={row.findings / mostFindings}
                color="var(--risk-high)"
              />
              <Cell
                text={String(row.questions)}
                share={row.questions / mostQuestions}
                color="var(--question)"
                last
              />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-xs text-muted">
        {groupBy === 'principle'
          ? 'A check that serves several principles counts under each. '
          : ''}
        A question that several checks wait for counts wherever one of them does. “–” means that
        nothing there can be counted yet.
      </p>
    </section>
  )
}

function Cell({
  text,
  more,
  share,
  color,
  last,
}: {
  text: string
  more?: string
  share: number
  color: string
  last?: boolean
}) {
  return (
    <td className={last ? '' : 'pr-4'}>
      <span className="flex items-center gap-2">
        <span className="min-w-10 text-right whitespace-nowrap">{text}</span>
        <Bar share={share} color={color} />
        {more ? <span className="text-[11px] whitespace-nowrap text-muted">{more}</span> : null}
      </span>
    </td>
  )
}

function useRows(groupBy: GroupBy): readonly Row[] {
  const session = useSession()
  const coverage = useVerdicts((v) => v.coverage)
  const findings = useVerdicts((v) => v.findings)
  const waived = useVerdicts((v) => v.waived)
  const questions = useVerdicts((v) => v.questions)
  return useMemo(() => {
    const open = new Map<string, number>()
    for (const question of questions) {
      const groups = new Set<string>(
        question.blocks.flatMap(({ ruleId }): readonly string[] => {
          const rule = session.verdicts.ruleById(ruleId)
          if (!rule) return []
          return groupBy === 'pillar' ? [rule.pillar] : rule.designPrinciples
        }),
      )
      for (const group of groups) open.set(group, (open.get(group) ?? 0) + 1)
    }
    const row = (
      id: string,
      title: string,
      { coverage: known, posture }: (typeof coverage)['overall'],
      isIn: (finding: (typeof findings)[number]) => boolean,
    ): Row => ({
      id,
      title,
      coverage: known,
      posture,
      findings: findings.filter(isIn).length,
      waived: waived.filter(({ verdict }) => isIn(verdict)).length,
      questions: open.get(id) ?? 0,
    })
    return groupBy === 'pillar'
      ? PILLARS.map((p) =>
          row(p, PILLAR_WORDS[p], coverage.byPillar[p], ({ pillar }) => pillar === p),
        )
      : DESIGN_PRINCIPLES.map((p) =>
          row(p, PRINCIPLE_WORDS[p], coverage.byDesignPrinciple[p], ({ designPrinciples }) =>
            designPrinciples.includes(p),
          ),
        )
  }, [session, groupBy, coverage, findings, waived, questions])
}
