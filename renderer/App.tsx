import { Tooltip } from 'radix-ui'
import { lazy, Suspense, useEffect } from 'react'
import { Toaster } from 'sonner'
import { useStore } from 'zustand'
import type { AppBridge } from './bridge/app-bridge'
import { Library } from './panels/library'
import { BridgeContext } from './bridge/context'
import { appStore } from './stores/app-store'
import { whenIdle } from './ui/idle'
import { applyTheme, useTheme, type Theme } from './ui/theme'

/** Opening the library must not wait for the canvas's code. */
const SessionScreen = lazy(() =>
  import('./SessionScreen').then((m) => ({ default: m.SessionScreen })),
)

/** What the first session needs is got while somebody looks at the library. */
function useReadyCanvas(theme: Theme): void {
  useEffect(
    () =>
      whenIdle(() => {
        void import('./SessionScreen')
        void import('./painting/prepare').then(({ preparePainting }) => preparePainting(theme))
      }, 2000),
    [theme],
  )
}

export function App({ bridge }: { bridge: AppBridge }) {
  const screen = useStore(appStore, (s) => s.screen)
  const theme = useTheme()
  const wanted = useStore(appStore, (s) => s.preferences.theme)
  useEffect(() => applyTheme(wanted), [wanted])
  useReadyCanvas(theme)
  return (
    <BridgeContext.Provider value={bridge}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        <Suspense fallback={null}>
          {screen.kind === 'library' ? (
            <Library />
          ) : (
            <SessionScreen
              key={screen.target.kind === 'own' ? screen.target.sessionId : screen.target.link}
              target={screen.target}
            />
          )}
        </Suspense>
        <Toaster theme={theme} position="bottom-center" closeButton />
      </Tooltip.Provider>
    </BridgeContext.Provider>
  )
}
