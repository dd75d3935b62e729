import { useEffect } from 'react'
import { toast } from 'sonner'
import { appStore } from '../stores/app-store'
import { PALETTE_WIDTH, PANEL_WIDTH, type PanelName } from '../stores/view-store'
import { shortcutOf } from '../commands/registry'
import { useBridge } from '../bridge/context'
import { useSession } from '../session/context'

const SWITCHES = ['paletteOpen', 'panelOpen', 'minimap', 'chromeHidden', 'snapToGrid'] as const
const WIDTHS = { paletteWidth: PALETTE_WIDTH, panelWidth: PANEL_WIDTH } as const
const REMEMBERED = [...SWITCHES, 'panel', 'paletteWidth', 'panelWidth'] as const
/** A panel that is being made wider is remembered when it has come to rest, ms. */
const REST_MS = 400

/** Panels open the way they were left; changes are remembered for the next session. */
export function useRememberedLayout(): void {
  const bridge = useBridge()
  const session = useSession()
  useEffect(() => {
    const { layout } = appStore.getState().preferences
    const start: Record<string, unknown> = {}
    for (const key of SWITCHES) if (typeof layout[key] === 'boolean') start[key] = layout[key]
    for (const [key, { least, most }] of Object.entries(WIDTHS)) {
      const width = layout[key]
      if (typeof width === 'number') start[key] = Math.min(most, Math.max(least, width))
    }
    if (typeof layout['panel'] === 'string') start['panel'] = layout['panel'] as PanelName
    session.view.setState(start)
    const sayHowToShow = (): void => {
      const keys = shortcutOf('view.togglePanels')
      session.view
        .getState()
        .showHint(`${keys ? `${keys} or Escape` : 'Escape'} brings the panels back.`)
    }
    if (start['chromeHidden'] === true) sayHowToShow()
    let timer = 0
    const remember = (): void => {
      const now = session.view.getState()
      const known = appStore.getState().preferences
      const layoutNow = { ...known.layout }
      for (const key of REMEMBERED) layoutNow[key] = now[key]
      appStore.setState({ preferences: { ...known, layout: layoutNow } })
      void bridge.call('preferences.set', { layout: layoutNow }).catch(() => undefined)
    }
    const stop = session.view.subscribe((now, before) => {
      if (REMEMBERED.every((key) => now[key] === before[key])) return
      if (now.chromeHidden && !before.chromeHidden) sayHowToShow()
      if (!now.chromeHidden && before.chromeHidden) toast.dismiss('hint')
      window.clearTimeout(timer)
      if (now.paletteWidth === before.paletteWidth && now.panelWidth === before.panelWidth)
        remember()
      else timer = window.setTimeout(remember, REST_MS)
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [bridge, session])
}
