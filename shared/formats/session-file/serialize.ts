import { SCHEMA_VERSION } from '../../protocol/handshake'
import { SESSION_LISTS, type SessionContent } from '../../model/session'
import { SESSION_FORMAT } from './envelope'

export interface SavedBy {
  /** Version of the app. */
  app: string
  /** Milliseconds since the epoch. */
  savedAt: number
}

/**
 * A session as the text of its file: JSON, two blanks deep, keys in a fixed order, so that two saves differ only where
 * the session does.
 */
export function serializeSession(content: SessionContent, { app, savedAt }: SavedBy): string {
  const envelope = {
    format: SESSION_FORMAT,
    version: SCHEMA_VERSION,
    app,
    savedAt,
    session: {
      meta: ordered(content.meta),
      ...Object.fromEntries(SESSION_LISTS.map((list) => [list, content[list].map(ordered)])),
    },
  }
  return JSON.stringify(envelope, null, 2) + '\n'
}

/** Keys people look for first; the others follow by name. */
const FIRST_KEYS = [
  'id',
  'boardId',
  'parentId',
  'kind',
  'serviceId',
  'groupKind',
  'name',
  'title',
  'label',
  'text',
]

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  // Unlike assignment, this keeps a key called "__proto__" an ordinary key.
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]))
}

function rank(key: string): number {
  const at = FIRST_KEYS.indexOf(key)
  return at < 0 ? FIRST_KEYS.length : at
}
