import type { BoardNode } from '#shared/model/records'
import { BADGE_SIZE, badgeAt } from '#shared/render/badge'
import { useSession, useVerdicts, useView } from '../session/context'
import { badgeWords } from '../stores/badges'

/** The painted badge of a node, to be pressed and read out: how bad the worst finding is, or that there is a question. */
export function NodeBadge({ node }: { node: BoardNode }) {
  const { id } = node
  const session = useSession()
  const badge = useVerdicts((v) => v.badges.get(id))
  const hidden = useView((v) => v.presenting !== null && !v.presenting.showFindings)
  if (!badge || hidden) return null
  const { worst } = badge
  const words = badgeWords(badge)
  const at = badgeAt(node)
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
      className="nodrag pointer-events-auto absolute z-20 rounded-full"
      style={{
        left: at.x - node.x - BADGE_SIZE / 2,
        top: at.y - node.y - BADGE_SIZE / 2,
        width: BADGE_SIZE,
        height: BADGE_SIZE,
      }}
    />
  )
}
