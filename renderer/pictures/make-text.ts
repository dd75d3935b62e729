import { serializeSession, type SavedBy } from '#shared/formats/session-file/serialize'
import { createBoardView } from '#shared/model/board-view'
import type { BoardId } from '#shared/model/ids'
import { boardContent, type SessionContent } from '#shared/model/session'
import { renderBoardSvg, type BoardSvgRequest } from '#shared/render/board-svg'
import { unpackRoutes, type PackedRoutes } from '../canvas/packed-routes'

/** A file of text that is to be made: all that goes into it can be sent to a worker. */
export type TextRequest =
  | { kind: 'session'; content: SessionContent; savedBy: SavedBy }
  | {
      kind: 'svg'
      content: SessionContent
      boardId: BoardId
      /** Where the connectors run, when that is known; worked out otherwise. */
      routes: PackedRoutes | null
      /** Raw SVG by catalogue path. */
      icons: ReadonlyMap<string, string>
      look: Omit<BoardSvgRequest, 'view' | 'icons' | 'embed' | 'routes'>
      /** Given to put the session inside. */
      carriedBy: SavedBy | null
    }

/** @throws Error when the board is not one of the session's */
export function makeText(request: TextRequest): string {
  const { content } = request
  if (request.kind === 'session') return serializeSession(content, request.savedBy)
  const { boardId, routes, icons, look, carriedBy } = request
  const records = boardContent(content, boardId)
  if (!records) throw new Error('its board is gone')
  const { svg } = renderBoardSvg({
    ...look,
    view: createBoardView(records),
    icons: (icon) => icons.get(icon),
    ...(routes && { routes: unpackRoutes(routes) }),
    ...(carriedBy && { embed: serializeSession(content, carriedBy) }),
  })
  return svg
}
