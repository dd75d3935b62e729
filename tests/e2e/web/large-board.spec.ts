import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { emptySession, type SessionContent } from '#shared/model/session'
import { serializeSession } from '#shared/formats/session-file/serialize'
import { largeBoard } from '../../bench/large-board'
import { expect, test } from '../../support/e2e-web'

/** Large enough for everything that large boards are spared. */
const board = largeBoard(1600)

async function open(page: Page): Promise<void> {
  const content: SessionContent = {
    ...emptySession({ title: 'Large', customer: '', createdAt: 1 }),
    boards: [board.board],
    nodes: [...board.nodes],
    edges: [...board.edges],
  }
  const json = serializeSession(content, { app: '0.1.0', savedAt: 1 })
  const file = { name: 'large.json', mimeType: '', buffer: Buffer.from(json) }
  await page.getByTestId('import-file').setInputFiles(file)
  await expect(page.getByTestId('canvas')).toBeVisible()
}

/** How many findings the command line has on the same session: a full pass, in one go. */
async function fullPass(content: SessionContent, folder: string): Promise<string> {
  const file = join(folder, 'now.json')
  writeFileSync(file, serializeSession(content, { app: '0.1.0', savedAt: 1 }))
  const cli = join(import.meta.dirname, '../../../out/main/cli.js')
  const asked = promisify(execFile)(process.execPath, [cli, 'check', '--format', 'json', file], {
    maxBuffer: 2 ** 28,
  })
  // It ends with 1 where there are findings.
  const stdout = await asked.then(
    (done) => done.stdout,
    (failed: { stdout: string }) => failed.stdout,
  )
  const report = JSON.parse(stdout) as {
    files: { boards: { verdicts: { verdict: string }[] }[] }[]
  }
  const verdicts = report.files[0]?.boards[0]?.verdicts ?? []
  return `Findings${verdicts.filter(({ verdict }) => verdict === 'fail').length}`
}

test('a large board is checked elsewhere, edits meanwhile and large ones later included', async ({
  page,
  h,
}, info) => {
  await open(page)
  const folder = info.outputPath()
  mkdirSync(folder, { recursive: true })
  const tab = page.getByRole('tab', { name: /^Findings/ })
  const asFullPass = (): Promise<void> =>
    expect
      .poll(async () => (await tab.textContent()) === (await fullPass(await h.content(), folder)), {
        timeout: 30_000,
      })
      .toBe(true)
  await h.inPanel('Outline')
  // At once, while the first check is under way.
  await h.canvas.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+d')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(2 * board.nodes.length)
  await asFullPass()
  const twice = await tab.textContent()

  // More at once than fits into a frame: judged after it is seen.
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(board.nodes.length)
  await asFullPass()
  expect(await tab.textContent()).not.toBe(twice)

  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(2 * board.nodes.length)
  await asFullPass()
  expect(await tab.textContent()).toBe(twice)

  // What no edit touched has its badge too.
  const rows = page.locator('[data-outline]')
  await expect(rows.first()).toBeVisible()
  const listed = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-outline')))
  const untouched = board.nodes.find(
    (node) => listed.includes(node.id) && node.kind === 'service' && node.serviceId !== 'users',
  )
  if (!untouched) throw new Error('nothing of the first board is listed')
  await page.locator(`[data-outline="${untouched.id}"]`).click()
  await h.canvas.focus()
  await page.keyboard.press('Shift+2')
  const node = page.locator(`.react-flow__node[data-id="${untouched.id}"]`)
  await expect(node.locator('[data-badge]')).toBeVisible()
})

test('a large board is painted whole, small in the minimap too', async ({ page, h }) => {
  await open(page)
  const painted = (canvas: string): Promise<number> =>
    page.evaluate((selector) => {
      const element = document.querySelector<HTMLCanvasElement>(selector)
      const context = element?.getContext('2d')
      if (!element || !context) return 0
      const { data } = context.getImageData(0, 0, element.width, element.height)
      let [first, last] = [Infinity, -1]
      for (let i = 0; i < data.length; i += 4) {
        const spread =
          Math.max(data[i]!, data[i + 1]!, data[i + 2]!) -
          Math.min(data[i]!, data[i + 1]!, data[i + 2]!)
        if (spread < 40) continue
        const x = (i / 4) % element.width
        first = Math.min(first, x)
        last = Math.max(last, x)
      }
      return (last - first) / element.width
    }, canvas)
  // From one side to the other there is something in colour.
  await expect.poll(() => painted('[data-testid="canvas"] > canvas')).toBeGreaterThan(0.6)
  await expect.poll(() => painted('[data-testid="minimap"] canvas')).toBeGreaterThan(0.6)
  await expect(h.canvas).toBeVisible()
})
