import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seededRandom } from '../../shared/lib/random'
import { SessionId } from '../../shared/model/ids'
import { createDocument } from '../../shared/doc/document'
import { nodeDisk } from '../../electron/sessions/disk'
import { readFolder } from '../../electron/sessions/session-folder'
import { documentOf, SessionLibrary } from '../../electron/sessions/session-library'
import { SessionLog } from '../../electron/sessions/session-log'
import { bundleChild } from '../support/host-bundle'
import { testSeed } from '../support/host-folder'
import { emptyContent, plainFormats } from '../support/host-formats'
import { joinAsOwner } from '../support/host-peer'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 100)
const HOST_ROUNDS = Math.max(10, Math.round(ROUNDS / 5))

describe('killing the process at any moment', () => {
  const work = mkdtempSync(join(tmpdir(), 'drawbridge-kill-'))
  let logChild = ''
  let hostChild = ''

  beforeAll(async () => {
    logChild = await bundleChild('host-log-child', work)
    hostChild = await bundleChild('host-child', work)
  })
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  it(`loses no acknowledged edit in ${ROUNDS} kills while edits stream and snapshots are written`, async () => {
    const random = seededRandom(testSeed('kill, log'))
    const folder = join(work, 'session')
    mkdirSync(folder)
    SessionLog.create(nodeDisk, folder, Y.encodeStateAsUpdate(createDocument(emptyContent))).close()
    let next = 0
    let acknowledged = 0
    for (let round = 0; round < ROUNDS; round++) {
      const seed = Math.floor(random() * 1e6)
      const child = spawn(process.execPath, [logChild, folder, String(next), String(seed)])
      const numbers = await killAfterFirst(child, random() * 40)
      expect(numbers.length, `round ${round} made no edit`).toBeGreaterThan(0)
      acknowledged = Math.max(acknowledged, ...numbers)

      const state = readFolder(nodeDisk, folder)
      if (state.kind !== 'ok') expect.fail(`round ${round}: ${state.problem}`)
      expect(state.notice, `round ${round}`).toBeNull()
      const doc = documentOf(state.updates)
      const nodes = doc.getMap('nodes')
      const lost: number[] = []
      for (let n = 0; n <= acknowledged; n++) if (!nodes.has(`k${n}`)) lost.push(n)
      expect(lost, `round ${round}, seed ${seed}`).toEqual([])
      next = acknowledged + 1
      doc.destroy()
    }
    console.log(`${acknowledged} acknowledged edits survived ${ROUNDS} kills`)
  }, 300_000)

  it(`loses no edit that a window saw acknowledged in ${HOST_ROUNDS} kills of the whole host`, async () => {
    const random = seededRandom(testSeed('kill, host'))
    const data = join(work, 'data')
    const id = makeSession(data)
    const acknowledged = new Set<string>()
    for (let round = 0; round < HOST_ROUNDS; round++) {
      const child = spawn(process.execPath, [hostChild, data], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [line] = (await once(child.stdout, 'data')) as [Buffer]
      const peer = joinAsOwner(`ws://127.0.0.1:${line.toString().trim()}`, id)
      await peer.synced()
      let sent = 0
      let open: string[] = []
      const burst = (): void => {
        open = Array.from({ length: 1 + Math.floor(random() * 5) }, () => `r${round}n${sent++}`)
        for (const key of open) peer.doc.getMap('nodes').set(key, round)
      }
      // The host answers in order, so when nothing is open everything sent so far is durable.
      peer.onUnsynced((count) => {
        if (count > 0) return
        for (const key of open.splice(0)) acknowledged.add(key)
        setImmediate(burst)
      })
      burst()
      await new Promise((resolve) => setTimeout(resolve, 30 + random() * 120))
      child.kill('SIGKILL')
      await once(child, 'exit')
      peer.leave()

      const state = readFolder(nodeDisk, join(data, 'library', id))
      if (state.kind !== 'ok') expect.fail(`round ${round}: ${state.problem}`)
      const doc = documentOf(state.updates)
      const lost = [...acknowledged].filter((key) => !doc.getMap('nodes').has(key))
      expect(lost, `round ${round}`).toEqual([])
      doc.destroy()
    }
    expect(acknowledged.size).toBeGreaterThan(HOST_ROUNDS)
    console.log(`${acknowledged.size} acknowledged edits survived ${HOST_ROUNDS} kills of the host`)
  }, 300_000)
})

/** Numbers that a child said before it was killed, `delayMs` after the first. */
async function killAfterFirst(child: ChildProcess, delayMs: number): Promise<number[]> {
  let text = ''
  child.stdout?.on('data', (bytes: Buffer) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), delayMs)
    text += bytes.toString()
  })
  let problems = ''
  child.stderr?.on('data', (bytes: Buffer) => (problems += bytes.toString()))
  await once(child, 'close')
  expect(problems).toBe('')
  // A line without its end was not said completely.
  return text.split('\n').slice(0, -1).map(Number)
}

function makeSession(data: string): SessionId {
  const library = new SessionLibrary({
    root: join(data, 'library'),
    formats: plainFormats,
    now: () => 1,
    newId: () => 'session1',
  })
  const { id } = library.create(emptyContent)
  library.dispose()
  return id
}
