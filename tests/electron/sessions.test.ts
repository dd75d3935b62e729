import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, createDocument, LocalEdit, projectSession } from '../../shared/doc/document'
import { seededRandom } from '../../shared/lib/random'
import { SessionId } from '../../shared/model/ids'
import { SCHEMA_VERSION } from '../../shared/protocol/handshake'
import { nodeDisk, type Disk } from '../../electron/sessions/disk'
import { encodeRecord, JOURNAL_MAGIC, scanLog } from '../../electron/sessions/record-log'
import { journalsOf, readFolder } from '../../electron/sessions/session-folder'
import { documentOf, SessionLibrary } from '../../electron/sessions/session-library'
import { SessionLog } from '../../electron/sessions/session-log'
import { encodeSnapshot } from '../../electron/sessions/snapshot-file'
import { parseBoard } from '../support/board-text'
import { failingDisk } from '../support/host-disk'
import { ownFolder, testSeed } from '../support/host-folder'
import { emptyContent, plainFormats } from '../support/host-formats'
import { writeNested } from '../support/nested-document'

let ids = 0

function openLibrary(root: string, disk: Disk = nodeDisk): SessionLibrary {
  return new SessionLibrary({
    root,
    formats: plainFormats,
    now: () => 1_000 + ids,
    newId: () => `s${++ids}`,
    disk,
  })
}

/** A session with `k0` … `k<count-1>`, snapshots in between; closed. */
function grow(folder: string, count: number, saveEvery = 4): void {
  mkdirSync(folder, { recursive: true })
  const doc = createDocument(emptyContent)
  const log = SessionLog.create(nodeDisk, folder, Y.encodeStateAsUpdate(doc))
  doc.on('update', (update: Uint8Array) => log.append(update))
  for (let n = 0; n < count; n++) {
    doc.getMap('nodes').set(`k${n}`, 'x'.repeat(n * 7))
    if (n % saveEvery === saveEvery - 1) log.save(Y.encodeStateAsUpdate(doc))
  }
  log.close()
}

function keysIn(folder: string): string[] {
  const state = readFolder(nodeDisk, folder)
  return state.kind === 'ok' ? [...documentOf(state.updates).getMap('nodes').keys()].sort() : []
}

/** Leading records of `whole` that are still there byte for byte. */
function intactRecords(whole: Buffer, now: Buffer): number {
  let count = 0
  for (let at = JOURNAL_MAGIC.byteLength; at < whole.byteLength; count++) {
    const end = at + 8 + whole.readUInt32BE(at)
    if (!now.subarray(0, end).equals(whole.subarray(0, end))) break
    at = end
  }
  return count
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const path = join(folder, name)
    hash.update(name)
    if (statSync(path).isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

describe('a torn journal', () => {
  it('opens with every complete edit after being cut anywhere, 200 times, and keeps the torn bytes', () => {
    const random = seededRandom(testSeed('torn tail'))
    const root = ownFolder()
    for (let round = 0; round < 200; round++) {
      const folder = join(root, `r${round}`)
      const count = 3 + Math.floor(random() * 5)
      grow(folder, count, 100)
      const journal = journalsOf(nodeDisk, folder).at(-1)?.path ?? ''
      const size = statSync(journal).size
      const cut = Math.floor(random() * size)
      const zeros = random() < 0.3
      const whole = readFileSync(journal)
      if (zeros)
        writeFileSync(journal, Buffer.concat([whole.subarray(0, cut), Buffer.alloc(size - cut)]))
      else truncateSync(journal, cut)
      const expected = intactRecords(whole, readFileSync(journal))

      const log = SessionLog.open(nodeDisk, folder)
      expect(documentOf(log.updates).getMap('nodes').size, `round ${round} cut ${cut}`).toBe(
        expected,
      )
      log.append(Y.encodeStateAsUpdate(createDocument(emptyContent)))
      log.close()
      expect(scanLog(readFileSync(journal)).tornBytes).toBe(0)
      if (log.repairedBytes > 0)
        expect(readdirSync(folder).some((name) => name.includes('.torn-'))).toBe(true)
    }
  })

  it('skips one damaged record in the middle, keeps the rest and says so', () => {
    const folder = join(ownFolder(), 's')
    grow(folder, 5, 100)
    const journal = journalsOf(nodeDisk, folder).at(-1)?.path ?? ''
    const bytes = readFileSync(journal)
    const at = JOURNAL_MAGIC.byteLength + 8 + 2
    bytes[at] = (bytes[at] ?? 0) ^ 255
    writeFileSync(journal, bytes)
    const log = SessionLog.open(nodeDisk, folder)
    expect(log.notice).toMatch(/1 saved edits .* could not be read/)
    expect(log.repairedBytes).toBe(0)
    log.close()
    expect(readdirSync(folder).some((name) => name.startsWith('set-aside-'))).toBe(true)
  })

  it('never throws on random bytes', () => {
    const random = seededRandom(testSeed('random journal'))
    for (let round = 0; round < 500; round++) {
      const noise = Uint8Array.from({ length: Math.floor(random() * 80) }, () => random() * 256)
      const bytes =
        random() < 0.5
          ? noise
          : Buffer.concat([JOURNAL_MAGIC, encodeRecord(new Uint8Array([1])), noise])
      const { goodBytes, tornBytes } = scanLog(bytes)
      expect(goodBytes + tornBytes).toBe(bytes.byteLength)
    }
  })
})

describe('a crash between the steps of saving', () => {
  it('loses nothing, whichever step was the last', () => {
    const seen = new Set<string>()
    for (let step = 0; step < 40; step++) {
      const folder = join(ownFolder(), 's')
      grow(folder, 6, 3)
      let left = step
      const last = { name: '' }
      const dying: Disk = { ...nodeDisk }
      for (const name of ['replace', 'rename', 'remove', 'makeFolder', 'openAppend'] as const)
        Object.assign(dying, {
          [name]: (...args: [string, never]): unknown => {
            if (left-- <= 0) throw new Error('dead')
            last.name = name
            return nodeDisk[name](...args)
          },
        })
      const log = SessionLog.open(nodeDisk, folder)
      // Only what `save` does may die; the log was opened on the real disk.
      Object.defineProperty(log, 'disk', { value: dying })
      const doc = documentOf(log.updates)
      const before = Y.encodeStateVector(doc)
      doc.getMap('nodes').set('extra', 1)
      log.append(Y.encodeStateAsUpdate(doc, before))
      let died = false
      try {
        log.save(Y.encodeStateAsUpdate(doc))
      } catch {
        died = true
      }
      if (died) seen.add(last.name)
      const state = readFolder(nodeDisk, folder)
      expect(state.kind === 'ok' && state.notice, `step ${step}`).toBeNull()
      expect(keysIn(folder), `step ${step}`).toEqual(['extra', 'k0', 'k1', 'k2', 'k3', 'k4', 'k5'])
      if (!died) break
    }
    expect([...seen]).toEqual(expect.arrayContaining(['openAppend', 'replace', 'rename']))
  })
})

describe('a damaged snapshot', () => {
  it.each([
    ['cut short', (path: string) => truncateSync(path, 30)],
    ['filled with zeros', (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    ['emptied', (path: string) => writeFileSync(path, '')],
    ['gone', (path: string) => rmSync(path)],
  ])('%s: the session opens whole from the previous copy', (what, damage) => {
    const folder = join(ownFolder(), 's')
    grow(folder, 10, 4)
    const whole = keysIn(folder)
    expect(whole).toHaveLength(10)
    damage(join(folder, 'snapshot.yjs'))
    expect(keysIn(folder)).toEqual(whole)
    const log = SessionLog.open(nodeDisk, folder)
    if (what !== 'gone') expect(log.notice).toMatch(/was damaged .* rebuilt from the previous copy/)
    const doc = documentOf(log.updates)
    log.save(Y.encodeStateAsUpdate(doc))
    log.save(Y.encodeStateAsUpdate(doc))
    log.close()
    expect(keysIn(folder)).toEqual(whole)
  })

  it('with nothing else left: the session is listed as damaged and not a byte changes', () => {
    const root = ownFolder()
    const library = openLibrary(root)
    const { id } = library.create(emptyContent)
    const folder = join(root, id)
    writeFileSync(join(folder, 'snapshot.yjs'), 'garbage')
    rmSync(join(folder, 'journal-000001.log'))
    const before = fingerprint(folder)
    expect(library.list()[0]).toMatchObject({ id, state: 'damaged', title: 'Acme' })
    expect(library.list()[0]?.problem).toMatch(/cannot be read/)
    expect(() => library.open(id)).toThrow(expect.objectContaining({ code: 'session.damaged' }))
    expect(fingerprint(folder)).toBe(before)
    library.dispose()
  })
})

describe('a session of a newer version', () => {
  it('is listed as newer, refused, and not a byte changes', () => {
    const root = ownFolder()
    const library = openLibrary(root)
    const { id } = library.create(emptyContent)
    const path = join(root, id, 'snapshot.yjs')
    const bytes = readFileSync(path)
    bytes.writeUInt32BE(99, 8)
    writeFileSync(path, bytes)
    const before = fingerprint(join(root, id))
    expect(library.list()[0]).toMatchObject({
      state: 'newer',
      problem: expect.stringMatching(/Update the app/),
    })
    expect(() => library.open(id)).toThrow(expect.objectContaining({ code: 'session.newer' }))
    expect(() => library.duplicate(id)).toThrow(expect.objectContaining({ code: 'session.newer' }))
    expect(fingerprint(join(root, id))).toBe(before)
    library.dispose()
  })
})

describe('a session of an older version', () => {
  it('opens with all that is in it, is edited, and is of this version once saved', () => {
    const root = ownFolder()
    const library = openLibrary(root)
    const { id } = library.create(emptyContent)
    const { board, nodes, edges } = parseBoard('vpc[ api:lambda{memory=128} -> orders:dynamodb ]')
    const content = { ...emptyContent, boards: [board], nodes, edges }
    const doc = new Y.Doc()
    writeNested(doc, content)
    const bytes = Buffer.from(encodeSnapshot(1, Y.encodeStateAsUpdate(doc)))
    bytes.writeUInt32BE(2, 8)
    const path = join(root, id, 'snapshot.yjs')
    writeFileSync(path, bytes)
    expect(library.content(id)).toEqual(projectSession(createDocument(content)).content)
    const api = nodes.find(({ label }) => label === 'api')!
    library.edit(id, (opened) =>
      applyPatch(
        opened,
        [{ op: 'setNode', id: api.id, set: { x: 7, label: 'API' } }],
        new LocalEdit('me'),
      ),
    )
    expect(library.content(id).nodes.find((node) => node.id === api.id)).toEqual({
      ...api,
      x: 7,
      label: 'API',
    })
    expect(library.summary(id)).toMatchObject({ boardCount: 1, nodeCount: 3 })
    expect(readFileSync(path).readUInt32BE(8)).toBe(SCHEMA_VERSION)
    library.dispose()
  })
})

describe('the library', () => {
  it('creates, duplicates, renames, trashes, restores and deletes, and all of it survives reopening', () => {
    const root = ownFolder()
    let library = openLibrary(root)
    const a = library.create(emptyContent)
    const b = library.duplicate(a.id)
    expect(b.title).toBe('Acme (copy)')
    library.edit(a.id, (doc) => doc.getMap('meta').set('title', 'Renamed'))
    library.trash(b.id)
    library.dispose()
    library = openLibrary(root)
    const list = library.list()
    expect(list.map((s) => [s.title, s.trashedAt !== null]).sort()).toEqual([
      ['Acme (copy)', true],
      ['Renamed', false],
    ])
    expect(library.restore(b.id).trashedAt).toBeNull()
    expect(library.content(a.id).meta.title).toBe('Renamed')
    library.deleteForever(b.id)
    expect(library.list().map((s) => s.id)).toEqual([a.id])
    expect(() => library.summary(b.id)).toThrow(
      expect.objectContaining({ code: 'session.not-found' }),
    )
    expect(library.thumbnail(a.id)).toContain('<svg')
    library.dispose()
  })

  it('ignores what is not its own and cleans up what a crash left half made', () => {
    const root = ownFolder()
    mkdirSync(join(root, 'holiday pictures'))
    mkdirSync(join(root, 'notours'))
    writeFileSync(join(root, 'notours', 'a.txt'), 'a')
    writeFileSync(join(root, 'stray.json'), '{}')
    mkdirSync(join(root, '.new-s99'))
    const library = openLibrary(root)
    library.create(emptyContent)
    expect(library.list()).toHaveLength(1)
    expect(existsSync(join(root, 'notours', 'a.txt'))).toBe(true)
    expect(existsSync(join(root, '.new-s99'))).toBe(false)
    library.dispose()
  })

  it('lists a session whose summary is lost', () => {
    const root = ownFolder()
    const library = openLibrary(root)
    const { id } = library.create(emptyContent)
    writeFileSync(join(root, id, 'session.meta.json'), '{"broken')
    expect(library.list()[0]).toMatchObject({ id, title: 'Acme', state: 'ok' })
    library.dispose()
  })

  it('takes no hostile file and leaves the library as it was', () => {
    const random = seededRandom(testSeed('hostile import'))
    const library = openLibrary(ownFolder())
    library.create(emptyContent)
    for (let round = 0; round < 100; round++) {
      const bytes = Uint8Array.from({ length: Math.floor(random() * 400) }, () => random() * 256)
      expect(() => library.importBytes('x.json', bytes)).toThrow(
        expect.objectContaining({ code: 'file.not-ours' }),
      )
    }
    const huge = { byteLength: 2 ** 40 } as Uint8Array
    expect(() => library.importBytes('x.json', huge)).toThrow(
      expect.objectContaining({ code: 'file.too-large' }),
    )
    expect(library.list()).toHaveLength(1)
    library.dispose()
  })

  it('never leaves the root for a session id that looks like a path', () => {
    for (const id of ['..', '../x', 'a/b', 'a\\b', '.', ''])
      expect(SessionId.safeParse(id).success).toBe(false)
  })
})

describe('a disk that is full or broken', () => {
  it.each([
    ['ENOSPC', 'storage.full'],
    ['EIO', 'storage.failed'],
  ] as const)(
    '%s while editing is %s, half-written bytes are taken back, and it heals',
    (failure, code) => {
      const disk = failingDisk()
      const root = ownFolder()
      const library = openLibrary(root, disk)
      const { id } = library.create(emptyContent)
      const session = library.open(id)
      const doc = documentOf(session.updates)
      const edit = (key: string): Uint8Array => {
        const before = Y.encodeStateVector(doc)
        doc.getMap('nodes').set(key, 1)
        return Y.encodeStateAsUpdate(doc, before)
      }
      session.append(edit('before'))
      disk.failure = failure
      const lost = edit('during')
      expect(() => session.append(lost)).toThrow(expect.objectContaining({ code }))
      const journal = readFileSync(journalsOf(nodeDisk, join(root, id)).at(-1)?.path ?? '')
      expect(scanLog(journal).tornBytes > 0).toBe(failure === 'EIO')
      expect(() => session.save(doc, false)).toThrow(expect.objectContaining({ code }))
      expect(keysIn(join(root, id))).toEqual(['before'])
      disk.failure = null
      expect(
        () => session.append(lost),
        'the journal takes nothing until a whole copy is saved',
      ).toThrow()
      session.save(doc, false)
      session.append(edit('after'))
      session.close()
      expect(keysIn(join(root, id))).toEqual(['after', 'before', 'during'])
      library.dispose()
    },
  )

  it('makes no half session when creating fails', () => {
    const disk = failingDisk()
    const root = ownFolder()
    const library = openLibrary(root, disk)
    disk.failure = 'ENOSPC'
    expect(() => library.create(emptyContent)).toThrow(
      expect.objectContaining({ code: 'storage.full' }),
    )
    disk.failure = null
    expect(library.list()).toEqual([])
    expect(readdirSync(root)).toEqual(['library.lock'])
    library.dispose()
  })
})

describe('the lock of the library', () => {
  it('refuses a second holder in words, and lets go', () => {
    const root = ownFolder()
    const first = openLibrary(root)
    expect(() => openLibrary(root)).toThrow(expect.objectContaining({ code: 'library.busy' }))
    first.dispose()
    openLibrary(root).dispose()
  })

  it('takes over from a process that is gone, and from a process id that belongs to another program now', () => {
    const root = ownFolder()
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(join(root, 'library.lock'), JSON.stringify({ pid: dead, startedAt: '1' }))
    openLibrary(root).dispose()
    writeFileSync(join(root, 'library.lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }))
    if (process.platform === 'linux') openLibrary(root).dispose()
    writeFileSync(join(root, 'library.lock'), 'torn')
    openLibrary(root).dispose()
    expect(readdirSync(root)).toEqual([])
  })
})

it('reads a session that was renamed away and back while open', () => {
  const root = ownFolder()
  const library = openLibrary(root)
  const { id } = library.create(emptyContent)
  renameSync(join(root, id), join(root, 'elsewhere'))
  expect(() => library.summary(id)).toThrow(expect.objectContaining({ code: 'session.not-found' }))
  renameSync(join(root, 'elsewhere'), join(root, id))
  expect(library.summary(id).state).toBe('ok')
  library.dispose()
})
