import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './errors'

/** An open file that only grows. */
export interface AppendFile {
  readonly sizeBytes: number
  /** Returns once the bytes are on the medium. On failure some of them may be in the file. */
  append(bytes: Uint8Array): void
  truncate(sizeBytes: number): void
  close(): void
}

/**
 * What the session library needs from a disk. Every write is durable when it returns.
 *
 * Synchronous on purpose: an edit is acknowledged in the same turn in which it is applied.
 */
export interface Disk {
  /** Names in a folder; empty when there is no such folder. */
  list(folder: string): string[]
  isFolder(path: string): boolean
  exists(path: string): boolean
  /** `null` when there is no such file. */
  read(path: string): Uint8Array | null
  /** Modification time and size in one text, to notice a change; empty when there is no such file. */
  stamp(path: string): string
  /** Writes beside the file and renames over it: a reader sees the old bytes or the new ones. */
  replace(path: string, bytes: Uint8Array): void
  openAppend(path: string): AppendFile
  makeFolder(path: string): void
  rename(from: string, to: string): void
  remove(path: string): void
}

/** The real disk. */
export const nodeDisk: Disk = {
  list(folder) {
    try {
      return readdirSync(folder)
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return []
      throw error
    }
  },
  isFolder(path) {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  },
  exists(path) {
    return existsSync(path)
  },
  read(path) {
    try {
      return readFileSync(path)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    }
  },
  stamp(path) {
    const found = statSync(path, { throwIfNoEntry: false })
    return found ? `${found.mtimeMs}:${found.size}` : ''
  },
  replace(path, bytes) {
    replaceFile(path, bytes, { beside: `${path}.tmp`, mode: 0o600 })
  },
  openAppend(path) {
    const isNew = !existsSync(path)
    const fd = openSync(path, 'a', 0o600)
    if (isNew) syncFolder(dirname(path))
    let sizeBytes = fstatSync(fd).size
    return {
      get sizeBytes() {
        return sizeBytes
      },
      append(bytes) {
        writeAll(fd, bytes)
        fdatasyncSync(fd)
        sizeBytes += bytes.byteLength
      },
      truncate(to) {
        ftruncateSync(fd, to)
        fsyncSync(fd)
        sizeBytes = to
      },
      close() {
        closeSync(fd)
      },
    }
  },
  makeFolder(path) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    syncFolder(dirname(path))
  },
  rename(from, to) {
    renameSync(from, to)
    syncFolder(dirname(to))
    if (dirname(from) !== dirname(to)) syncFolder(dirname(from))
  },
  remove(path) {
    rmSync(path, { recursive: true, force: true })
  },
}

/** Writes `beside` and renames it over `path`; on failure the old file is as it was and `beside` is gone. */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  { beside, mode }: { beside: string; mode: number },
): void {
  const fd = openSync(beside, 'w', mode)
  try {
    writeAll(fd, bytes)
    fsyncSync(fd)
    closeSync(fd)
    renameSync(beside, path)
  } catch (error) {
    closeQuietly(fd)
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength;)
    at += writeSync(fd, bytes, at, bytes.byteLength - at, null)
}

/** What file systems say that have no way to flush a folder (Windows, some network shares). */
const CANNOT_SYNC_FOLDERS = ['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP', 'ENOSYS']

/** A rename survives a power cut only when its folder is flushed. */
function syncFolder(folder: string): void {
  let fd: number | undefined
  try {
    fd = openSync(folder, 'r')
    fsyncSync(fd)
  } catch (error) {
    if (!CANNOT_SYNC_FOLDERS.includes(errorCode(error))) throw error
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd)
  } catch {
    // Already closed, or the failure being reported is the one that matters.
  }
}
