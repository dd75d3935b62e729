import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAnySession } from '../shared/formats/picture/read-any'
import { serializeSession } from '../shared/formats/session-file/serialize'
import { createBoardView } from '../shared/model/board-view'
import { boardContent, type SessionContent } from '../shared/model/session'
import { renderThumbnail } from '../shared/render/thumbnail'
import type { SessionFormats } from './sessions/session-library'

const THUMBNAIL = { widthPx: 320, heightPx: 200, theme: 'light' } as const

/** Beyond this, lines at a thumbnail's size are a grey blur and finding their way takes seconds. */
const MOST_ROUTED_NODES = 1_000

export interface FormatOptions {
  /** The built window; the icons are in it. */
  rendererFolder: string
  version: string
  report(message: string, error: unknown): void
}

/** How sessions become files and pictures. A copy that fails is reported and left out; it never stops saving. */
export function sessionFormats({ rendererFolder, version, report }: FormatOptions): SessionFormats {
  const icon = iconReader(join(rendererFolder, 'icons'))
  const attempt = (what: string, make: () => string | null): string | null => {
    try {
      return make()
    } catch (error) {
      report(`${what} could not be made`, error)
      return null
    }
  }
  return {
    serialize: (content, savedAt) =>
      attempt('The portable copy', () => serializeSession(content, { app: version, savedAt })),
    thumbnail: (content) => attempt('The thumbnail', () => thumbnailOf(content, icon)),
    read: readAnySession,
  }
}

/** The first board that has something on it. */
function thumbnailOf(
  content: SessionContent,
  icon: (name: string) => string | undefined,
): string | null {
  const drawn = new Set([...content.nodes, ...content.marks].map(({ boardId }) => boardId))
  const board = content.boards.find(({ id }) => drawn.has(id))
  const records = board && boardContent(content, board.id)
  if (!records) return null
  const edges = records.nodes.length > MOST_ROUTED_NODES ? [] : records.edges
  return renderThumbnail(createBoardView({ ...records, edges }), icon, THUMBNAIL)
}

/** Icons by their catalogue name (`architecture-service/AWSLambda`), each read once. */
function iconReader(folder: string): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, read(folder, name))
    return known.get(name)
  }
}

function read(folder: string, name: string): string | undefined {
  if (!/^[\w-]+\/[\w.-]+$/.test(name)) return undefined
  try {
    return readFileSync(join(folder, `${name}.svg`), 'utf8')
  } catch {
    // A missing icon is drawn as a coloured square.
    return undefined
  }
}
