// What a person feels on a large board, with live checks on and badges shown, in the built app and a real Chromium.
// Needs `npm run build` first. Run: node tests/bench/canvas.mjs [services…]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SERVE = join(ROOT, 'out/main/serve.js')
const CHROMIUM =
  process.env.CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
const FRAME_MS = 1000 / 60
const GESTURE_MS = 3000

/** A session as a file: VPCs of a hundred services in ten private subnets, services chained within their VPC. */
function sessionOf(services) {
  const boardId = 'bench'
  const nodes = []
  const edges = []
  const order = (i) => `a${String(i).padStart(6, '0')}`
  const add = (node) => nodes.push({ boardId, facts: {}, order: order(nodes.length), ...node })
  const kinds = ['ec2', 'rds', 'lambda', 'sqs', 's3', 'dynamodb', 'alb', 'ecs']
  const perRow = Math.ceil(Math.sqrt(services / 100))
  for (let v = 0; v * 100 < services; v++) {
    const vx = (v % perRow) * 1500
    const vy = Math.floor(v / perRow) * 1300
    const vpc = { id: `v${v}`, kind: 'group', groupKind: 'vpc', parentId: null, label: `VPC ${v}` }
    add({ ...vpc, x: vx, y: vy, w: 1440, h: 1240 })
    for (let s = 0; s < 10 && v * 100 + s * 10 < services; s++) {
      const sx = vx + 32 + (s % 2) * 700
      const sy = vy + 48 + Math.floor(s / 2) * 236
      const subnet = { kind: 'group', groupKind: 'privateSubnet', parentId: `v${v}` }
      add({ ...subnet, id: `s${v}-${s}`, label: `Subnet ${s}`, x: sx, y: sy, w: 680, h: 224 })
      for (let i = 0; i < 10 && v * 100 + s * 10 + i < services; i++) {
        const n = v * 100 + s * 10 + i
        add({
          id: `n${n}`,
          kind: 'service',
          serviceId: kinds[n % kinds.length],
          parentId: `s${v}-${s}`,
          label: `Service ${n}`,
          x: sx + 20 + (i % 5) * 130,
          y: sy + 36 + Math.floor(i / 5) * 92,
          w: 112,
          h: 88,
        })
        if (n % 100 > 0) {
          const ends = { source: `n${n - 1}`, target: `n${n}` }
          edges.push({
            id: `e${n}`,
            boardId,
            ...ends,
            kind: 'request',
            label: '',
            order: order(n),
            facts: {},
          })
        }
      }
    }
  }
  const session = {
    meta: { title: `Bench ${services}`, customer: '', createdAt: 0 },
    boards: [{ id: boardId, name: 'Current', kind: 'current', order: 'a0' }],
    nodes,
    edges,
    frames: [],
    discovery: [],
  }
  return JSON.stringify({
    format: 'drawbridge-session',
    version: 1,
    app: 'bench',
    savedAt: 0,
    session,
  })
}

async function startServer(dataFolder) {
  const server = spawn(process.execPath, [SERVE, '--port', '0', '--data', dataFolder])
  const link = await new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (text) => {
      said += text
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    server.on('exit', () => reject(new Error(`The server did not start: ${said}`)))
  })
  return { server, link }
}

/** Intervals between frames while `act` runs, ms. */
async function frames(page, act) {
  await page.evaluate(() => {
    window.benchFrames = []
    let last = performance.now()
    const tick = (now) => {
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

function report(name, services, list) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (q) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0).toFixed(1)
  const total = list.reduce((sum, ms) => sum + ms, 0)
  const missed = list.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0)
  const fps = ((list.length / total) * 1000).toFixed(0)
  console.log(
    [
      String(services).padStart(8),
      name.padEnd(28),
      fps.padStart(5),
      ...[0.5, 0.95, 0.99].map((q) => at(q).padStart(8)),
      String(missed).padStart(8),
    ].join(''),
  )
}

async function measure(services) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'))
  const { server, link } = await startServer(dataFolder)
  const browser = await chromium.launch({
    ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
    await page.goto(link)
    const file = {
      name: 'bench.json',
      mimeType: 'application/json',
      buffer: Buffer.from(sessionOf(services)),
    }
    await page.getByTestId('import-file').setInputFiles(file)
    await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 })
    await page.locator('[data-saved="true"]').waitFor()
    await page.getByRole('button', { name: 'Library' }).click()
    await page.locator('[data-session] button').first().waitFor()
    const loaded = await page.evaluate(async () => {
      const start = performance.now()
      document.querySelector('[data-session] button').click()
      while (!document.querySelector('.react-flow__node')) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - start
    })
    console.log(
      `${String(services).padStart(8)}${'open to first paint, ms'.padEnd(28)}${loaded.toFixed(0).padStart(5)}`,
    )

    const canvas = await page.getByTestId('canvas').boundingBox()
    const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    report(
      'pan, whole board',
      services,
      await frames(page, () => paced((i) => page.mouse.wheel(i % 120 < 60 ? 6 : -6, 0))),
    )

    await page.keyboard.press('Control+f')
    await page.getByLabel('Find on board').fill('Service 55')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    const node = page.locator('.react-flow__node[data-id="n55"]')
    await node.waitFor()
    report(
      'pan at zoom 1',
      services,
      await frames(page, () => paced((i) => page.mouse.wheel(i % 120 < 60 ? 6 : -6, 0))),
    )

    const box = await node.boundingBox()
    await page.mouse.move(box.x + box.width / 2, box.y + 20)
    await page.mouse.down()
    report(
      'drag a service',
      services,
      await frames(page, () =>
        paced((i) =>
          page.mouse.move(
            box.x + box.width / 2 + Math.sin(i / 20) * 60,
            box.y + 20 + Math.cos(i / 20) * 30,
          ),
        ),
      ),
    )
    await page.mouse.up()

    // Every keystroke is an edit of its own: the checks run again, badges and panels follow.
    report(
      'edits by nudging',
      services,
      await frames(page, () =>
        paced(async (i) => {
          if (i % 6 === 0) await page.keyboard.press(i % 12 === 0 ? 'ArrowRight' : 'ArrowLeft')
        }),
      ),
    )
    // Pressed by place: looking an element up again each time would cost the page more than the edit does.
    const radios = page.locator('[data-fact] [role="radiogroup"]').first().getByRole('radio')
    const places = [await radios.nth(0).boundingBox(), await radios.nth(1).boundingBox()]
    report(
      'facts, re-checked',
      services,
      await frames(page, () =>
        paced(async (i) => {
          const place = places[(i / 12) % 2]
          if (place) await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
        }),
      ),
    )
    await page.getByRole('tab', { name: /^Findings/ }).click()
    report(
      'nudging, findings open',
      services,
      await frames(page, () =>
        paced(async (i) => {
          if (i % 6 === 0) await page.keyboard.press(i % 12 === 0 ? 'ArrowRight' : 'ArrowLeft')
        }),
      ),
    )
    const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0)
    console.log(
      `${String(services).padStart(8)}${'JS heap, MB'.padEnd(28)}${(heap / 1e6).toFixed(0).padStart(5)}`,
    )
  } finally {
    await browser.close()
    server.kill()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

if (!existsSync(SERVE)) {
  console.error('Build first: npm run build')
  process.exit(2)
}
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0)
console.log(
  `${'services'.padStart(8)}${''.padEnd(28)}${'fps'.padStart(5)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'p99'.padStart(8)}${'missed'.padStart(8)}`,
)
for (const services of sizes.length > 0 ? sizes : [100, 1000]) await measure(services)
