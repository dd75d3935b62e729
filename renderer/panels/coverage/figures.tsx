/** A share of something as a thin bar. The figure itself stands beside it in words. */
export function Bar({ share, color }: { share: number; color: string }) {
  return (
    <span
      aria-hidden="true"
      className="block h-1.5 min-w-6 flex-1 overflow-hidden rounded-full bg-line"
    >
      <span
        className="block h-full rounded-full"
        style={{ width: `${Math.min(1, share) * 100}%`, background: color }}
      />
    </span>
  )
}

/** A share as people read it; a dash where there was nothing to count. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`
}
