import { join } from 'node:path'
import type { AppendFile, Disk } from './disk'
import { LibraryError, storageError } from './errors'
import { encodeRecord, JOURNAL_MAGIC, scanLog } from './record-log'
import {
  journalName,
  journalsOf,
  PREVIOUS,
  readFolder,
  SNAPSHOT,
  type FolderState,
} from './session-folder'
import { decodeSnapshot, encodeSnapshot } from './snapshot-file'

const NO_JOURNAL: Pick<AppendFile, 'sizeBytes'> = { sizeBytes: 0 }

/**
 * One open session on disk: edits are appended to a journal, snapshots replace by rename.
 *
 * At any moment the folder holds the newest snapshot, the journal since, and under `previous/` the snapshot and journal
 * before that; the newest or the previous one alone, with the journals, gives the whole document.
 */
export class SessionLog {
  /** Together they make the document as it was when the log was opened. */
  readonly updates: readonly Uint8Array[]
  /** What a person should know about how it was read, or `null`. */
  readonly notice: string | null
  /** Bytes of a torn last record that were put aside on opening. */
  readonly repairedBytes: number
  #journal: AppendFile | null = null
  #number: number
  /** After a failed write the end of the journal is unknown; only a snapshot with a new journal heals that. */
  #broken = false
  #closed = false

  private constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    state: FolderState & { kind: 'ok' },
    number: number,
    repairedBytes: number,
  ) {
    this.updates = state.updates
    this.notice = state.notice
    this.#number = number
    this.repairedBytes = repairedBytes
  }

  /**
   * Opens a session for writing and repairs a torn tail; the torn bytes are kept beside the journal.
   * @throws LibraryError `session.damaged`, `session.newer`, `storage.*`
   */
  static open(disk: Disk, folder: string): SessionLog {
    const state = readFolder(disk, folder)
    if (state.kind !== 'ok') throw new LibraryError(`session.${state.kind}`, state.problem)
    try {
      const last = journalsOf(disk, folder).at(-1)
      const number = Math.max(last?.number ?? 0, state.generation, 1)
      let repaired = 0
      if (last && last.number === number) {
        const bytes = disk.read(last.path) ?? new Uint8Array()
        const { goodBytes, tornBytes } = scanLog(bytes)
        if (tornBytes > 0) {
          disk.replace(
            `${last.path.replace(/\.log$/, '')}.torn-${goodBytes}-${tornBytes}`,
            bytes.subarray(goodBytes),
          )
          const file = disk.openAppend(last.path)
          file.truncate(goodBytes)
          file.close()
          repaired = tornBytes
        }
      }
      if (state.notice !== null) setAside(disk, folder, number)
      const log = new SessionLog(disk, folder, state, number, repaired)
      log.#startJournal(number)
      return log
    } catch (error) {
      throw storageError(error, 'the session')
    }
  }

  /** Makes the files of a new session in an empty folder. */
  static create(disk: Disk, folder: string, state: Uint8Array): SessionLog {
    disk.replace(join(folder, SNAPSHOT), encodeSnapshot(1, state))
    return SessionLog.open(disk, folder)
  }

  /** Number of the journal that edits go to now. */
  get generation(): number {
    return this.#number
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /**
   * Adds one edit. When this returns, the edit survives a crash and a power cut.
   * @throws LibraryError `storage.full`, `storage.failed`; then the edit is not saved.
   */
  append(update: Uint8Array): void {
    if (this.#closed) throw new LibraryError('storage.failed', 'This session is closed.')
    if (this.#broken || !this.#journal)
      throw new LibraryError('storage.failed', 'Edits of this session cannot be saved right now.')
    const before = this.#journal.sizeBytes
    try {
      this.#journal.append(encodeRecord(update))
    } catch (error) {
      // After a failed flush nobody knows what is on the medium, so this journal takes no more.
      this.#broken = true
      try {
        this.#journal.truncate(before)
      } catch {
        // The tail stays torn; reading stops before it.
      }
      throw storageError(error, 'your last edit')
    }
  }

  /**
   * Writes the whole document and starts a new journal. `state` must hold everything appended so far.
   * @throws LibraryError `storage.full`, `storage.failed`; then the older copy and its journals stay as they were.
   */
  save(state: Uint8Array): void {
    if (this.#closed) throw new LibraryError('storage.failed', 'This session is closed.')
    const snapshot = join(this.folder, SNAPSHOT)
    const keep = join(this.folder, PREVIOUS)
    try {
      const used = (this.#journal ?? NO_JOURNAL).sizeBytes > JOURNAL_MAGIC.byteLength
      if (used || this.#broken || !this.#journal) this.#startJournal(this.#number + 1)
      const next = `${snapshot}.next`
      this.disk.replace(next, encodeSnapshot(this.#number, state))
      const old = decodeSnapshot(this.disk.read(snapshot))
      if (old.kind === 'ok') {
        this.disk.makeFolder(keep)
        this.disk.rename(snapshot, join(keep, SNAPSHOT))
      }
      this.disk.rename(next, snapshot)
      const previous = decodeSnapshot(this.disk.read(join(keep, SNAPSHOT)))
      if (previous.kind === 'ok') this.#dropJournals(previous.generation)
    } catch (error) {
      throw storageError(error, 'the session')
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#journal?.close()
    this.#journal = null
  }

  #startJournal(number: number): void {
    const file = this.disk.openAppend(join(this.folder, journalName(number)))
    try {
      if (file.sizeBytes < JOURNAL_MAGIC.byteLength) {
        file.truncate(0)
        file.append(JOURNAL_MAGIC)
      }
    } catch (error) {
      file.close()
      throw error
    }
    this.#journal?.close()
    this.#journal = file
    this.#number = number
    this.#broken = false
  }

  /** Journals that even the previous snapshot contains are of no use; the one since then goes beside it. */
  #dropJournals(needed: number): void {
    for (const journal of journalsOf(this.disk, this.folder)) {
      if (journal.number < needed) this.disk.remove(journal.path)
      else if (journal.number < this.#number) {
        const kept = join(this.folder, PREVIOUS, journalName(journal.number))
        if (journal.path !== kept) this.disk.rename(journal.path, kept)
      }
    }
  }
}

/** Copies what was found damaged before anything is written over it, for whoever may read more from it one day. */
function setAside(disk: Disk, folder: string, number: number): void {
  const aside = join(folder, `set-aside-${number}`)
  if (disk.exists(aside)) return
  disk.makeFolder(aside)
  const snapshot = disk.read(join(folder, SNAPSHOT))
  if (snapshot) disk.replace(join(aside, SNAPSHOT), snapshot)
  for (const journal of journalsOf(disk, folder)) {
    const bytes = disk.read(journal.path)
    if (bytes) disk.replace(join(aside, journalName(journal.number)), bytes)
  }
}
