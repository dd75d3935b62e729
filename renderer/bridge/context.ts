import { createContext, useContext } from 'react'
import type { AppBridge } from './app-bridge'

export const BridgeContext = createContext<AppBridge | null>(null)

export function useBridge(): AppBridge {
  const bridge = useContext(BridgeContext)
  if (!bridge) throw new Error('No bridge above this component')
  return bridge
}
