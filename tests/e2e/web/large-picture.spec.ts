import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import { emptySession, type SessionContent } from '#shared/model/session'
import { readAnySession } from '#shared/formats/picture/read-any'
import { serializeSession } from '#shared/formats/session-file/serialize'
import { expect, test } from '../../support/e2e-web'
import { readPng } from '../../support/png-pixels'

const COLUMNS = 170
const ROWS = 6
const [STEP_X, STEP_Y] = [112, 1600]
/** Around everything in a picture, board units. */
const MARGIN = 24

/** A wide board whose picture at 2× has more pixels, and a longer side, than any canvas. */
function wideBoard(): SessionContent {
  const boardId = BoardId.parse('wide')
  const order = (i: number): string => `a${String(i).padStart(6, '0')}`
  const nodes = Array.from({ length: COLUMNS * ROWS }, (_, i) => ({
    kind: 'service' as const,
    id: NodeId.parse(`n${i}`),
    boardId,
    parentId: null,
    serviceId: i % 2 === 0 ? 'ec2' : 's3',
    label: `Part ${i}`,
    order: order(i),
    facts: {},
    x: (i % COLUMNS) * STEP_X,
    y: Math.floor(i / COLUMNS) * STEP_Y,
    w: 112,
    h: 88,
  }))
  const edges = nodes.slice(COLUMNS).map((node, i) => ({
    id: EdgeId.parse(`e${i}`),
    boardId,
    source: NodeId.parse(`n${i}`),
    target: node.id,
    kind: 'request' as const,
    label: '',
    order: order(i),
    facts: {},
  }))
  return {
    ...emptySession({ title: 'Wide', customer: '', createdAt: 1 }),
    boards: [{ id: boardId, name: 'Current', kind: 'current', order: 'a0' }],
    nodes,
    edges,
  }
}

/** Opens the wide board's export dialog; gives it and the size it promises for 2×. */
async function openExport(
  page: Page,
  canvas: Locator,
  board = wideBoard(),
): Promise<{ dialog: Locator; promised: number[] }> {
  const json = serializeSession(board, { app: '0.1.0', savedAt: 1 })
  const file = { name: 'wide.json', mimeType: '', buffer: Buffer.from(json) }
  await page.getByTestId('import-file').setInputFiles(file)
  await expect(canvas).toBeVisible()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const size = dialog.getByText(/\d+ × \d+ pixels/)
  await expect(size).toBeVisible({ timeout: 30_000 })
  return { dialog, promised: ((await size.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [] }
}

/** Where in a row something is drawn: first and last pixel of each piece that is not white. */
function pieces(row: Uint8Array): [number, number][] {
  const found: [number, number][] = []
  for (let x = 0; x < row.length / 3; x++) {
    if (Math.min(row[x * 3]!, row[x * 3 + 1]!, row[x * 3 + 2]!) > 243) continue
    const last = found.at(-1)
    if (last && last[1] === x - 1) last[1] = x
    else found.push([x, x])
  }
  return found
}

test.describe.configure({ timeout: 120_000 })

test('a picture larger than any canvas is whole and sharp, and carries its session', async ({
  page,
  h,
}) => {
  const { dialog, promised } = await openExport(page, h.canvas)
  const before = await h.content()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export PNG' }).click()
  const png = readFileSync(await (await download).path())
  await expect(dialog).toBeHidden()

  // One row of pixels just under the top of each row of icons, and one half way to the next.
  const rows = new Map<number, [number, number][]>()
  const { widthPx, heightPx } = await readPng(png, (row, y) => {
    const below = (y - 2 * MARGIN) % (2 * STEP_Y)
    if (below === 6 || below === STEP_Y) rows.set(y, pieces(row))
  })
  expect([widthPx, heightPx]).toEqual(promised)
  expect(widthPx).toBeGreaterThan(32_767)
  expect(widthPx * heightPx).toBeGreaterThan(268_435_456)
  const found = [...rows.values()]
  expect(found).toHaveLength(2 * ROWS - 1)
  // A line 3 px wide reaches into 4.
  const lengths = found.map((row) => [...new Set(row.map(([from, to]) => to - from + 1))])
  expect(found.map((row) => row.length)).toEqual(found.map(() => COLUMNS))
  expect(lengths).toEqual(found.map((_, i) => (i % 2 === 0 ? [96] : [4])))

  const opened = readAnySession(png)
  expect(opened.ok && opened.content).toEqual(before)
})

test('a long export says how far it is, and stops when told to', async ({ page, h }) => {
  const { dialog } = await openExport(page, h.canvas)
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await dialog.getByRole('button', { name: 'Export PNG' }).click()
  const progress = dialog.getByRole('progressbar')
  await expect(progress).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Export PNG' })).toBeEnabled()
  await dialog.getByRole('radio', { name: '4×' }).click()
  await expect(dialog.getByText('too large, choose a smaller scale')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Export PNG' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'JSON' }).click()
  await dialog.getByRole('button', { name: 'Export JSON' }).click()
  await expect(dialog).toBeHidden()
  expect(downloads).toEqual(['Wide.json'])
})

test('a large SVG carries its session, and looks as the picture of the board does', async ({
  page,
  h,
}) => {
  const { dialog, promised } = await openExport(page, h.canvas)
  const before = await h.content()
  await dialog.getByRole('radio', { name: 'SVG' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export SVG' }).click()
  const svg = readFileSync(await (await download).path())
  await expect(dialog).toBeHidden()
  const opened = readAnySession(svg)
  expect(opened.ok && opened.content).toEqual(before)
  const text = svg.toString()
  // What the dialog promises is for a PNG at 2×.
  const extent = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(text)?.slice(1).map(Number)
  expect(extent?.map((length) => 2 * length)).toEqual(promised)
  for (const label of ['Part 0', `Part ${COLUMNS * ROWS - 1}`]) expect(text).toContain(`>${label}<`)
})

for (const [theme, paper] of [
  ['Light', [255, 255, 255]],
  ['Dark', [18, 21, 27]],
] as const)
  test(`where a ${theme.toLowerCase()} picture has nothing, it is paper`, async ({ page, h }) => {
    const wide = wideBoard()
    const ends = [wide.nodes[0]!, wide.nodes.at(-1)!]
    const { dialog } = await openExport(page, h.canvas, { ...wide, nodes: ends, edges: [] })
    await dialog.getByRole('radio', { name: theme }).click()
    await dialog.getByRole('radio', { name: '1×' }).click()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Export PNG' }).click()
    const png = readFileSync(await (await download).path())
    // How much of each row is anything else, in pixels from the first to the last.
    const drawn: { y: number; from: number; to: number }[] = []
    await readPng(png, (row, y) => {
      let [from, to] = [Infinity, -1]
      for (let x = 0; x < row.length / 3; x++) {
        if (paper.every((part, i) => row[x * 3 + i] === part)) continue
        from = Math.min(from, x)
        to = x
      }
      if (to >= 0) drawn.push({ y, from, to })
    })
    const [first, last] = [drawn[0]!, drawn.at(-1)!]
    expect(last.y - first.y).toBeGreaterThan((ROWS - 1) * STEP_Y)
    // Two services, each with its label: nothing beside, nothing between.
    expect(drawn.length).toBeLessThan(200)
    for (const { from, to } of drawn) expect(to - from).toBeLessThan(112)
    expect(last.from - first.from).toBeGreaterThan((COLUMNS - 2) * STEP_X)
  })
