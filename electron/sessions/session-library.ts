import { join } from 'node:path'
import * as Y from 'yjs'
import { createDocument, InitialContent, projectSession } from '../../shared/doc/document'
import { MAX_IMPORT_BYTES, type SessionSummary } from '../../shared/ipc/contract'
import { SessionId } from '../../shared/model/ids'
import type { SessionContent } from '../../shared/model/session'
import { SCHEMA_VERSION } from '../../shared/protocol/handshake'
import { nodeDisk, type Disk } from './disk'
import { LibraryError, storageError } from './errors'
import { lockLibrary, type LibraryLock } from './library-lock'
import {
  isSessionFolder,
  META,
  PORTABLE,
  PREVIOUS,
  readFolder,
  SNAPSHOT,
  THUMBNAIL,
} from './session-folder'
import { SessionLog } from './session-log'
import {
  encodeSummary,
  listed,
  outline,
  parseSummary,
  summarize,
  type Summarized,
  type SummaryFile,
} from './summary-file'

const ABANDONED = /^\.(new|deleted)-/

/** How often the portable copy and the thumbnail of an open session are renewed; they cost more than saving does. */
const COPIES_EVERY_MS = 300_000

/** What the library needs to know about files and pictures; wired in the composition root. */
export interface SessionFormats {
  /** The portable copy, or `null` when it cannot be made now. */
  serialize(content: SessionContent, savedAt: number): string | null
  /** SVG text, or `null` when there is nothing to show. */
  thumbnail(content: SessionContent): string | null
  read(bytes: Uint8Array):
    | { ok: true; content: SessionContent }
    | {
        ok: false
        code: 'file.not-ours' | 'file.too-new' | 'file.damaged' | 'file.too-large'
        detail: string
      }
}

export interface LibraryOptions {
  /** Folder that holds one folder per session. */
  root: string
  formats: SessionFormats
  /** Milliseconds since the epoch. */
  now: () => number
  newId: () => string
  disk?: Disk
}

/** An open session: the host appends to it and saves it. */
export interface OpenSession {
  readonly updates: readonly Uint8Array[]
  readonly notice: string | null
  append(update: Uint8Array): void
  /** `final`: the session is being closed, so its copies are renewed too. */
  save(doc: Y.Doc, final: boolean): void
  close(): void
}

/** All saved sessions of this computer's user. Holds the library's lock until {@link SessionLibrary.dispose}. */
export class SessionLibrary {
  readonly #disk: Disk
  readonly #lock: LibraryLock
  readonly #open = new Map<SessionId, SessionLog>()
  readonly #inspected = new Map<string, { stamp: string; summary: SessionSummary }>()
  #changed: () => void = () => {}

  /** @throws LibraryError `library.busy` when another process has it. */
  constructor(private readonly options: LibraryOptions) {
    this.#disk = options.disk ?? nodeDisk
    this.#lock = lockLibrary(options.root)
    for (const name of this.#disk.list(options.root))
      if (ABANDONED.test(name)) this.#disk.remove(join(options.root, name))
  }

  /** Called after anything that the list shows has changed. */
  onChanged(listener: () => void): void {
    this.#changed = listener
  }

  /** Newest change first. Never fails because of one session: what cannot be read is listed with its problem. */
  list(): SessionSummary[] {
    const found: SessionSummary[] = []
    for (const name of this.#disk.list(this.options.root)) {
      const id = SessionId.safeParse(name)
      if (!id.success || !isSessionFolder(this.#disk, this.#folder(id.data))) continue
      found.push(this.#inspect(id.data))
    }
    return found.sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1))
  }

  /** @throws LibraryError `session.not-found` */
  summary(id: SessionId): SessionSummary {
    this.#require(id)
    return this.#inspect(id)
  }

  create(content: SessionContent): SessionSummary {
    const id = SessionId.parse(this.options.newId())
    const doc = createDocument(content)
    const making = join(this.options.root, `.new-${id}`)
    try {
      this.#disk.makeFolder(making)
      const log = SessionLog.create(this.#disk, making, Y.encodeStateAsUpdate(doc))
      log.close()
      this.#writeSummary(making, projectSession(doc).content, { trashedAt: null })
      this.#writeCopies(making, projectSession(doc).content)
      this.#disk.rename(making, this.#folder(id))
    } catch (error) {
      this.#disk.remove(making)
      throw storageError(error, 'the new session')
    } finally {
      doc.destroy()
    }
    this.#changed()
    return this.#inspect(id)
  }

  /** A copy under a new name; works while the original is open, since every edit is already on disk. */
  duplicate(id: SessionId): SessionSummary {
    const content = this.content(id)
    return this.create({
      ...content,
      meta: {
        ...content.meta,
        title: `${content.meta.title} (copy)`.slice(0, 500),
        createdAt: this.options.now(),
      },
    })
  }

  /** The session's content as it is on disk now. */
  content(id: SessionId): SessionContent {
    this.#require(id)
    const state = readFolder(this.#disk, this.#folder(id))
    if (state.kind !== 'ok') throw new LibraryError(`session.${state.kind}`, state.problem)
    const doc = documentOf(state.updates)
    const { content } = projectSession(doc)
    doc.destroy()
    return content
  }

  /** Edits a session that is not open. An open one is edited through its room. */
  edit(id: SessionId, change: (doc: Y.Doc) => void): SessionSummary {
    const session = this.open(id)
    const doc = documentOf(session.updates)
    try {
      const before = Y.encodeStateVector(doc)
      change(doc)
      session.append(Y.encodeStateAsUpdate(doc, before))
      session.save(doc, true)
    } finally {
      session.close()
      doc.destroy()
    }
    return this.#inspect(id)
  }

  isOpen(id: SessionId): boolean {
    return this.#open.has(id)
  }

  trash(id: SessionId): SessionSummary {
    return this.#mark(id, this.options.now())
  }

  restore(id: SessionId): SessionSummary {
    return this.#mark(id, null)
  }

  /** @throws LibraryError `session.in-use` while it is open. */
  deleteForever(id: SessionId): void {
    this.#require(id)
    if (this.#open.has(id))
      throw new LibraryError('session.in-use', 'This session is open. Close it before deleting it.')
    const gone = join(this.options.root, `.deleted-${id}-${this.options.newId()}`)
    try {
      this.#disk.rename(this.#folder(id), gone)
      this.#disk.remove(gone)
    } catch (error) {
      throw storageError(error, 'the deletion')
    }
    this.#inspected.delete(id)
    this.#changed()
  }

  /** Makes a new session from a file's bytes; the file and all other sessions stay as they are. */
  importBytes(name: string, bytes: Uint8Array): SessionSummary {
    if (bytes.byteLength > MAX_IMPORT_BYTES)
      throw new LibraryError('file.too-large', `“${name}” is too large to be a session.`)
    const read = this.options.formats.read(bytes)
    if (!read.ok)
      throw new LibraryError(read.code, `“${name}” could not be imported. ${read.detail}`)
    return this.create(read.content)
  }

  thumbnail(id: SessionId): string | null {
    this.#require(id)
    const bytes = this.#disk.read(join(this.#folder(id), THUMBNAIL))
    return bytes ? new TextDecoder().decode(bytes) : null
  }

  /**
   * Opens a session for its room. Opening again ends the earlier opening: there is one writer.
   * @throws LibraryError `session.not-found`, `session.damaged`, `session.newer`, `storage.*`
   */
  open(id: SessionId): OpenSession {
    this.#require(id)
    const folder = this.#folder(id)
    this.#open.get(id)?.close()
    const log = SessionLog.open(this.#disk, folder)
    this.#open.set(id, log)
    let copiedAt = this.options.now()
    return {
      updates: log.updates,
      notice: log.notice,
      append: (update) => log.append(update),
      save: (doc, final) => {
        log.save(Y.encodeStateAsUpdate(doc))
        const isDue = this.options.now() - copiedAt > COPIES_EVERY_MS
        const content = final || isDue ? projectSession(doc).content : null
        const trashedAt = parseSummary(this.#disk.read(join(folder, META)))?.trashedAt ?? null
        this.#writeSummary(folder, content ?? outline(doc), { trashedAt })
        if (content) {
          copiedAt = this.options.now()
          this.#writeCopies(folder, content)
        }
        this.#changed()
      },
      close: () => {
        log.close()
        if (this.#open.get(id) === log) this.#open.delete(id)
      },
    }
  }

  dispose(): void {
    for (const log of this.#open.values()) log.close()
    this.#open.clear()
    this.#lock.release()
  }

  #folder(id: SessionId): string {
    return join(this.options.root, id)
  }

  #require(id: SessionId): void {
    if (!isSessionFolder(this.#disk, this.#folder(id)))
      throw new LibraryError('session.not-found', 'This session is not in your library any more.')
  }

  /** Looks at a session again only when its files have changed. */
  #inspect(id: SessionId): SessionSummary {
    const folder = this.#folder(id)
    const stamp = [SNAPSHOT, META, PREVIOUS].map((n) => this.#disk.stamp(join(folder, n))).join('|')
    const known = this.#inspected.get(id)
    if (known?.stamp === stamp) return known.summary
    const summary = this.#look(id, folder)
    this.#inspected.set(id, { stamp, summary })
    return summary
  }

  #look(id: SessionId, folder: string): SessionSummary {
    try {
      const file = parseSummary(this.#disk.read(join(folder, META)))
      if (file && file.schema > SCHEMA_VERSION)
        return listed(id, file, {
          state: 'newer',
          problem:
            'This session was saved by a newer version of Drawbridge. Update the app to open it. Nothing was changed.',
        })
      const state = readFolder(this.#disk, folder)
      if (state.kind !== 'ok')
        return listed(id, file, { state: state.kind, problem: state.problem })
      if (file) return listed(id, file, { state: 'ok' })
      const doc = documentOf(state.updates)
      const made = summarize(projectSession(doc).content, { changedAt: 0, trashedAt: null })
      doc.destroy()
      return listed(id, made, { state: 'ok' })
    } catch (error) {
      return listed(id, null, {
        state: 'damaged',
        problem: `This session cannot be read: ${storageError(error, 'it').message}`,
      })
    }
  }

  #mark(id: SessionId, trashedAt: number | null): SessionSummary {
    const now = this.summary(id)
    const file = parseSummary(this.#disk.read(join(this.#folder(id), META)))
    if (file && file.schema > SCHEMA_VERSION)
      throw new LibraryError('session.newer', now.problem ?? 'Update the app first.')
    const marked: SummaryFile = { ...(file ?? { ...now, schema: SCHEMA_VERSION }), trashedAt }
    try {
      this.#disk.replace(join(this.#folder(id), META), encodeSummary(marked))
    } catch (error) {
      throw storageError(error, 'the change')
    }
    this.#changed()
    return this.#inspect(id)
  }

  #writeSummary(folder: string, content: Summarized, known: { trashedAt: number | null }): void {
    const summary = summarize(content, { changedAt: this.options.now(), ...known })
    try {
      this.#disk.replace(join(folder, META), encodeSummary(summary))
    } catch (error) {
      throw storageError(error, 'the session')
    }
  }

  #writeCopies(folder: string, content: SessionContent): void {
    const { formats, now } = this.options
    const text = new TextEncoder()
    try {
      const portable = formats.serialize(content, now())
      if (portable !== null) this.#disk.replace(join(folder, PORTABLE), text.encode(portable))
      const picture = formats.thumbnail(content)
      if (picture === null) this.#disk.remove(join(folder, THUMBNAIL))
      else this.#disk.replace(join(folder, THUMBNAIL), text.encode(picture))
    } catch (error) {
      throw storageError(error, 'the copies of the session')
    }
  }
}

/** The document that stored updates make. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  const origin = new InitialContent()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update, origin)
  }, origin)
  return doc
}
