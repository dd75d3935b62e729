import type { PaletteHit } from '#shared/catalogue/search'
import { AwsIcon } from '../../ui/AwsIcon'
import { useTheme } from '../../ui/theme'

/** Icon of a palette entry; groups without an icon of AWS's are shown as the box they are. */
export function HitIcon({ hit, size }: { hit: PaletteHit; size: number }) {
  const theme = useTheme()
  if (hit.definition.icon) return <AwsIcon icon={hit.definition.icon} size={size} />
  const color = hit.kind === 'group' ? hit.definition.color[theme] : 'var(--line-strong)'
  const dashed = hit.kind === 'group' && hit.definition.dashed
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect
        x="2.5"
        y="5.5"
        width="27"
        height="21"
        rx="2"
        fill={color}
        fillOpacity="0.08"
        stroke={color}
        strokeWidth="1.75"
        strokeDasharray={dashed ? '4 3' : undefined}
      />
    </svg>
  )
}
