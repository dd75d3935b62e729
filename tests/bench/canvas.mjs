// What a person feels on a large board: the app's own canvas, stores and document, with live checks on and badges
// shown, in a real Chromium. Run: npm run bench -- canvas [services…] [--peers <folder>]
//
// With --peers, a folder of the whiteboard bench in which its packages are installed, that bench runs its other systems
// and this canvas side by side in one run, and prints ratios.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { servePage } from './page.mjs'
import { neutralScene } from './page/neutral-scene.mjs'

const CHROMIUM =
  process.env.CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
const SIZE = { width: 1600, height: 1000 }
const FRAME_MS = 1000 / 60
const GESTURE_MS = 3000
/** A frame that takes longer is felt, ms. */
const FELT_MS = 40
/** So long without one, and what was going on is over, ms. */
const QUIET_MS = 400

/** Intervals between frames while `act` runs, ms. */
async function frames(page, act) {
  await page.evaluate(() => {
    window.benchFrames = []
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      window.benchFrames.push(now - last)
      last = now
      window.benchTick = requestAnimationFrame(tick)
    }
    window.benchTick = requestAnimationFrame(tick)
  })
  await act()
  return page.evaluate(() => {
    cancelAnimationFrame(window.benchTick)
    return window.benchFrames.slice(2)
  })
}

async function paced(step) {
  const start = performance.now()
  for (let i = 0; performance.now() - start < GESTURE_MS; i++) {
    await step(i)
    const rest = start + (i + 1) * FRAME_MS - performance.now()
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
  }
}

function reportFrames(services, name, list) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
  const fps = (list.length / list.reduce((sum, ms) => sum + ms, 0)) * 1000
  report(services, name, fps.toFixed(1), ...[0.5, 0.95, 0.99].map((q) => at(q).toFixed(1)))
}

function report(services, name, ...cells) {
  console.log(
    [String(services).padStart(8), `  ${name}`.padEnd(34), ...cells.map((c) => c.padStart(9))].join(
      '',
    ),
  )
}

/** Runs something in the page; ms until it is done and no frame has been felt for a while. */
function settled(page, name, ...values) {
  return page.evaluate(
    async ([call, args, felt, quiet]) => {
      const start = performance.now()
      await window.bench[call](...args)
      const done = performance.now() - start
      return new Promise((resolve) => {
        let last = performance.now()
        let lastFelt = start
        const look = () => {
          const now = performance.now()
          if (now - last > felt) lastFelt = now
          last = now
          if (now - Math.max(lastFelt, start + done) > quiet)
            resolve(Math.max(done, lastFelt - start))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
    },
    [name, values, FELT_MS, QUIET_MS],
  )
}

async function measure(browser, url, services) {
  const page = await browser.newPage({ viewport: SIZE })
  const scene = neutralScene(services)
  await page.goto(url)
  await page.waitForFunction(() => window.bench)
  report(services, 'load to full paint, ms', (await settled(page, 'load', scene)).toFixed(0))
  report(services, 'badges shown', String(await page.evaluate(() => window.bench.checked())))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  report(services, 'JS heap after load and checks, MB', (usedSize / 1e6).toFixed(0))

  const middle = { x: SIZE.width / 2, y: SIZE.height / 2 }
  await page.mouse.move(middle.x, middle.y)
  const wheel = () =>
    paced((i) => page.mouse.wheel(i % 120 < 60 ? 20 : -20, i % 120 < 60 ? 10 : -10))
  const gesture = async (name, act) => reportFrames(services, name, await frames(page, act))
  await page.evaluate(() => window.bench.fit())
  await gesture('pan, whole board in view', wheel)
  await page.evaluate(() => window.bench.zoomTo(1))
  await gesture('pan at zoom 1', wheel)

  const drag = async (name, id, zoom) => {
    await page.evaluate((z) => window.bench.zoomTo(z), zoom)
    const from = await page.evaluate((i) => window.bench.getNodeScreenPoint(i), id)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await gesture(name, () =>
      paced((i) => page.mouse.move(from.x + Math.sin(i / 20) * 90, from.y + Math.cos(i / 20) * 50)),
    )
    await page.mouse.up()
    const to = await page.evaluate((i) => window.bench.getNodeScreenPoint(i), id)
    if (Math.hypot(to.x - from.x, to.y - from.y) < 10) throw new Error(`${name}: nothing moved`)
  }
  const near = await page.evaluate(
    ([ids, at]) =>
      ids
        .map((id) => [id, window.bench.getNodeScreenPoint(id)])
        .sort(
          ([, a], [, b]) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y),
        )
        .map(([id]) => id),
    [scene.nodes.filter((n) => n.kind === 'service').map((n) => n.id), middle],
  )
  await drag('drag a service', near[0], 1)
  await page.evaluate(() => window.bench.zoomTo(0.5))
  const vpc = await page.evaluate(
    ([ids, { width, height }]) =>
      ids.find((id) => {
        const { x, y } = window.bench.getNodeScreenPoint(id)
        return x > 150 && x < width - 150 && y > 60 && y < height - 150
      }),
    [scene.nodes.filter((n) => n.kind === 'vpc').map((n) => n.id), SIZE],
  )
  await drag('drag a group of 100', vpc, 0.5)

  const png = await page.evaluate(async () => {
    const start = performance.now()
    const { blob, width, height } = await window.bench.exportPng(2)
    return { ms: performance.now() - start, width, height, bytes: blob.size }
  })
  report(
    services,
    'PNG 2×, ms',
    png.ms.toFixed(0),
    `${png.width} × ${png.height}`.padStart(18),
    `${(png.bytes / 1e6).toFixed(1)} MB`,
  )
  await page.close()
}

const args = process.argv.slice(2)
const peersAt = args.indexOf('--peers')
const peers = peersAt < 0 ? null : args[peersAt + 1]
const sizes = args
  .filter((arg, i) => i !== peersAt + 1 || peersAt < 0)
  .map(Number)
  .filter((n) => n > 0)
const { url, close } = await servePage()
try {
  if (peers) {
    const list = (sizes.length > 0 ? sizes : [1000, 10_000]).join(',')
    const asked = `run.mjs --page drawbridge=${url} --systems rf,rf-visible,excalidraw,tldraw --sizes ${list} --repeat 1 --baseline drawbridge --name drawbridge`
    // Not waited for in one go: this process serves the page meanwhile.
    const run = spawn(process.execPath, asked.split(' '), { cwd: peers, stdio: 'inherit' })
    const status = await new Promise((resolve) => run.on('exit', resolve))
    process.exitCode = status ?? 1
  } else {
    console.log(
      [
        'services'.padStart(8),
        ''.padEnd(34),
        ...['fps', 'p50', 'p95', 'p99'].map((h) => h.padStart(9)),
      ].join(''),
    )
    const browser = await chromium.launch({
      ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    })
    for (const services of sizes.length > 0 ? sizes : [1000, 10_000])
      await measure(browser, url, services)
    await browser.close()
  }
} finally {
  await close()
}
