import { useSyncExternalStore } from 'react'
import type { Preferences } from '#shared/ipc/contract'

export type Theme = 'light' | 'dark'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let wanted: Preferences['theme'] = 'system'
let current: Theme = 'light'

/** Puts the wanted theme on the page; `system` follows the operating system. */
export function applyTheme(theme: Preferences['theme']): void {
  wanted = theme
  const next: Theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = next
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

dark.addEventListener('change', () => applyTheme(wanted))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => current)
}
