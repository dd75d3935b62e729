import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BoardView } from '#shared/model/board-view'
import type { Projection, SessionSnapshot } from '#shared/doc/projection'
import type { ViewStore } from './view-store'

export interface BoardState {
  snapshot: SessionSnapshot
  /** The board on screen; `null` until the session has arrived. */
  view: BoardView | null
}

export type BoardStore = StoreApi<BoardState> & { dispose(): void }

/** The document as this window shows it. Derived: follows the projection and the chosen board. */
export function createBoardStore(projection: Projection, view: ViewStore): BoardStore {
  const store = createStore<BoardState>(() => ({ snapshot: projection.snapshot(), view: null }))

  function follow(snapshot: SessionSnapshot): void {
    const { boardId, selection, selectedEdges, selectedMarks } = view.getState()
    const boards = snapshot.content.boards
    const chosen = boards.find((b) => b.id === boardId) ?? boards[0]
    const board = chosen ? (snapshot.board(chosen.id) ?? null) : null
    store.setState({ snapshot, view: board })
    if (!board) return
    if (chosen && chosen.id !== boardId) view.setState({ boardId: chosen.id })
    const nodes = selection.filter((id) => board.node(id))
    const edges = selectedEdges.filter((id) => board.edge(id))
    const there = new Set(selectedMarks.length > 0 ? board.marks.map(({ id }) => id) : [])
    const marks = selectedMarks.filter((id) => there.has(id))
    view.getState().select(nodes, edges, marks)
  }

  const stops = [
    projection.subscribe(follow),
    view.subscribe((now, before) => {
      if (now.boardId !== before.boardId) follow(projection.snapshot())
    }),
  ]
  follow(projection.snapshot())
  return Object.assign(store, {
    dispose() {
      for (const stop of stops) stop()
    },
  })
}
