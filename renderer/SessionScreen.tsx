import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import type { DocumentTarget } from './bridge/app-bridge'
import { Canvas } from './canvas/Canvas'
import { commandById, runCommand } from './commands/registry'
import { BoardEmptyState } from './panels/BoardEmptyState'
import { CommandPalette } from './panels/commands'
import { CoverageDialog } from './panels/coverage'
import { ExportDialog } from './panels/export'
import { FindOnBoard } from './panels/find'
import { ImportReportDialog, useFreshImportReport } from './panels/import-report'
import { GuestName } from './panels/GuestName'
import { HelpDialog } from './panels/commands/HelpDialog'
import { Palette } from './panels/palette'
import { PresentBar } from './panels/present'
import { Announcer } from './panels/Announcer'
import { ConnectTo } from './panels/quick-add/ConnectTo'
import { QuickAdd } from './panels/quick-add'
import { ShareDialog } from './panels/share'
import { SidePanel } from './panels/SidePanel'
import { StatusBar } from './panels/status-bar'
import { TemplatesDialog } from './panels/templates'
import { TopBar } from './panels/top-bar'
import { SessionRefused } from './panels/SessionRefused'
import { useBridge } from './bridge/context'
import {
  commandContext,
  SessionContext,
  useBoard,
  useConnection,
  useSession,
  useView,
} from './session/context'
import { OpenSession } from './session/open-session'
import { useClipboard, useShortcuts } from './session/input'
import { appStore } from './stores/app-store'
import { useRememberedLayout } from './panels/use-remembered-layout'

/** One session, open: board in the middle, tools around it. */
export function SessionScreen({ target }: { target: DocumentTarget }) {
  const bridge = useBridge()
  const [session, setSession] = useState<OpenSession | null>(null)
  // Not while rendering: React may begin that again, and nobody would end the connection of what it threw away.
  useLayoutEffect(() => {
    const opened = new OpenSession(
      bridge,
      target,
      () =>
        appStore.getState().preferences.displayName || (target.kind === 'own' ? 'Host' : 'Guest'),
    )
    // oxlint-disable-next-line react/set-state-in-effect -- opening a session reaches out of React
    setSession(opened)
    return () => opened.dispose()
  }, [bridge, target])
  if (!session) return <Opening />
  return (
    <SessionContext.Provider value={session}>
      <SessionFrame />
    </SessionContext.Provider>
  )
}

function SessionFrame() {
  const session = useSession()
  const link = useConnection((c) => c.link)
  const arrived = useConnection((c) => c.everSynced)
  const hasBoard = useBoard((b) => b.view !== null)
  const chromeHidden = useView((v) => v.chromeHidden || v.presenting !== null)
  const presenting = useView((v) => v.presenting !== null)
  const paletteOpen = useView((v) => v.paletteOpen)
  const panelOpen = useView((v) => v.panelOpen)
  const dialog = useView((v) => v.dialog)
  const quickAdd = useView((v) => v.quickAdd)
  const find = useView((v) => v.find)
  useShortcuts()
  useClipboard()
  useMenuCommands()
  useRememberedLayout()
  useFreshImportReport()
  useHints()
  useHostNotices()
  useDebugHandle(session)

  if (link.kind === 'refused') return <SessionRefused code={link.code} />
  if (!arrived || !hasBoard) return <Opening />
  return (
    <div className="flex h-full flex-col">
      {chromeHidden ? null : <TopBar />}
      <div className="relative flex min-h-0 flex-1">
        {!chromeHidden && paletteOpen ? <Palette /> : null}
        <main className="relative min-w-0 flex-1">
          <Canvas />
          <BoardEmptyState />
          <GuestName />
          {find ? <FindOnBoard /> : null}
          {quickAdd === 'connect' ? <ConnectTo /> : null}
          {quickAdd === 'add' || quickAdd === 'swap' ? (
            <QuickAdd key={quickAdd} swap={quickAdd === 'swap'} />
          ) : null}
          <Announcer />
          {presenting ? <PresentBar /> : null}
        </main>
        {!chromeHidden && panelOpen ? <SidePanel /> : null}
      </div>
      {chromeHidden ? null : <StatusBar />}
      {dialog === 'commands' ? <CommandPalette /> : null}
      {dialog === 'help' ? <HelpDialog /> : null}
      {dialog === 'export' ? <ExportDialog /> : null}
      {dialog === 'share' ? <ShareDialog /> : null}
      {dialog === 'coverage' ? <CoverageDialog /> : null}
      {dialog === 'imported' ? <ImportReportDialog /> : null}
      {dialog === 'templates' ? <TemplatesDialog /> : null}
    </div>
  )
}

function Opening() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), 400)
    return () => window.clearTimeout(timer)
  }, [])
  return (
    <div className="flex h-full items-center justify-center text-muted" role="status">
      {slow ? 'Opening the session…' : ''}
    </div>
  )
}

function useMenuCommands(): void {
  const bridge = useBridge()
  const session = useSession()
  useEffect(
    () =>
      bridge.on('menu.command', ({ commandId }) => {
        const command = commandById(commandId)
        const context = commandContext(bridge, session)
        if (command && context) runCommand(command, context)
      }),
    [bridge, session],
  )
}

/** Says why a gesture was refused, briefly. */
function useHints(): void {
  const hint = useView((v) => v.hint)
  const shown = useRef<unknown>(null)
  useEffect(() => {
    if (!hint || shown.current === hint) return
    shown.current = hint
    toast(hint.text, { id: 'hint', duration: 4000 })
  }, [hint])
}

/** Says what the host has to tell, until it is read. */
function useHostNotices(): void {
  const notice = useConnection((c) => c.notice)
  useEffect(() => {
    if (notice) toast.info(notice, { duration: Infinity })
  }, [notice])
}

/** Lets the benchmark page and tests read what is on the board. Nothing can be changed through it. */
function useDebugHandle(session: OpenSession): void {
  useEffect(() => {
    const handle = {
      content: () => session.snapshot.content,
      verdicts: () => session.verdicts.getState(),
      view: () => session.view.getState(),
      unacknowledged: () => session.connection.getState().unacknowledged,
    }
    Object.assign(window, { drawbridgeSession: handle })
    return () => {
      Object.assign(window, { drawbridgeSession: undefined })
    }
  }, [session])
}
