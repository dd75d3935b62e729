import { ChevronDown, ExternalLink } from 'lucide-react'
import { memo, useState } from 'react'
import type { Verdict } from '#shared/rules/verdict'
import { useCanEdit, useSession } from '../../session/context'
import { Button } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { RiskMark } from '../../ui/RiskMark'
import { showSubjects } from '../show-subject'
import { RISK_WORDS } from '../words'
import { Fixes } from './Fixes'
import { WaiveForm } from './WaiveForm'

/** One finding: what is wrong where; opened, why it matters, what to do and where AWS says so. */
export const FindingRow = memo(function FindingRow({ finding }: { finding: Verdict }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const [open, setOpen] = useState(false)
  const [waiving, setWaiving] = useState(false)
  const rule = session.verdicts.ruleById(finding.ruleId)
  return (
    <li
      data-finding={finding.ruleId}
      data-subject={finding.subject.id}
      className={cx(
        '[contain-intrinsic-size:auto_56px] [content-visibility:auto]',
        open && 'bg-sunken',
      )}
    >
      <div className="flex items-start">
        <button
          type="button"
          onClick={() => {
            showSubjects(session, [finding.subject])
            setOpen(true)
          }}
          className="flex min-w-0 flex-1 items-start gap-2 py-1.5 pl-3 text-left hover:bg-hover"
        >
          <span className="mt-0.5" title={RISK_WORDS[finding.risk]}>
            <RiskMark level={finding.risk} />
          </span>
          <span className="min-w-0">
            <span className="block">{finding.message}</span>
            <span className="text-[11px] text-faint">
              {RISK_WORDS[finding.risk]} risk · {finding.ruleId}
            </span>
          </span>
        </button>
        <button
          type="button"
          aria-label={open ? 'Show less' : 'Show why and what to do'}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-1 mr-1.5 inline-flex size-6 shrink-0 items-center justify-center rounded text-faint hover:bg-hover hover:text-ink"
        >
          <ChevronDown
            size={14}
            className={cx('transition-transform duration-100', open && 'rotate-180')}
          />
        </button>
      </div>
      {open && rule ? (
        <dl className="flex flex-col gap-2 pr-4 pb-3 pl-[34px] text-xs">
          <div>
            <dt className="font-medium">Why</dt>
            <dd className="text-muted">{rule.rationale}</dd>
          </div>
          <div>
            <dt className="font-medium">What to do</dt>
            <dd className="text-muted">{rule.remediation}</dd>
          </div>
          <Fixes finding={finding} />
          {rule.falsePositives ? (
            <div>
              <dt className="font-medium">When it may be accepted</dt>
              <dd className="text-muted">{rule.falsePositives}</dd>
            </div>
          ) : null}
          <div>
            <dt className="font-medium">AWS says so</dt>
            {rule.references.map((r) => (
              <dd key={r.url}>
                <a
                  href={r.url}
                  target="_blank"
                  rel="noreferrer"
                  className="inline-flex items-center gap-1 text-accent hover:underline"
                >
                  {r.title}
                  <ExternalLink size={11} />
                </a>
              </dd>
            ))}
            <dd className="text-faint">Well-Architected {rule.bestPractices.join(', ')}</dd>
          </div>
          {canEdit ? (
            waiving ? (
              <dd>
                <WaiveForm finding={finding} onDone={() => setWaiving(false)} />
              </dd>
            ) : (
              <dd>
                <Button className="h-6 px-2 text-xs" onClick={() => setWaiving(true)}>
                  Waive…
                </Button>
              </dd>
            )
          ) : null}
        </dl>
      ) : null}
    </li>
  )
})
