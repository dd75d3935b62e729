import type { SessionContent } from '../../shared/model/session'
import type { SessionFormats } from '../../electron/sessions/session-library'

/** Session files as bare JSON, for tests that are about other things. */
export const plainFormats: SessionFormats = {
  serialize: (content) => JSON.stringify(content),
  thumbnail: () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
  read(bytes) {
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
      if (typeof value === 'object' && value !== null && 'meta' in value)
        // Only content that these tests made themselves comes here.
        return { ok: true, content: value as SessionContent }
    } catch {
      // Falls through: not JSON, not ours.
    }
    return { ok: false, code: 'file.not-ours', detail: 'It is not a session.' }
  },
}

export const emptyContent: SessionContent = {
  meta: { title: 'Acme', customer: 'Acme Inc', createdAt: 1 },
  boards: [],
  nodes: [],
  edges: [],
  marks: [],
  frames: [],
  discovery: [],
  waivers: [],
  packs: [],
  history: [],
}
