import { Tooltip } from 'radix-ui'
import { createRoot } from 'react-dom/client'
import type { AppBridge } from '../../../renderer/bridge/app-bridge'
import { BridgeContext } from '../../../renderer/bridge/context'
import { Canvas } from '../../../renderer/canvas/Canvas'
import { preparePainting } from '../../../renderer/painting/prepare'
import { exportPng } from '../../../renderer/pictures/export-session'
import { SessionContext, useBoard } from '../../../renderer/session/context'
import { useClipboard, useShortcuts } from '../../../renderer/session/input'
import { OpenSession } from '../../../renderer/session/open-session'
import { applyTheme } from '../../../renderer/ui/theme'
import './page.css'
import { createDocument } from '#shared/doc/document'
import { union } from '#shared/model/geometry'
import { EdgeId, NodeId } from '#shared/model/ids'
import { parseSession } from '#shared/formats/session-file/parse'
import { serializeSession } from '#shared/formats/session-file/serialize'
import { sessionOf, type NeutralScene } from './scene'

/** A host that never answers: the document lives in this page alone. */
class NoSocket extends EventTarget {
  readonly readyState = 0
  send(): void {}
  close(): void {}
}

const bridge: AppBridge = {
  kind: 'web',
  call: () => Promise.reject(new Error('This page has no host')),
  on: () => () => undefined,
  address: () => ({
    name: 'bench',
    url: 'ws://127.0.0.1:1',
    socket: NoSocket as unknown as typeof WebSocket,
    invitation: undefined,
  }),
  readClipboard: async () => null,
  saveFile: () => Promise.resolve({ saved: false }),
}

function Stage() {
  const hasBoard = useBoard((b) => b.view !== null)
  useShortcuts()
  useClipboard()
  return hasBoard ? <Canvas /> : null
}

applyTheme('light')
// As in the app, where the library is looked at before a session is opened.
const ready = Promise.all([
  document.fonts.load("500 12px 'Inter Variable'"),
  preparePainting('light'),
])
const element = document.getElementById('root')
if (!element) throw new Error('The page has no root element')
const root = createRoot(element)
let session: OpenSession | null = null
let opened = 0

function now(): OpenSession {
  if (!session) throw new Error('Nothing is loaded')
  return session
}

async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== null && found !== undefined) return found
    await new Promise(requestAnimationFrame)
  }
}

function fitRect(): { x: number; y: number; w: number; h: number } {
  const { view } = now().board.getState()
  const box = view && union(view.nodes)
  if (!box) throw new Error('Nothing is drawn')
  return box
}

const bench = {
  name: 'drawbridge',
  async load(scene: NeutralScene) {
    const start = performance.now()
    const content = sessionOf(scene)
    const convertMs = performance.now() - start
    session?.dispose()
    const made = new OpenSession(
      bridge,
      { kind: 'own', sessionId: 'bench' },
      () => 'Bench',
      createDocument(content),
    )
    session = made
    made.connection.getState().welcomed('owner')
    made.connection.getState().synced()
    root.render(
      <BridgeContext.Provider value={bridge}>
        <Tooltip.Provider>
          <SessionContext.Provider value={made} key={++opened}>
            <Stage />
          </SessionContext.Provider>
        </Tooltip.Provider>
      </BridgeContext.Provider>,
    )
    // A board that is opened shows all of itself.
    const port = await until(() => made.view.canvas)
    await port.painted()
    return { convertMs }
  },
  async fit() {
    const port = await until(() => now().view.canvas)
    port.fitRect(fitRect(), { animate: false, padding: 8 })
    await port.painted()
  },
  async zoomTo(zoom: number) {
    const port = await until(() => now().view.canvas)
    const box = fitRect()
    const [w, h] = [window.innerWidth / zoom, window.innerHeight / zoom]
    port.fitRect(
      { x: box.x + box.w / 2 - w / 2, y: box.y + box.h / 2 - h / 2, w, h },
      { animate: false, padding: 0 },
    )
    await port.painted()
  },
  getZoom: () => now().view.canvas?.viewport().zoom ?? 1,
  getNodeScreenPoint(id: string) {
    const node = now()
      .board.getState()
      .view?.node(id as NodeId)
    const port = now().view.canvas
    if (!node || !port) return null
    const { x, y, zoom } = port.viewport()
    const at = port.shown(node.id) ?? node
    const [bx, by] =
      node.kind === 'service' ? [at.x + at.w / 2, at.y + at.h / 2] : [at.x + at.w / 2, at.y + 8]
    return { x: bx * zoom + x, y: by * zoom + y }
  },
  select(ids: readonly string[]) {
    const view = now().board.getState().view
    const nodes = ids.filter((id) => view?.node(id as NodeId)) as NodeId[]
    const edges = ids.filter((id) => view?.edge(id as EdgeId)) as EdgeId[]
    now().view.getState().select(nodes, edges)
  },
  selectedCount: () => now().view.getState().selection.length,
  nodeCount: () => now().board.getState().view?.nodes.length ?? 0,
  serialise: () => serializeSession(now().snapshot.content, { app: 'bench', savedAt: 0 }),
  deserialise(text: string) {
    const parsed = parseSession(text)
    if (!parsed.ok) throw new Error(parsed.detail)
    return parsed.content.nodes.length
  },
  async exportPng(scale: number) {
    const { view, snapshot } = now().board.getState()
    if (!view) throw new Error('Nothing is drawn')
    const { content: blob } = await exportPng(
      view,
      snapshot.content,
      { theme: 'light', background: 'solid', only: null, carry: false },
      scale,
      { routes: await now().view.canvas?.routes() },
    )
    const box = fitRect()
    const header = new DataView(await blob.slice(0, 24).arrayBuffer())
    return {
      blob,
      width: header.getUint32(16),
      height: header.getUint32(20),
      want: [Math.ceil(box.w * scale), Math.ceil(box.h * scale)],
    }
  },
  /** Resolves once the live checks of the board have come in, and says how many badges are shown. */
  async checked() {
    await until(() => (now().verdicts.getState().progress === null ? true : null))
    return now().verdicts.getState().badges.size
  },
}

await ready
Object.assign(window, { bench })
