import { request as ask } from 'node:http'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startWebServer } from '../../electron/host/adapters/web-server'
import { answer } from '../../electron/ipc/answer'
import { OwnerAccess } from '../../electron/web/owner-access'
import { OwnerRoutes } from '../../electron/web/owner-routes'
import { fromWire, toWire } from '../../shared/ipc/wire'
import { startHost, type TestHost } from '../support/host-backend'
import { ownFolder } from '../support/host-folder'
import { join as joinPeer, until } from '../support/host-peer'

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

interface Served {
  host: TestHost
  port: number
  routes: OwnerRoutes
  path: string
  send(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Answer>
  /** Uses the link; gives the cookie. */
  enter(): Promise<string>
}

async function serve(): Promise<Served> {
  const folder = ownFolder()
  writeFileSync(join(folder, 'app.js'), 'export {}')
  const host = await startHost(folder)
  const access = new OwnerAccess()
  const routes = new OwnerRoutes(access, (name, input) =>
    answer(host.backend.handlers, name, input, () => undefined),
  )
  const server = await startWebServer({
    host: host.backend.host,
    rendererFolder: folder,
    listenOn: '127.0.0.1',
    port: 0,
    owner: routes,
    report: () => undefined,
  })
  onTestFinished(async () => {
    routes.dispose()
    await server.close()
  })
  const path = access.path ?? ''
  const send: Served['send'] = (where, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const request = ask(
        { host: '127.0.0.1', port: server.port, path: where, method, headers },
        (response) => {
          let text = ''
          response.on('data', (bytes: Buffer) => (text += bytes.toString()))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          )
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  return {
    host,
    port: server.port,
    routes,
    path,
    send,
    async enter() {
      const { headers } = await send(path)
      return String(headers['set-cookie']).split(';')[0] ?? ''
    },
  }
}

describe('the owner’s link', () => {
  it('works once and leaves a cookie that scripts and other sites cannot use', async () => {
    const { path, send } = await serve()
    expect((await send('/?token=guess')).status).toBe(401)
    const first = await send(path)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const second = await send(path)
    expect(second.status).toBe(401)
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  it('without it there is no page, no call, no news and no document', async () => {
    const { host, port, send } = await serve()
    expect((await send('/')).status).toBe(401)
    const headers = { Origin: `http://127.0.0.1:${port}`, 'X-Drawbridge': '1' }
    const body = toWire({ name: 'sessions.list', input: {} })
    expect((await send('/api/call', { method: 'POST', headers, body })).status).toBe(401)
    expect((await send('/api/events')).status).toBe(401)
    const wrong = { ...headers, Cookie: `drawbridge-${port}=guess` }
    expect((await send('/api/call', { method: 'POST', headers: wrong, body })).status).toBe(401)
    const stranger = joinPeer({
      url: `ws://127.0.0.1:${port}/sync/${host.sessionId}`,
      sessionId: host.sessionId,
    })
    await until(() => stranger.refusals.includes('invitation.invalid'), 'was let in')
    stranger.leave()
  })
})

describe('a call of the owner', () => {
  it('is answered for our own page, bytes included', async () => {
    const { port, send, enter } = await serve()
    const headers = {
      Cookie: await enter(),
      Origin: `http://127.0.0.1:${port}`,
      'X-Drawbridge': '1',
    }
    const reply = await send('/api/call', {
      method: 'POST',
      headers,
      body: toWire({
        name: 'sessions.import',
        input: { name: 'a.json', bytes: new TextEncoder().encode('no session') },
      }),
    })
    expect(reply.status).toBe(200)
    expect(fromWire(reply.body)).toMatchObject({ ok: false, error: { code: 'file.not-ours' } })
    for (const body of ['', '{', '7', 'null', '{"$bytes":"x"}'])
      expect((await send('/api/call', { method: 'POST', headers, body })).status).toBe(400)
  })

  it.each([
    ['from another site', { Origin: 'http://evil.example' }, 403],
    ['from another port of this computer', { Origin: 'http://127.0.0.1:1' }, 403],
    ['from no page', { Origin: undefined }, 403],
    ['from a form, which sends no header of ours', { 'X-Drawbridge': undefined }, 403],
    ['that the browser says is from elsewhere', { 'Sec-Fetch-Site': 'cross-site' }, 401],
    ['to a name that was made to point here', { Host: 'evil.example' }, 421],
  ])('%s is refused', async (_, change, status) => {
    const { host, port, send, enter } = await serve()
    const headers = Object.fromEntries(
      Object.entries({
        Cookie: await enter(),
        Origin: `http://127.0.0.1:${port}`,
        'X-Drawbridge': '1',
        ...change,
      }).filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
    const before = host.backend.library.list().length
    const body = toWire({ name: 'sessions.create', input: { title: 'x', customer: '' } })
    expect((await send('/api/call', { method: 'POST', headers, body })).status).toBe(status)
    expect(host.backend.library.list()).toHaveLength(before)
  })

  it('opens the document for our page and not for another site that has the cookie', async () => {
    const { host, port, enter } = await serve()
    const cookie = await enter()
    const open = (origin: string): Promise<number> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${host.sessionId}`, {
          headers: { Cookie: cookie, Origin: origin },
        })
        socket.on('unexpected-response', (request, response) => {
          resolve(response.statusCode ?? 0)
          request.destroy()
        })
        socket.on('open', () => {
          resolve(101)
          socket.terminate()
        })
        socket.on('error', () => undefined)
      })
    expect(await open('http://evil.example')).toBe(403)
    expect(await open(`http://127.0.0.1:${port}`)).toBe(101)
  })
})

it('sends news to the owner’s page', async () => {
  const { port, routes, enter } = await serve()
  const cookie = await enter()
  const heard = new Promise<string>((resolve) => {
    ask(
      { host: '127.0.0.1', port, path: '/api/events', headers: { Cookie: cookie } },
      (response) => {
        let text = ''
        response.on('data', (bytes: Buffer) => {
          text += bytes.toString()
          const line = /^data: (.*)$/m.exec(text)?.[1]
          if (line) resolve(line)
          else routes.emit('menu.command', { commandId: 'edit.undo' })
        })
        response.on('error', () => undefined)
      },
    ).end()
  })
  expect(fromWire(await heard)).toEqual({
    event: 'menu.command',
    payload: { commandId: 'edit.undo' },
  })
})
