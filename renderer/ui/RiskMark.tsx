import { badgePath } from '#shared/render/badge'
import type { BadgeKind } from '#shared/render/theme'

/** How bad, as shape and colour, with "!" or "?" inside: the same shapes as in pictures. */
export function RiskMark({ level, size = 14 }: { level: BadgeKind; size?: number }) {
  const color = level === 'question' ? 'var(--question)' : `var(--risk-${level})`
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill={color}
      aria-hidden="true"
      className="shrink-0"
    >
      <path d={badgePath(level)} />
      <text
        x="9"
        y={level === 'high' ? 15 : 13.2}
        textAnchor="middle"
        fontSize="11.5"
        fontWeight="700"
        fill="var(--surface)"
      >
        {level === 'question' ? '?' : '!'}
      </text>
    </svg>
  )
}
