import { ShieldOff } from 'lucide-react'
import { withdrawWaivers } from '#shared/operations/waivers'
import type { WaiverReport } from '#shared/rules/waivers'
import { useCanEdit, useSession, useVerdicts } from '../../session/context'
import { Button } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { showSubjects } from '../show-subject'
import { WAIVER_WORDS } from '../words'

const STATE_WORDS: Record<WaiverReport['state'], string> = {
  active: '',
  stale: 'The facts are others now: the finding is open again.',
  expired: 'Its day has passed: the finding is open again.',
  unused: 'There is no such finding any more.',
}

/** What was waived on this board, by whom and until when; what needs attention first. */
export function Waivers() {
  const session = useSession()
  const canEdit = useCanEdit()
  const reports = useVerdicts((v) => v.waiverReports)
  if (reports.length === 0) return null
  return (
    <section aria-label="Waived" className="border-b border-line py-1.5">
      <h3 className="flex items-center gap-1.5 px-3 py-1 text-xs font-semibold text-muted">
        <ShieldOff size={13} />
        Waived
        <span className="font-normal text-faint">{reports.length}</span>
      </h3>
      <ul>
        {reports.map(({ waiver, state, expiring, finding }) => {
          const title =
            finding?.message ?? session.verdicts.ruleById(waiver.ruleId)?.title ?? waiver.ruleId
          return (
            <li key={waiver.id} className="px-3 py-1.5 text-xs" data-waiver={waiver.ruleId}>
              <button
                type="button"
                className="text-left text-ink hover:text-accent"
                onClick={() => showSubjects(session, [waiver.subject])}
              >
                {title}
              </button>
              <p className="text-muted">
                {WAIVER_WORDS[waiver.category]}: {waiver.reason}
              </p>
              <p className="flex items-center justify-between gap-2 text-faint">
                <span>
                  {waiver.ruleId} · {waiver.author || 'somebody'} · until{' '}
                  {new Date(waiver.expiresAt).toLocaleDateString()}
                </span>
                {canEdit ? (
                  <Button
                    kind="quiet"
                    className="h-6 px-1.5 text-xs"
                    onClick={() => session.edit(withdrawWaivers([waiver.id]))}
                  >
                    Withdraw
                  </Button>
                ) : null}
              </p>
              {state !== 'active' || expiring ? (
                <p className={cx('font-medium', state === 'unused' ? 'text-faint' : 'text-danger')}>
                  {expiring ? 'Ends within two weeks.' : STATE_WORDS[state]}
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
