import { createRoot } from 'react-dom/client'
import { App } from './App'
import type { AppBridge } from './bridge/app-bridge'
import { desktopBridge } from './bridge/desktop'
import { guestBridge } from './bridge/guest'
import { webBridge } from './bridge/web'
import { appStore } from './stores/app-store'
import { applyTheme } from './ui/theme'
import './ui/tokens.css'

function chooseBridge(): AppBridge {
  if (window.drawbridge) return desktopBridge(window.drawbridge)
  return window.location.pathname === '/join' ? guestBridge() : webBridge()
}

async function start(): Promise<void> {
  const bridge = chooseBridge()
  const preferences = await bridge.call('preferences.get', {}).catch(() => null)
  if (preferences) appStore.setState({ preferences })
  applyTheme(appStore.getState().preferences.theme)
  if (bridge.kind === 'guest')
    appStore.setState({
      screen: { kind: 'session', target: { kind: 'invited', link: window.location.href } },
    })
  bridge.on('preferences.changed', (changed) => appStore.setState({ preferences: changed }))
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element')
  createRoot(root).render(<App bridge={bridge} />)
}

void start()
