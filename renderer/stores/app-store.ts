import { createStore } from 'zustand/vanilla'
import type { Preferences } from '#shared/ipc/contract'
import type { DocumentTarget } from '../bridge/app-bridge'

export type Screen = { kind: 'library' } | { kind: 'session'; target: DocumentTarget }

export interface AppState {
  screen: Screen
  preferences: Preferences
}

/** What the whole window is about. */
export const appStore = createStore<AppState>(() => ({
  screen: { kind: 'library' },
  preferences: { theme: 'system', displayName: '', layout: {} },
}))

export function goTo(screen: Screen): void {
  appStore.setState({ screen })
}
