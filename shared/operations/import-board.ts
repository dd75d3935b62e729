import type { EditContext } from '../model/edit-context'
import type { BoardId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { Board } from '../model/records'
import type { SessionContent } from '../model/session'
import { addDiscovery } from './notes'
import { keyAfter } from './order'

/** Adds the first board of an imported session, with all that is on it, and a note about the import if there is one. */
export function addImportedBoard(
  content: SessionContent,
  imported: SessionContent,
  note: string | null,
  edit: EditContext,
): { changes: Patch; id: BoardId | null } {
  const [found] = imported.boards
  if (!found) return { changes: [], id: null }
  const board: Board = { ...found, order: keyAfter(content.boards) }
  return {
    id: board.id,
    changes: [
      { op: 'addBoard', board },
      ...imported.nodes
        .filter((node) => node.boardId === board.id)
        .map((node): Change => ({ op: 'addNode', node })),
      ...imported.edges
        .filter((edge) => edge.boardId === board.id)
        .map((edge): Change => ({ op: 'addEdge', edge })),
      ...(note === null
        ? []
        : addDiscovery(content, { kind: 'openQuestion', text: note }, edit).changes),
    ],
  }
}

/** The imported session with a note about its import. */
export function withImportNote(
  imported: SessionContent,
  note: string | null,
  edit: EditContext,
): SessionContent {
  if (note === null) return imported
  const { changes } = addDiscovery(imported, { kind: 'openQuestion', text: note }, edit)
  const items = changes.flatMap((change) => (change.op === 'addDiscovery' ? [change.item] : []))
  return { ...imported, discovery: [...imported.discovery, ...items] }
}
