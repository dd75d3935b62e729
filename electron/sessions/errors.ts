/** Codes the window may branch on; the message is for people. */
export type LibraryErrorCode =
  | 'session.not-found'
  | 'session.damaged'
  | 'session.newer'
  | 'session.in-use'
  | 'library.busy'
  | 'storage.full'
  | 'storage.failed'
  | 'file.not-ours'
  | 'file.too-new'
  | 'file.damaged'
  | 'file.too-large'
  | 'sample.not-found'

/** What the library could not do, and what the person can do about it. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
  constructor(
    readonly code: LibraryErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A failure of the disk in the library's words. `ENOSPC` and `EDQUOT` mean full, everything else failed. */
export function storageError(error: unknown, what: string): LibraryError {
  if (error instanceof LibraryError) return error
  const code = errorCode(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new LibraryError(
        'storage.full',
        `The disk is full, so ${what} could not be saved. Free some space; Drawbridge keeps trying.`,
        { cause: error },
      )
    : new LibraryError(
        'storage.failed',
        `The disk refused to save ${what}${code ? ` (${code})` : ''}. Check the disk; Drawbridge keeps trying.`,
        { cause: error },
      )
}

/** The system's code of an error (`ENOENT`), or an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
