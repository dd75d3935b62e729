import type { BoardView } from '../model/board-view'
import type { Waiver } from '../model/records'
import { subjectKey, type Verdict } from './verdict'

export const DAY_MS = 24 * 60 * 60 * 1000

/** How long a waiver holds unless somebody says otherwise. */
export const WAIVER_DAYS = 90

/** A waiver that ends within so many days is reported. */
export const EXPIRING_DAYS = 14

/**
 * `active`: hides its finding. `stale`: the facts that the finding rested on are others now, so it is open again.
 * `expired`: its day has passed, so the finding is open again. `unused`: there is no such finding any more.
 */
export type WaiverState = 'active' | 'stale' | 'expired' | 'unused'

export interface WaiverReport {
  waiver: Waiver
  state: WaiverState
  /** Active, but not for long. */
  expiring: boolean
  /** The finding it is about; `null` where there is none. */
  finding: Verdict | null
}

export interface WaivedFindings {
  /** Findings that nobody waived, or whose waiver no longer holds. */
  open: readonly Verdict[]
  waived: readonly { verdict: Verdict; waiver: Waiver }[]
  /** Every waiver of the board, those that need attention first. */
  reports: readonly WaiverReport[]
}

/**
 * Applies a board's waivers to its findings. Only findings can be waived: questions can only be answered.
 *
 * @param now milliseconds since the epoch
 */
export function applyWaivers(
  view: BoardView,
  findings: readonly Verdict[],
  waivers: readonly Waiver[],
  now: number,
): WaivedFindings {
  const own = waivers.filter((waiver) => waiver.boardId === view.board.id)
  if (own.length === 0) return { open: findings, waived: [], reports: [] }
  const byKey = new Map(findings.map((verdict) => [keyOf(verdict), verdict]))
  const active = new Map<string, Waiver>()
  const reports = own.map((waiver): WaiverReport => {
    const finding = byKey.get(keyOf(waiver)) ?? null
    const state = stateOf(waiver, finding, now)
    if (state === 'active') active.set(keyOf(waiver), waiver)
    const expiring = state === 'active' && waiver.expiresAt - now <= EXPIRING_DAYS * DAY_MS
    return { waiver, state, expiring, finding }
  })
  const waived = findings.flatMap((verdict) => {
    const waiver = active.get(keyOf(verdict))
    return waiver ? [{ verdict, waiver }] : []
  })
  return {
    open: findings.filter((verdict) => !active.has(keyOf(verdict))),
    waived,
    reports: reports.sort(
      (a, b) => urgency(a) - urgency(b) || a.waiver.expiresAt - b.waiver.expiresAt,
    ),
  }
}

function stateOf(waiver: Waiver, finding: Verdict | null, now: number): WaiverState {
  if (!finding) return 'unused'
  if (waiver.expiresAt <= now) return 'expired'
  return waiver.factsHash === factsHash(finding) ? 'active' : 'stale'
}

function urgency({ state, expiring }: WaiverReport): number {
  return ['expired', 'stale'].includes(state) ? 0 : expiring ? 1 : state === 'active' ? 2 : 3
}

function keyOf({ ruleId, subject }: Pick<Verdict, 'ruleId' | 'subject'>): string {
  return `${ruleId} ${subjectKey(subject)}`
}

/** A fingerprint of the facts that decided a finding: 16 hexadecimal digits. Not for security. */
export function factsHash({ because }: Pick<Verdict, 'because'>): string {
  const text = because
    .map(({ subject, key, value }) => JSON.stringify([subjectKey(subject), key, value]))
    .sort()
    .join('\n')
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [b, a].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
