import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import type { PaletteHit } from '#shared/catalogue/search'
import { GroupKind } from '#shared/model/records'
import { useBridge } from '../../bridge/context'
import { appStore } from '../../stores/app-store'

const MOST = 9

/** What was last taken from the palette, newest first; remembered between sessions. */
export function useRecent(): {
  recent: readonly PaletteHit[]
  remember: (hit: PaletteHit) => void
} {
  const bridge = useBridge()
  const stored = useStore(appStore, (s) => s.preferences.layout['recent'])
  const names = useMemo(() => (typeof stored === 'string' ? stored.split(' ') : []), [stored])
  const recent = useMemo(() => names.flatMap((name) => hitOf(name) ?? []), [names])
  const remember = useCallback(
    (hit: PaletteHit) => {
      const name = nameOf(hit)
      const { preferences } = appStore.getState()
      const before = preferences.layout['recent']
      const old = typeof before === 'string' ? before.split(' ') : []
      let next = [name, ...old.filter((n) => n !== name)].slice(0, MOST).join(' ')
      while (next.length > 200) next = next.slice(0, next.lastIndexOf(' '))
      if (next === before) return
      const layout = { ...preferences.layout, recent: next }
      appStore.setState({ preferences: { ...preferences, layout } })
      void bridge.call('preferences.set', { layout }).catch(() => undefined)
    },
    [bridge],
  )
  return { recent, remember }
}

function nameOf(hit: PaletteHit): string {
  return hit.kind === 'service' ? hit.definition.serviceId : `@${hit.definition.groupKind}`
}

function hitOf(name: string): PaletteHit | null {
  if (name.startsWith('@')) {
    const kind = GroupKind.safeParse(name.slice(1))
    return kind.success ? { kind: 'group', definition: groupDefinition(kind.data) } : null
  }
  const definition = serviceById(name)
  return definition ? { kind: 'service', definition } : null
}
