import type { NodeId } from '#shared/model/ids'
import { useSession, useVerdicts, useView } from '../session/context'
import { badgeWords } from '../stores/badges'
import { cx } from '../ui/classes'

/** The painted badge of a node, to be pressed and read out: how bad the worst finding is, or that there is a question. */
export function NodeBadge({ id, corner }: { id: NodeId; corner?: boolean }) {
  const session = useSession()
  const badge = useVerdicts((v) => v.badges.get(id))
  const hidden = useView((v) => v.presenting !== null && !v.presenting.showFindings)
  if (!badge || hidden) return null
  const { worst } = badge
  const words = badgeWords(badge)
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
        'nodrag pointer-events-auto absolute z-20 size-[18px] rounded-full',
        corner ? '-top-[9px] right-2' : '-top-[9px] -right-[9px]',
      )}
    />
  )
}
