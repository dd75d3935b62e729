import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { DesktopApi } from '../../../electron/preload'
import { startDesktop, type DesktopApp } from '../../support/host-desktop'

declare global {
  interface Window {
    drawbridge: DesktopApi
    /** What an attack in the page notes about itself. */
    noted?: unknown
  }
}

let desktop: DesktopApp
let elsewhere: Server
let evil = ''

test.beforeAll(async () => {
  elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' })
    response.end('<!doctype html><title>evil</title>')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  evil = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
  desktop = await startDesktop()
})
test.afterAll(async () => {
  await desktop?.dispose()
  elsewhere?.close()
})

test('the page has the bridge and nothing of Node', async () => {
  const seen = await desktop.page.evaluate(() => ({
    bridge: Object.keys(window.drawbridge).sort(),
    leaked: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen).toEqual({ bridge: ['call', 'connectRemote', 'on', 'openDocument'], leaked: [] })
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents
    // Not among the documented names, and the only way to see what a window really got.
    return contents ? Reflect.get(contents, 'getLastWebPreferences').call(contents) : null
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('the page cannot be led away, by script, link or form', async () => {
  const { page } = desktop
  await page.evaluate((url) => {
    window.location.href = url
  }, evil)
  await page.evaluate((url) => {
    const link = document.createElement('a')
    link.href = url
    document.body.append(link)
    link.click()
    const form = document.createElement('form')
    form.action = url
    document.body.append(form)
    form.submit()
  }, evil)
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://drawbridge/')
  expect(await page.evaluate(() => window.drawbridge.call('app.info', {}))).toMatchObject({
    ok: true,
  })
})

test('the page opens no window, and only web addresses leave for the system’s browser', async () => {
  const { app, page } = desktop
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url: string) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const results = await page.evaluate(
    (urls) => urls.map((url) => window.open(url) === null),
    [
      'https://docs.aws.amazon.com/lambda/',
      'https://docs.aws.amazon.com@evil.example/',
      'https://user:secret@evil.example/',
      'file:///etc/passwd',
      'smb://evil.example/share',
      'ms-settings:privacy',
      'data:text/html,<script>alert(1)</script>',
      'javascript:alert(1)',
      'app://drawbridge/',
      'http://wiki.customer.example:8080/orders?page=1#top',
    ],
  )
  expect(results.every(Boolean)).toBe(true)
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened')))
    .toEqual([
      'https://docs.aws.amazon.com/lambda/',
      'http://wiki.customer.example:8080/orders?page=1#top',
    ])
  expect(app.windows()).toHaveLength(1)
  expect(page.url()).toBe('app://drawbridge/')
})

test('a frame inside the page gets no answer, nor does another page', async () => {
  const { app, page } = desktop
  // A frame that gets hold of the channel all the same: asked in main's own words, as a broken sandbox would.
  const answers = await app.evaluate(async ({ BrowserWindow, ipcMain }, url) => {
    const handlers: Map<string, (...args: unknown[]) => unknown> = Reflect.get(
      ipcMain,
      '_invokeHandlers',
    )
    const own = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame
    const ask = (senderFrame: unknown, channel: string, ...args: unknown[]): unknown =>
      handlers.get(channel)?.({ senderFrame }, ...args)
    const frames = {
      own,
      child: { url: 'app://drawbridge/', parent: own },
      foreign: { url, parent: null },
      gone: null,
    }
    const told: Record<string, unknown> = {}
    for (const [who, frame] of Object.entries(frames))
      told[who] = [
        await ask(frame, 'drawbridge:call', 'sessions.list', {}),
        who === 'own' ? null : await ask(frame, 'drawbridge:open-document', 'abc', 1),
        who === 'own'
          ? null
          : await ask(frame, 'drawbridge:connect-remote', `${url}join#abc.x.y`, 1),
      ]
    return told
  }, evil)
  const refused = { ok: false, error: { code: 'sender.refused', message: expect.any(String) } }
  expect(answers).toMatchObject({
    own: [{ ok: true, value: [] }, null, null],
    child: [refused, refused, refused],
    foreign: [refused, refused, refused],
    gone: [refused, refused, refused],
  })
  // And frames cannot be put in to begin with.
  const blocked = await page.evaluate(
    (src) =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (e) => resolve(e.effectiveDirective), {
          once: true,
        })
        const frame = document.createElement('iframe')
        frame.src = src
        document.body.append(frame)
      }),
    evil,
  )
  expect(blocked).toBe('frame-src')
})

test('the policy stops inline scripts, foreign scripts and foreign connections', async () => {
  const { page } = desktop
  const violated = await page.evaluate(async (url) => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (e) => seen.push(e.effectiveDirective))
    const inline = document.createElement('script')
    inline.textContent = 'window.noted = "inline"'
    document.body.append(inline)
    const foreign = document.createElement('script')
    foreign.src = `${url}x.js`
    document.body.append(foreign)
    const fetched = await fetch(url).then(
      () => 'fetched',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { seen: [...new Set(seen)].sort(), fetched, noted: window.noted ?? null }
  }, evil)
  expect(violated).toEqual({
    seen: ['connect-src', 'script-src-elem'],
    fetched: 'refused',
    noted: null,
  })
})

test('files outside the built window are out of reach', async () => {
  const statuses = await desktop.page.evaluate(async () => {
    const paths = [
      '/',
      '/../main/main.js',
      '/%2e%2e/main/main.js',
      '/..%2f..%2fpackage.json',
      '/.hidden',
      '/nope.js',
    ]
    const found: number[] = []
    for (const path of paths) found.push((await fetch(`app://drawbridge${path}`)).status)
    return found
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404])
})

test('permissions are denied, all but copying', async () => {
  const { page } = desktop
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'camera',
      'microphone',
      'notifications',
      'midi',
    ] as PermissionName[]
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state),
    )
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('no socket listens before and after sharing, and saving writes where it was told', async () => {
  const { page, saveFolder } = desktop
  const made = await page.evaluate(() =>
    window.drawbridge.call('sessions.create', { title: 'Alpha', customer: 'Beta' }),
  )
  if (!made.ok) throw new Error(made.error.message)
  const state = await page.evaluate(
    (id) => window.drawbridge.call('sharing.state', { id }),
    made.value.id,
  )
  expect(state).toEqual({ ok: true, value: { address: null, invitations: [] } })
  const listening = (): Promise<number> =>
    desktop.app.evaluate(
      () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length,
    )
  expect(await listening()).toBe(0)
  await page.evaluate((id) => window.drawbridge.call('sharing.start', { id }), made.value.id)
  expect(await listening()).toBe(1)
  await page.evaluate((id) => window.drawbridge.call('sharing.stop', { id }), made.value.id)
  expect(await listening()).toBe(0)
  const saved = await page.evaluate(() =>
    window.drawbridge.call('files.save', {
      suggestedName: '../../evil/../report.txt',
      mime: 'text/plain',
      bytes: new TextEncoder().encode('hello'),
    }),
  )
  expect(saved).toMatchObject({ ok: true, value: { saved: true } })
  const files = readdirSync(saveFolder)
  expect(files).toHaveLength(1)
  expect(files[0]).not.toContain('/')
})

test('what was made is there after closing and opening again', async () => {
  await desktop.close()
  const again = await startDesktop({ dataFolder: desktop.dataFolder })
  try {
    const list = await again.page.evaluate(() => window.drawbridge.call('sessions.list', {}))
    expect(list).toMatchObject({ ok: true, value: [{ title: 'Alpha', customer: 'Beta' }] })
  } finally {
    await again.dispose()
  }
})
