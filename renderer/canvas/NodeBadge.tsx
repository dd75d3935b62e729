import type { NodeId } from '#shared/model/ids'
import { useSession, useVerdicts, useView } from '../session/context'
import { RiskMark } from '../ui/RiskMark'
import { cx } from '../ui/classes'

/** How bad the worst finding on a node is, or that there is something to ask; nothing when all holds. */
export function NodeBadge({ id, corner }: { id: NodeId; corner?: boolean }) {
  const session = useSession()
  const badge = useVerdicts((v) => v.badges.get(id))
  const hidden = useView((v) => v.presenting !== null && !v.presenting.showFindings)
  if (!badge || hidden) return null
  const { worst, findings, questions } = badge
  const words = [
    findings > 0 ? `${findings} ${findings === 1 ? 'finding' : 'findings'}` : '',
    questions > 0 ? `${questions} ${questions === 1 ? 'question' : 'questions'}` : '',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <button
      type="button"
      aria-label={words}
      title={words}
      data-badge={worst ?? 'question'}
      onClick={(e) => {
        e.stopPropagation()
        session.view.getState().select([id])
        session.view
          .getState()
          .set({ panel: worst ? 'findings' : 'questions', panelOpen: true, chromeHidden: false })
      }}
      className={cx(
        'nodrag pointer-events-auto absolute z-20 flex size-[18px] items-center justify-center rounded-full bg-surface shadow-[0_0_0_1px_var(--line)]',
        corner ? '-top-[9px] right-2' : '-top-2 -right-2',
      )}
    >
      <RiskMark level={worst ?? 'question'} size={13} />
    </button>
  )
}
