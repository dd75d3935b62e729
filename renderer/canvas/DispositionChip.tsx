import type { Disposition } from '#shared/model/records'
import { dispositionColors } from '#shared/render/theme'

export const DISPOSITION_WORDS: Record<Disposition, string> = {
  rehost: 'Rehost',
  replatform: 'Replatform',
  relocate: 'Relocate',
  refactor: 'Refactor',
  repurchase: 'Repurchase',
  retire: 'Retire',
  retain: 'Retain',
}

/** What is to become of a workload, on its icon's top edge. */
export function DispositionChip({ disposition }: { disposition: Disposition }) {
  return (
    <span
      className="absolute -top-[13px] left-1/2 h-4 -translate-x-1/2 rounded-full px-1.5 text-[10px] leading-4 font-semibold whitespace-nowrap text-white"
      style={{ background: dispositionColors[disposition] }}
    >
      {DISPOSITION_WORDS[disposition]}
    </span>
  )
}
