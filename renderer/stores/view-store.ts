import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BoardView } from '#shared/model/board-view'
import type { BoardId, EdgeId, MarkId, NodeId } from '#shared/model/ids'
import type { Point, Rect } from '#shared/model/geometry'
import type { Ink, StickyColor } from '#shared/model/records'
import type { RoutedEdge } from '#shared/render/route'

/** What the left button does on the board. All but `select` make or remove marks. */
export type Tool =
  'select' | 'sticky' | 'text' | 'rectangle' | 'ellipse' | 'line' | 'arrow' | 'pen' | 'eraser'

export type PanelName = 'inspector' | 'outline' | 'findings' | 'questions' | 'notes' | 'plan'
export type DialogName =
  'commands' | 'help' | 'export' | 'share' | 'coverage' | 'imported' | 'templates'

/** What a canvas can be asked to show. The canvas puts itself here while it is on screen. */
export interface CanvasPort {
  fitAll(): void
  fitRect(rect: Rect, options?: { animate?: boolean; padding?: number; maxZoom?: number }): void
  /** Moves the board so that a place is on screen; not at all when it is. */
  bringIntoView(rect: Rect): void
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Board point (0, 0) is at x, y on the canvas, CSS px. */
  viewport(): { x: number; y: number; zoom: number }
  /** Where a node is while it is dragged; `undefined` when it is where its record says. */
  shown(id: NodeId): Rect | undefined
  /** Where the connectors run, once that is settled. */
  routes(): Promise<ReadonlyMap<EdgeId, RoutedEdge>>
  /** Settles when everything on screen is painted. */
  painted(): Promise<void>
  /** Moves nodes on the screen from where they were to where they are now. */
  glideFrom(places: ReadonlyMap<NodeId, Rect>): void
  /** Middle of what is visible, board units. */
  center(): Point
  focus(): void
}

/** A menu on the board: where it is on the screen, CSS px, and on the board. */
export interface BoardMenuAt {
  x: number
  y: number
  at: Point
}

/** How wide the panels at the sides may be, CSS px. */
export const PALETTE_WIDTH = { least: 180, most: 420, usual: 240 }
export const PANEL_WIDTH = { least: 300, most: 640, usual: 380 }

export interface Presenting {
  step: number
  showFindings: boolean
  laser: boolean
}

/** What an edit that is only being considered would make of the board, shown as ghosts. */
export interface BoardPreview {
  /** Who shows it: the same one takes it away again. */
  id: string
  title: string
  after: BoardView
}

/** What this person is looking at. Not shared, not saved with the session, not undoable. */
export interface ViewState {
  boardId: BoardId | null
  selection: readonly NodeId[]
  selectedEdges: readonly EdgeId[]
  selectedMarks: readonly MarkId[]
  tool: Tool
  /** What the next marks are drawn in. */
  inkColor: Ink
  stickyColor: StickyColor
  /** How thick the pen is, board units. */
  penSize: number
  /** The node that has the keyboard's focus. */
  focused: NodeId | null
  panel: PanelName
  /** `\` hides everything but the board. */
  chromeHidden: boolean
  paletteOpen: boolean
  panelOpen: boolean
  /** CSS px. */
  paletteWidth: number
  panelWidth: number
  minimap: boolean
  /** What is dragged, resized, placed or nudged comes to lie on the grid. */
  snapToGrid: boolean
  zoom: number
  dialog: DialogName | null
  /** Whether a name is being typed, and for what: to add something, to put it in the place of what is
   * selected, or to connect what is selected with it. */
  quickAdd: false | 'add' | 'swap' | 'connect'
  /** Where what is added by name goes; `null`: to the middle of what is visible. */
  addAt: Point | null
  /** What a board that is being changed to shows first; all of it when not given. */
  goingTo: { boardId: BoardId; rect: Rect; padding: number; maxZoom: number } | null
  find: boolean
  /** The menu of what is selected, or of the board; `asked`: by keyboard, and not placed yet. */
  menu: BoardMenuAt | 'asked' | null
  /** The name being edited in place; `link`: the address that the inspector asks for. */
  editing:
    | { kind: 'board'; id: BoardId }
    | { kind: 'node'; id: NodeId }
    | { kind: 'link'; id: NodeId }
    | { kind: 'edge'; id: EdgeId }
    | { kind: 'mark'; id: MarkId }
    | null
  presenting: Presenting | null
  preview: BoardPreview | null
  /** A short word to the person: why something was refused. Each has its own number, so equal texts show again. */
  hint: { text: string; count: number } | null
}

export interface ViewActions {
  select(nodes: readonly NodeId[], edges?: readonly EdgeId[], marks?: readonly MarkId[]): void
  set(change: Partial<ViewState>): void
  showHint(text: string | null): void
}

export type ViewStore = StoreApi<ViewState & ViewActions> & {
  readonly canvas: CanvasPort | null
  /** Puts a canvas here; gives back what takes it away again. */
  attachCanvas(port: CanvasPort): () => void
}

export function createViewStore(): ViewStore {
  const store = createStore<ViewState & ViewActions>((set, get) => ({
    boardId: null,
    selection: [],
    selectedEdges: [],
    selectedMarks: [],
    tool: 'select',
    inkColor: 'ink',
    stickyColor: 'yellow',
    penSize: 5,
    focused: null,
    panel: 'inspector',
    chromeHidden: false,
    paletteOpen: true,
    panelOpen: true,
    paletteWidth: PALETTE_WIDTH.usual,
    panelWidth: PANEL_WIDTH.usual,
    minimap: true,
    snapToGrid: false,
    zoom: 1,
    dialog: null,
    quickAdd: false,
    addAt: null,
    goingTo: null,
    find: false,
    menu: null,
    editing: null,
    presenting: null,
    preview: null,
    hint: null,
    select(nodes, edges = [], marks = []) {
      const now = get()
      if (
        same(now.selection, nodes) &&
        same(now.selectedEdges, edges) &&
        same(now.selectedMarks, marks)
      )
        return
      set({ selection: nodes, selectedEdges: edges, selectedMarks: marks })
    },
    set: (change) => set(change),
    showHint(text) {
      if (text) set({ hint: { text, count: (get().hint?.count ?? 0) + 1 } })
    },
  }))
  let canvas: CanvasPort | null = null
  return Object.defineProperty(
    Object.assign(store, {
      canvas,
      attachCanvas(port: CanvasPort) {
        canvas = port
        return () => {
          if (canvas === port) canvas = null
        }
      },
    }),
    'canvas',
    { get: () => canvas },
  )
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
