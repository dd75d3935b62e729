import { Eye, EyeOff, Wand2 } from 'lucide-react'
import { useMemo } from 'react'
import { choicesOf, offerFix, type FixOffer } from '#shared/fixes/offer'
import type { Verdict } from '#shared/rules/verdict'
import { useBoardView, useCanEdit, useSession, useVerdicts, useView } from '../../session/context'
import { Button } from '../../ui/Button'
import { fixOnTarget } from './fix-on-target'

/**
 * The ways to repair one finding, each tried out before it is offered. On a current board a repair never rewrites what
 * is: it goes to the target board.
 */
export function Fixes({ finding }: { finding: Verdict }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const view = useBoardView()
  const verdicts = useVerdicts((v) => v.verdicts)
  const rule = session.verdicts.ruleById(finding.ruleId)
  const offers = useMemo(() => {
    if (!rule || !verdicts) return []
    return choicesOf(rule).flatMap((choice) => {
      const offer = offerFix(
        view,
        verdicts,
        rule,
        finding.subject,
        choice,
        session.editContext(),
        (trial) => session.verdicts.trial(trial),
      )
      return offer ? [{ choice, offer }] : []
    })
  }, [rule, verdicts, view, finding, session])
  if (!rule || offers.length === 0) return null
  const isCurrent = view.board.kind === 'current'
  return (
    <div>
      <dt className="font-medium">{offers.length > 1 ? 'Fixes to choose from' : 'Fix'}</dt>
      <dd className="mt-1 flex flex-col gap-1.5">
        {offers.map(({ choice, offer }, i) => (
          <Offer
            key={choice.title}
            id={`${finding.ruleId} ${finding.subject.id} ${i}`}
            offer={offer}
            onApply={
              canEdit
                ? () => {
                    session.view.getState().set({ preview: null })
                    if (isCurrent) fixOnTarget(session, rule, finding.subject, choice)
                    else session.edit(offer.patch)
                  }
                : null
            }
            applyTitle={isCurrent ? 'Apply to the target board' : 'Apply'}
          />
        ))}
      </dd>
    </div>
  )
}

function Offer({
  id,
  offer,
  onApply,
  applyTitle,
}: {
  id: string
  offer: FixOffer
  onApply: (() => void) | null
  applyTitle: string
}) {
  const session = useSession()
  const shown = useView((v) => v.preview?.id === id)
  const others = offer.gone.length - 1
  return (
    <div className="rounded-md border border-line bg-surface p-2" data-fix={offer.title}>
      <p className="flex items-start gap-1.5 text-ink">
        <Wand2 size={13} className="mt-0.5 shrink-0 text-accent" />
        {offer.title}
      </p>
      <p className="mt-1 text-faint">
        {others > 0
          ? `Settles this and ${others} other ${others === 1 ? 'finding' : 'findings'}.`
          : 'Settles this finding.'}
        {offer.came.length > 0
          ? ` Brings ${offer.came.length} of lower risk: ${offer.came.map((v) => v.ruleId).join(', ')}.`
          : ''}
      </p>
      {shown ? (
        <ul className="mt-1 border-l-2 border-accent/40 pl-2 text-muted">
          {offer.gone.slice(0, 6).map((v) => (
            <li key={`${v.ruleId} ${v.subject.id}`} className="line-through">
              {v.message}
            </li>
          ))}
          {offer.came.slice(0, 6).map((v) => (
            <li key={`${v.ruleId} ${v.subject.id}`}>New: {v.message}</li>
          ))}
        </ul>
      ) : null}
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Button
          className="h-6 px-2 text-xs"
          aria-pressed={shown}
          icon={shown ? <EyeOff size={12} /> : <Eye size={12} />}
          onClick={() =>
            session.view.getState().set({
              preview: shown ? null : { id, title: offer.title, after: offer.after },
            })
          }
        >
          {shown ? 'Hide preview' : 'Preview'}
        </Button>
        {onApply ? (
          <Button kind="primary" className="h-6 px-2 text-xs" onClick={onApply}>
            {applyTitle}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
