import type { Disposition } from '#shared/model/records'

export const DISPOSITION_WORDS: Record<Disposition, string> = {
  rehost: 'Rehost',
  replatform: 'Replatform',
  relocate: 'Relocate',
  refactor: 'Refactor',
  repurchase: 'Repurchase',
  retire: 'Retire',
  retain: 'Retain',
}
