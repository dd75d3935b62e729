import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromWire, toWire } from '../../shared/ipc/wire'
import { calls, events, type CallName } from '../../shared/ipc/contract'
import { seededRandom } from '../../shared/lib/random'
import { appHandlers } from '../../electron/ipc/app'
import { answer, isOwnTopFrame } from '../../electron/ipc/answer'
import { PreferenceFile } from '../../electron/preferences/preferences'
import { startHost } from '../support/host-backend'
import { ownFolder, testSeed } from '../support/host-folder'
import { emptyContent } from '../support/host-formats'

const silent = (): void => undefined

describe('who may ask', () => {
  const frame = (url: string, parent: unknown = null): { url: string; parent: unknown } => ({
    url,
    parent,
  })

  it('is the top frame of our own page', () => {
    expect(isOwnTopFrame(frame('app://drawbridge/'))).toBe(true)
    expect(isOwnTopFrame(frame('app://drawbridge/index.html#board'))).toBe(true)
  })

  it.each([
    ['nobody', null],
    ['a frame inside our page', frame('app://drawbridge/', {})],
    ['another site', frame('https://drawbridge/')],
    ['a look-alike host', frame('app://drawbridge.evil/')],
    ['a look-alike user', frame('app://drawbridge@evil/')],
    ['a file', frame('file:///index.html')],
    ['an empty page', frame('about:blank')],
    ['data', frame('data:text/html,app://drawbridge/')],
  ])('is not %s', (_, foreign) => {
    expect(isOwnTopFrame(foreign)).toBe(false)
  })
})

describe('a call', () => {
  it('that is unknown or built from an object’s own workings is refused', async () => {
    const { backend } = await startHost(ownFolder())
    for (const name of ['nope', '__proto__', 'constructor', 'toString', 7, null, undefined, {}])
      expect(await answer(backend.handlers, name, {}, silent)).toMatchObject({
        ok: false,
        error: { code: 'call.unknown' },
      })
  })

  it('with a payload of another shape never reaches its handler', async () => {
    const { backend } = await startHost(ownFolder())
    const reached: string[] = []
    const handlers = Object.fromEntries(
      Object.keys(calls).map((name) => [name, () => reached.push(name)]),
    ) as unknown as typeof backend.handlers
    const bad: [CallName, unknown][] = [
      ['sessions.create', { title: '', customer: '' }],
      ['sessions.create', { title: 'x'.repeat(600), customer: '' }],
      ['sessions.thumbnail', { id: '../../etc' }],
      ['sessions.thumbnail', 'abc'],
      ['sessions.import', { name: 'x', bytes: [1, 2] }],
      ['sharing.invite', { id: 'a', role: 'owner', expiresInMs: 60_000 }],
      ['sharing.invite', { id: 'a', role: 'viewer', expiresInMs: 1 }],
      ['preferences.set', { theme: 'pink' }],
      ['files.save', { suggestedName: '', mime: '', bytes: new Uint8Array() }],
      ['window.setFullScreen', {}],
    ]
    for (const [name, input] of bad)
      expect(await answer(handlers, name, input, silent), name).toMatchObject({
        ok: false,
        error: { code: 'input.invalid', message: expect.stringContaining(name) },
      })
    expect(reached).toEqual([])
  })

  it('answers with what the contract says, for every call that reads', async () => {
    const folder = ownFolder()
    const { backend, sessionId } = await startHost(folder)
    const ask = async (name: CallName, input: unknown): Promise<unknown> => {
      const reply = await answer(backend.handlers, name, input, silent)
      if (!reply.ok) throw new Error(reply.error.message)
      return calls[name].output.parse(reply.value)
    }
    const id = { id: sessionId }
    await ask('app.info', {})
    expect(await ask('sessions.list', {})).toHaveLength(1)
    const made = calls['sessions.create'].output.parse(
      await ask('sessions.create', { title: ' Retail ', customer: 'Shop' }),
    )
    expect(made).toMatchObject({ title: 'Retail', boardCount: 1, state: 'ok' })
    await ask('sessions.duplicate', id)
    expect(await ask('sessions.rename', { ...id, title: 'New', customer: 'C' })).toMatchObject({
      title: 'New',
    })
    expect(await ask('sessions.thumbnail', id)).toContain('<svg')
    await ask('sessions.trash', id)
    await ask('sessions.restore', id)
    await ask('sessions.trash', id)
    await ask('sessions.deleteForever', id)
    expect(await answer(backend.handlers, 'sessions.trash', id, silent)).toMatchObject({
      ok: false,
      error: { code: 'session.not-found' },
    })
    const bytes = new TextEncoder().encode(JSON.stringify(emptyContent))
    const samples = calls['samples.list'].output.parse(await ask('samples.list', {}))
    expect(samples.map((s) => s.sampleId)).toEqual([
      'web-tier',
      'on-premises-estate',
      'order-pipeline',
    ])
    expect(await ask('samples.open', { sampleId: 'web-tier' })).toMatchObject({
      state: 'ok',
      boardCount: 2,
    })
    for (const sampleId of ['../library/sharing', 'missing', '..'])
      expect(await answer(backend.handlers, 'samples.open', { sampleId }, silent)).toMatchObject({
        error: { code: 'sample.not-found' },
      })
    await ask('sessions.import', { name: 'a.json', bytes })
    await ask('preferences.get', {})
    expect(await ask('clipboard.read', {})).toEqual({ text: '' })
    await ask('window.setFullScreen', { on: true })
    expect(events['sessions.changed'].safeParse({}).success).toBe(true)
  })

  it('to read the clipboard tells what came from a board, and nothing else of it', async () => {
    let text = ''
    const handlers = appHandlers({
      info: { version: 'test', platform: 'test', desktop: true },
      saveFile: () => ({ saved: false }),
      readClipboard: () => text,
      setFullScreen: () => undefined,
    })
    const read = async (): Promise<string> => {
      const answered = await handlers['clipboard.read']({})
      return answered.text
    }
    for (text of ['a password', '{"token":"secret"}', '{"format":"drawbridge-clipboard"}'])
      expect(await read()).toBe('')
    text = JSON.stringify({ format: 'drawbridge-clipboard', version: 1, nodes: [], edges: [] })
    expect(await read()).toBe(text)
  })

  it('whose handler breaks says so without giving the inside away, and is reported', async () => {
    const { backend } = await startHost(ownFolder())
    const reported: string[] = []
    const handlers = {
      ...backend.handlers,
      'sessions.list': () => {
        throw new Error('secret path /home/me')
      },
    }
    const reply = await answer(handlers, 'sessions.list', {}, (m) => reported.push(m))
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(reported).toEqual(['sessions.list failed'])
  })

  it('to rename reaches an open session on everyone’s screen', async () => {
    const host = await startHost(ownFolder())
    const owner = host.owner()
    await owner.settled()
    await answer(
      host.backend.handlers,
      'sessions.rename',
      { id: host.sessionId, title: 'Live', customer: 'C' },
      silent,
    )
    await owner.settled()
    await expect.poll(() => owner.doc.getMap('meta').get('title')).toBe('Live')
    expect(host.backend.library.summary(host.sessionId).title).toBe('Live')
  })

  it('to delete an open session ends it for everyone first', async () => {
    const host = await startHost(ownFolder())
    const owner = host.owner()
    await owner.settled()
    const reply = await answer(
      host.backend.handlers,
      'sessions.deleteForever',
      { id: host.sessionId },
      silent,
    )
    expect(reply).toEqual({ ok: true, value: {} })
    await expect.poll(() => owner.closes).toContain('session.not-found')
    await expect.poll(() => owner.refusals).toContain('session.not-found')
    expect(host.backend.library.list()).toEqual([])
  })
})

describe('values on the wire', () => {
  it('come back as they were, bytes of every length included', () => {
    const random = seededRandom(testSeed('wire'))
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from(
        { length: length < 68 ? length : 40_000 + length },
        () => random() * 256,
      )
      const value = { a: [1, 'x', null, { bytes }], b: true }
      expect(fromWire(toWire(value))).toEqual(value)
      expect(toWire(bytes)).toBe(JSON.stringify({ $bytes: Buffer.from(bytes).toString('base64') }))
    }
  })

  it('that are not base64 are refused', () => {
    for (const text of ['{"$bytes":"abc"}', '{"$bytes":"ab!="}', '{"$bytes":"a==="}'])
      expect(() => fromWire(text)).toThrow(SyntaxError)
  })
})

describe('preferences', () => {
  it('survive, merge, and are replaced as a whole', () => {
    const folder = ownFolder()
    new PreferenceFile(folder).set({ theme: 'dark', layout: { left: 300 } })
    const again = new PreferenceFile(folder)
    again.set({ layout: { right: false } })
    expect(new PreferenceFile(folder).preferences).toEqual({
      theme: 'dark',
      displayName: '',
      layout: { left: 300, right: false },
    })
    expect(existsSync(join(folder, 'preferences.json.tmp'))).toBe(false)
  })

  it('fall back to defaults when torn, and leave those of a newer version alone', () => {
    const folder = ownFolder()
    const path = join(folder, 'preferences.json')
    writeFileSync(path, '{"version":1,"prefer')
    expect(new PreferenceFile(folder).preferences.theme).toBe('system')
    writeFileSync(path, '{"version":99,"future":true}')
    new PreferenceFile(folder).set({ theme: 'dark' })
    expect(readFileSync(path, 'utf8')).toBe('{"version":99,"future":true}')
  })
})
