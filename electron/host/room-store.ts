import type * as Y from 'yjs'
import type { SessionId } from '../../shared/model/ids'
import type { RefusalCode } from '../../shared/protocol/handshake'

/** One session's bytes while its room is open. */
export interface RoomLog {
  /** Together they make the document. */
  readonly updates: readonly Uint8Array[]
  /** Something a person should know about how it was read, or `null`. */
  readonly notice: string | null
  /** Returns when the edit is durable. Throws when it is not. */
  append(update: Uint8Array): void
  /** Replaces the saved copy by the whole document. `final`: nobody is in the room any more. */
  save(doc: Y.Doc, final: boolean): void
  close(): void
}

/** What the host needs from wherever sessions are kept. */
export interface RoomStore {
  /** @throws RefusalError when there is no such session or it cannot be read. */
  open(id: SessionId): RoomLog
}

/** Why someone may not enter. Its message stays empty, so that refusing a stranger does not fill the log. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
  constructor(readonly reason: RefusalCode) {
    super('')
  }
}
