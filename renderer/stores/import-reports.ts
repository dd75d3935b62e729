import { createStore } from 'zustand/vanilla'
import type { ImportReport } from '#shared/reports/import-report'
import type { DocumentTarget } from '../bridge/app-bridge'

export interface KeptReport {
  report: ImportReport
  /** The person has seen it. */
  isShown: boolean
}

/** The last import of each session, until the window closes; the note in the session outlives it. */
export const importReports = createStore<{ byTarget: ReadonlyMap<string, KeptReport> }>(() => ({
  byTarget: new Map(),
}))

export function keepReport(
  target: DocumentTarget,
  report: ImportReport,
  { isShown = false } = {},
): void {
  importReports.setState(({ byTarget }) => ({
    byTarget: new Map(byTarget).set(keyOf(target), { report, isShown }),
  }))
}

export function keptReport(target: DocumentTarget): KeptReport | undefined {
  return importReports.getState().byTarget.get(keyOf(target))
}

function keyOf(target: DocumentTarget): string {
  return target.kind === 'own' ? target.sessionId : target.link
}
