import { join } from 'node:path'
import * as Y from 'yjs'
import type { Disk } from './disk'
import { scanLog } from './record-log'
import { decodeSnapshot, type ReadSnapshot } from './snapshot-file'

export const SNAPSHOT = 'snapshot.yjs'
export const PREVIOUS = 'previous'
export const META = 'session.meta.json'
export const PORTABLE = 'session.json'
export const THUMBNAIL = 'thumbnail.svg'

const JOURNAL = /^journal-(\d{6,9})\.log$/

export interface Journal {
  number: number
  path: string
}

export type FolderState =
  | {
      kind: 'ok'
      /** Together, in this order, they make the document. */
      updates: Uint8Array[]
      /** Generation of the snapshot that was read; 0 when there was none. */
      generation: number
      /** What a person should know: a fallback was used, or something could not be read. */
      notice: string | null
    }
  | { kind: 'damaged'; problem: string }
  | { kind: 'newer'; problem: string }

export function journalName(number: number): string {
  return `journal-${String(number).padStart(6, '0')}.log`
}

/** Journals of a session, the kept ones included, oldest first. */
export function journalsOf(disk: Disk, folder: string): Journal[] {
  const found = new Map<number, Journal>()
  for (const place of [join(folder, PREVIOUS), folder])
    for (const name of disk.list(place)) {
      const match = JOURNAL.exec(name)
      if (match) found.set(Number(match[1]), { number: Number(match[1]), path: join(place, name) })
    }
  return [...found.values()].sort((a, b) => a.number - b.number)
}

/** Whether a folder is one of ours; anything else in the library's root is left alone. */
export function isSessionFolder(disk: Disk, folder: string): boolean {
  return disk
    .list(folder)
    .some((name) => name === SNAPSHOT || name === META || name === PREVIOUS || JOURNAL.test(name))
}

/**
 * Reads a session's document without changing a byte.
 *
 * Newest readable snapshot plus every journal: replaying what a snapshot already holds changes nothing, since Yjs
 * updates are idempotent, so a crash between any two steps of saving loses nothing.
 */
export function readFolder(disk: Disk, folder: string): FolderState {
  const current = usable(decodeSnapshot(disk.read(join(folder, SNAPSHOT))))
  const previous: ReadSnapshot =
    current.kind === 'ok'
      ? { kind: 'missing' }
      : usable(decodeSnapshot(disk.read(join(folder, PREVIOUS, SNAPSHOT))))
  if (current.kind === 'newer' || (current.kind !== 'ok' && previous.kind === 'newer'))
    return {
      kind: 'newer',
      problem:
        'This session was saved by a newer version of Drawbridge. Update the app to open it. Nothing was changed.',
    }

  const journals = journalsOf(disk, folder).map((journal) => ({
    ...journal,
    scan: scanLog(disk.read(journal.path) ?? new Uint8Array()),
  }))
  const base = current.kind === 'ok' ? current : previous.kind === 'ok' ? previous : null
  const notices: string[] = []
  if (current.kind === 'damaged')
    notices.push(
      `The saved copy of this session was damaged (${current.reason}); it was rebuilt from the previous copy and the edits since.`,
    )
  if (!base) {
    // Without any snapshot the journals are the whole document only if they start at the very first one.
    const complete = journals[0]?.number === 1 && journals.some((j) => j.scan.records.length > 0)
    if (!complete)
      return {
        kind: 'damaged',
        problem: `This session cannot be read: ${
          current.kind === 'damaged' ? current.reason : 'its saved copy is missing'
        }, and there is no earlier copy. Its files were left as they are.`,
      }
  }
  const first = base?.generation ?? 1
  const last = journals.at(-1)?.number ?? first
  for (let number = first; number < last; number++)
    if (!journals.some((j) => j.number === number)) {
      notices.push('Some edits of this session are missing: a journal file is gone.')
      break
    }
  const updates = base ? [base.state] : []
  let lost = 0
  for (const { scan } of journals) {
    lost += scan.damaged
    for (const record of scan.records)
      if (isUpdate(record)) updates.push(record)
      else lost++
  }
  if (lost > 0) notices.push(`${lost} saved edits of this session could not be read.`)
  return {
    kind: 'ok',
    updates,
    generation: base?.generation ?? 0,
    notice: notices.length > 0 ? notices.join(' ') : null,
  }
}

/** A checksum says the bytes are as written; this says they are a document. */
function usable(read: ReadSnapshot): ReadSnapshot {
  if (read.kind !== 'ok' || isUpdate(read.state)) return read
  return { kind: 'damaged', reason: 'its content is not a document' }
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}
