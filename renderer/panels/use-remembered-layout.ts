import { useEffect } from 'react'
import { appStore } from '../stores/app-store'
import type { PanelName } from '../stores/view-store'
import { useBridge } from '../bridge/context'
import { useSession } from '../session/context'

const KEYS = ['paletteOpen', 'panelOpen', 'minimap'] as const

/** Panels open the way they were left; changes are remembered for the next session. */
export function useRememberedLayout(): void {
  const bridge = useBridge()
  const session = useSession()
  useEffect(() => {
    const { layout } = appStore.getState().preferences
    const start: Record<string, unknown> = {}
    for (const key of KEYS) if (typeof layout[key] === 'boolean') start[key] = layout[key]
    if (typeof layout['panel'] === 'string') start['panel'] = layout['panel'] as PanelName
    session.view.setState(start)
    return session.view.subscribe((now, before) => {
      const changed = [...KEYS, 'panel' as const].filter((key) => now[key] !== before[key])
      if (changed.length === 0) return
      const known = appStore.getState().preferences
      const layoutNow = { ...known.layout }
      for (const key of changed) layoutNow[key] = now[key]
      appStore.setState({ preferences: { ...known, layout: layoutNow } })
      void bridge.call('preferences.set', { layout: layoutNow }).catch(() => undefined)
    })
  }, [bridge, session])
}
