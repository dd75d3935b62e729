import type { EditContext } from '../model/edit-context'
import type { Rect } from '../model/geometry'
import { DiscoveryId, FrameId, type BoardId, type NodeId } from '../model/ids'
import type { Patch } from '../model/patch'
import type { DiscoveryItem, DiscoveryKind, Frame } from '../model/records'
import type { SessionContent } from '../model/session'
import { keyAfter } from './order'

/** Writes a line of discovery notes. */
export function addDiscovery(
  content: SessionContent,
  item: {
    kind: DiscoveryKind
    text: string
    nodeIds?: readonly NodeId[]
    owner?: string
    dueDate?: string
  },
  edit: EditContext,
): { changes: Patch; id: DiscoveryId } {
  const made: DiscoveryItem = {
    id: DiscoveryId.parse(edit.newId()),
    kind: item.kind,
    text: item.text,
    order: keyAfter(content.discovery),
    nodeIds: [...(item.nodeIds ?? [])],
    ...(item.owner === undefined ? {} : { owner: item.owner }),
    ...(item.dueDate === undefined ? {} : { dueDate: item.dueDate }),
    createdAt: edit.now,
    author: edit.actor,
  }
  return { changes: [{ op: 'addDiscovery', item: made }], id: made.id }
}

/** Marks a rectangle of a board as a frame to present. */
export function addFrame(
  content: SessionContent,
  boardId: BoardId,
  frame: { title: string; rect: Rect },
  edit: EditContext,
): { changes: Patch; id: FrameId } {
  const made: Frame = {
    id: FrameId.parse(edit.newId()),
    boardId,
    title: frame.title,
    ...frame.rect,
    order: keyAfter(content.frames),
    presenterNotes: '',
  }
  return { changes: [{ op: 'addFrame', frame: made }], id: made.id }
}
