import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { BoardView } from '#shared/model/board-view'
import type { AppBridge } from '../bridge/app-bridge'
import { useBridge } from '../bridge/context'
import type { CommandContext } from '../commands/define'
import { commandById, runCommand } from '../commands/registry'
import type { BoardState } from '../stores/board-store'
import type { ConnectionState } from '../stores/connection-store'
import type { VerdictState } from '../stores/verdict-store'
import type { ViewActions, ViewState } from '../stores/view-store'
import type { OpenSession } from './open-session'

export const SessionContext = createContext<OpenSession | null>(null)

export function useSession(): OpenSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No open session above this component')
  return session
}

export function useView<T>(select: (state: ViewState & ViewActions) => T): T {
  return useStore(useSession().view, select)
}

export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useSession().board, select)
}

/** The board on screen. Only for what is shown once the session has arrived. */
export function useBoardView(): BoardView {
  const view = useBoard((s) => s.view)
  if (!view) throw new Error('The board is not here yet')
  return view
}

export function useVerdicts<T>(select: (state: VerdictState) => T): T {
  return useStore(useSession().verdicts, select)
}

export function useConnection<T>(select: (state: ConnectionState) => T): T {
  return useStore(useSession().connection, select)
}

export function useCanEdit(): boolean {
  return useConnection((s) => s.role === 'owner' || s.role === 'editor')
}

/** What commands get to see right now; `null` before the session has arrived. */
export function commandContext(bridge: AppBridge, session: OpenSession): CommandContext | null {
  const board = session.board.getState().view
  if (!board) return null
  return { bridge, session, board, view: session.view.getState(), canEdit: session.canEdit }
}

/** Runs a command by id, as a button does. */
export function useCommand(): (id: string) => void {
  const bridge = useBridge()
  const session = useSession()
  return (id) => {
    const command = commandById(id)
    const context = commandContext(bridge, session)
    if (command && context) runCommand(command, context)
  }
}
