import type { ReactNode } from 'react'

export type RiskLevel = 'critical' | 'high' | 'medium' | 'low'

const SHAPES: Record<RiskLevel | 'question', ReactNode> = {
  critical: <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" />,
  high: <path d="M8 1.2 15.4 14.4H.6z" />,
  medium: <path d="M8 .6 15.4 8 8 15.4.6 8z" />,
  low: <circle cx="8" cy="8" r="7" />,
  question: <rect x="1" y="1" width="14" height="14" rx="4.5" />,
}

/** How bad, as shape and colour; with a "!" or "?" inside when `sign` is set. */
export function RiskMark({
  level,
  size = 14,
  sign = true,
}: {
  level: RiskLevel | 'question'
  size?: number
  sign?: boolean
}) {
  const color = level === 'question' ? 'var(--question)' : `var(--risk-${level})`
  const glyph = level === 'question' ? '?' : '!'
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={color}
      aria-hidden="true"
      className="shrink-0"
    >
      {SHAPES[level]}
      {sign ? (
        <text
          x="8"
          y={level === 'high' ? 13 : 12}
          textAnchor="middle"
          fontSize="10.5"
          fontWeight="700"
          fill="var(--surface)"
        >
          {glyph}
        </text>
      ) : null}
    </svg>
  )
}
