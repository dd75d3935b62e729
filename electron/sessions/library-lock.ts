import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode, LibraryError } from './errors'

const LOCK = 'library.lock'
const Holder = z.object({ pid: z.number().int(), startedAt: z.string() })
type Holder = z.infer<typeof Holder>

export interface LibraryLock {
  release(): void
}

/**
 * Makes this process the only one that writes the library.
 *
 * A lock whose process is gone, or whose process id now belongs to another program, is taken over.
 * @throws LibraryError `library.busy` while another process holds it.
 */
export function lockLibrary(root: string): LibraryLock {
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const path = join(root, LOCK)
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) }
  const mine = JSON.stringify(me)
  for (let attempt = 0; attempt < 20; attempt++) {
    if (createExclusively(path, mine)) return { release: () => release(path, mine) }
    const found = readText(path)
    if (found === null) continue
    const holder = parseHolder(found)
    if (holder && isAlive(holder)) break
    // Take the dead lock away by renaming: of two processes that try, one gets it and the other starts over.
    const aside = `${path}.${process.pid}`
    try {
      renameSync(path, aside)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') continue
      throw error
    }
    if (readText(aside) !== found) {
      // Someone else had already replaced it with a live one: give it back.
      try {
        linkSync(aside, path)
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
    }
    rmSync(aside, { force: true })
  }
  throw new LibraryError(
    'library.busy',
    'Your sessions are already open in another Drawbridge on this computer. Close that one first.',
  )
}

function createExclusively(path: string, text: string): boolean {
  // Written beside and linked into place, so that nobody ever reads a half-written lock.
  const beside = `${path}.new.${process.pid}`
  const fd = openSync(beside, 'w', 0o600)
  try {
    writeSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  try {
    linkSync(beside, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    if (NO_LINKS.includes(errorCode(error))) return createDirectly(path, text)
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

/** File systems without hard links (exFAT, some network shares). */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK']

function createDirectly(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function release(path: string, mine: string): void {
  if (readText(path) === mine) rmSync(path, { force: true })
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const parsed = Holder.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    if (errorCode(error) !== 'EPERM') return false
  }
  return holder.startedAt === '' || startOf(holder.pid) === holder.startedAt
}

/** When a process started, so that a reused process id is not taken for it. Empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; field 22 counts from the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
