import type { NodeId } from '#shared/model/ids'
import { useSession, useVerdicts } from '../../session/context'
import { RiskMark } from '../../ui/RiskMark'

/** What the checks say about one node, in short. */
export function NodeVerdicts({ id }: { id: NodeId }) {
  const session = useSession()
  const findings = useVerdicts((v) => v.findings)
  const badge = useVerdicts((v) => v.badges.get(id))
  const mine = findings.filter((f) => f.subject.kind === 'node' && f.subject.id === id)
  if (!badge) return null
  return (
    <section className="rounded-md border border-line" aria-label="Checks">
      <ul className="flex flex-col py-1">
        {mine.map((f) => (
          <li key={f.ruleId}>
            <button
              type="button"
              onClick={() => session.view.getState().set({ panel: 'findings' })}
              className="flex w-full items-start gap-2 px-2.5 py-1 text-left text-xs hover:bg-hover"
            >
              <span className="mt-0.5">
                <RiskMark level={f.risk} size={12} />
              </span>
              {f.message}
            </button>
          </li>
        ))}
        {badge.questions > 0 ? (
          <li>
            <button
              type="button"
              onClick={() => session.view.getState().set({ panel: 'questions' })}
              className="flex w-full items-start gap-2 px-2.5 py-1 text-left text-xs text-muted hover:bg-hover"
            >
              <span className="mt-0.5">
                <RiskMark level="question" size={12} />
              </span>
              {badge.questions === 1 ? 'One check waits' : `${badge.questions} checks wait`} for an
              answer
            </button>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
