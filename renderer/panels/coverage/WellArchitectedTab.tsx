import { useMemo, useState } from 'react'
import { PILLARS, type Pillar } from '#shared/rules/define-rule'
import { rules as everyRule } from '#shared/rules/registry'
import {
  PRACTICE_STATES,
  wellArchitected,
  type PracticeOnBoard,
  type PracticeState,
} from '#shared/rules/well-architected'
import { useVerdicts } from '../../session/context'
import { cx } from '../../ui/classes'
import { Select } from '../../ui/Field'
import { PILLAR_WORDS } from '../words'
import { PracticeRow } from './PracticeRow'
import { StateMark, STATE_FILTER_WORDS, STATE_WORDS } from './practice-state'

type StateFilter = PracticeState | 'all'
type PillarFilter = Pillar | 'all'

/** All best practices of AWS's framework, and what this board says about each. */
export function WellArchitectedTab() {
  const verdicts = useVerdicts((v) => v.verdicts)
  const rules = useVerdicts((v) => v.rules)
  const waivedFindings = useVerdicts((v) => v.waived)
  const [state, setState] = useState<StateFilter>('all')
  const [pillar, setPillar] = useState<PillarFilter>('all')

  const byPillar = useMemo(
    () => wellArchitected([...everyRule, ...rules], verdicts?.all ?? []),
    [rules, verdicts],
  )
  const waived = useMemo(
    () => new Set(waivedFindings.map(({ verdict }) => verdict)),
    [waivedFindings],
  )
  const pillars = PILLARS.filter((p) => pillar === 'all' || p === pillar)
  const inPillars = pillars.flatMap((p) => byPillar[p])
  const countOf = (one: StateFilter): number =>
    one === 'all' ? inPillars.length : inPillars.filter((p) => p.state === one).length
  const shown = (practice: PracticeOnBoard): boolean => state === 'all' || practice.state === state
  const beyond = pillars
    .map((p) => ({ pillar: p, list: byPillar[p].filter((one) => one.state === 'notADrawing') }))
    .filter(({ list }) => list.length > 0)

  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line pb-3">
        <span className="w-40">
          <Select<PillarFilter>
            aria-label="Pillar"
            value={pillar}
            choices={[
              { value: 'all', label: 'All pillars' },
              ...PILLARS.map((value) => ({ value, label: PILLAR_WORDS[value] })),
            ]}
            onChange={setPillar}
          />
        </span>
        <div role="radiogroup" aria-label="State" className="contents">
          {(['all', ...PRACTICE_STATES] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="radio"
              aria-checked={state === one}
              onClick={() => setState(one)}
              className={cx(
                'inline-flex h-7 items-center gap-1.5 rounded-md border px-2 text-xs font-medium whitespace-nowrap',
                state === one
                  ? 'border-accent bg-accent-soft text-ink'
                  : 'border-line bg-surface text-muted hover:bg-hover hover:text-ink',
              )}
            >
              {one === 'all' ? null : <StateMark state={one} size={12} />}
              {one === 'all' ? 'All' : STATE_FILTER_WORDS[one]}
              <span className="font-normal text-muted">{countOf(one)}</span>
            </button>
          ))}
        </div>
      </div>
      <div
        key={`${state} ${pillar}`}
        className="scroll-thin -mr-3 min-h-0 flex-1 overflow-y-auto pr-3"
        data-practices
      >
        <p className="pt-3 text-xs text-muted">
          A practice holds here when every check of it that applies to this board holds. A check
          sees what a drawing can show: AWS asks for more than that.
        </p>
        {state === 'notADrawing'
          ? null
          : pillars.map((p) => {
              const list = byPillar[p].filter((one) => one.state !== 'notADrawing' && shown(one))
              return list.length === 0 ? null : (
                <section key={p} aria-label={PILLAR_WORDS[p]}>
                  <Heading title={PILLAR_WORDS[p]} count={list.length} />
                  <ul>
                    {list.map((practice) => (
                      <PracticeRow key={practice.practice.id} of={practice} waived={waived} />
                    ))}
                  </ul>
                </section>
              )
            })}
        {countOf(state) === 0 ? (
          <p className="py-10 text-center text-muted">No practice is in this state.</p>
        ) : null}
        {(state === 'all' || state === 'notADrawing') && beyond.length > 0 ? (
          <section aria-label={STATE_WORDS.notADrawing} className="pb-4">
            <h3 className="mt-6 flex items-baseline justify-between font-semibold">
              {STATE_WORDS.notADrawing}
              <span className="text-xs font-normal text-muted">{countOf('notADrawing')}</span>
            </h3>
            <p className="text-xs text-muted">
              These are about how people work, decide and run things, or about details that are not
              drawn here. No rule checks them, and no figure counts them: talk them through with the
              customer.
            </p>
            {beyond.map(({ pillar: p, list }) => (
              <section key={p} aria-label={`${PILLAR_WORDS[p]}: ${STATE_WORDS.notADrawing}`}>
                <Heading title={PILLAR_WORDS[p]} count={list.length} />
                <ul>
                  {list.map((practice) => (
                    <PracticeRow key={practice.practice.id} of={practice} waived={waived} />
                  ))}
                </ul>
              </section>
            ))}
          </section>
        ) : null}
      </div>
    </>
  )
}

function Heading({ title, count }: { title: string; count: number }) {
  return (
    <h4 className="sticky top-0 z-10 flex items-baseline justify-between border-b border-line bg-raised pt-3 pb-1.5 text-xs font-semibold text-muted">
      {title}
      <span className="font-normal">{count}</span>
    </h4>
  )
}
