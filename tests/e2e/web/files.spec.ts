import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { SessionContent } from '#shared/model/session'
import { ink } from '../../support/e2e-ink'
import { expect, test } from '../../support/e2e-web'

interface Choice {
  format: 'PNG' | 'SVG' | 'JSON'
  scale?: '1×' | '2×' | '4×'
  theme?: 'Light' | 'Dark'
  background?: 'Solid' | 'None'
}

/** Exports through the dialog; gives the file and the size the dialog promised. */
async function exported(page: Page, choice: Choice) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: choice.format }).click()
  for (const name of [choice.scale, choice.theme, choice.background])
    if (name) await dialog.getByRole('radio', { name, exact: true }).click()
  let promised: number[] = []
  if (choice.format === 'PNG') {
    const size = dialog.getByText(/\d+ × \d+ pixels/)
    await expect(size).toBeVisible()
    promised = ((await size.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  }
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: `Export ${choice.format}` }).click()
  const file = await download
  await expect(dialog).toBeHidden()
  return { bytes: readFileSync(await file.path()), name: file.suggestedFilename(), promised }
}

const pngSize = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('pictures come at 1×, 2× and 4×, whole and sharp, light or dark, with or without ground', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  const { boards, nodes } = await h.content()
  const onBoard = nodes.filter((n) => n.boardId === boards[0]?.id)
  const cloud = onBoard.find((n) => n.label === 'AWS Cloud')!
  const sizes: number[][] = []
  for (const scale of ['1×', '2×', '4×'] as const) {
    const { bytes, name, promised } = await exported(page, { format: 'PNG', scale, theme: 'Light' })
    const by = Number(scale[0])
    expect(name).toBe(`Web shop on two servers - Current@${by}x.png`)
    expect(pngSize(bytes)).toEqual(promised)
    sizes.push(pngSize(bytes))
    // The cloud is what is furthest to the right and furthest down; a margin of 24 units is around everything.
    const [width = 0, height = 0] = promised
    const left = cloud.x + cloud.w - (width / by - 24)
    const top = cloud.y + cloud.h - (height / by - 24)
    const icons = onBoard.filter((n) => n.kind === 'service')
    const found = await ink(
      page,
      bytes,
      icons.map((n) => [
        Math.round((n.x + n.w / 2 - 24 - left) * by),
        Math.round((n.y - top) * by),
        48 * by,
      ]),
      8 * by,
    )
    expect(found.rim, `nothing is cut off at ${scale}`).toBe(0)
    expect(found.steepest, `sharp at ${scale}`).toBeGreaterThan(150)
    icons.forEach((n, i) => {
      const full = n.label === 'Shoppers' ? 0.1 : 0.8
      expect(found.shares[i], `${n.label} at ${scale}`).toBeGreaterThan(full)
    })
  }
  const [one = [], two = [], four = []] = sizes
  expect(two).toEqual(one.map((n) => n * 2))
  expect(four).toEqual(one.map((n) => n * 4))

  const corner = async (png: Buffer): Promise<number[]> =>
    page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(1, 1).getContext('2d')!
      context.drawImage(image, 0, 0)
      return [...context.getImageData(0, 0, 1, 1).data]
    }, png.toString('base64'))
  const dark = await exported(page, { format: 'PNG', scale: '1×', theme: 'Dark' })
  expect(await corner(dark.bytes)).toEqual([0x12, 0x15, 0x1b, 255])
  const bare = await exported(page, { format: 'PNG', scale: '1×', background: 'None' })
  expect((await corner(bare.bytes))[3]).toBe(0)
})

test('an SVG has every label, its font and its icons inside', async ({ page, h }) => {
  await h.openSample('on-premises-estate')
  const { bytes } = await exported(page, { format: 'SVG' })
  const svg = bytes.toString('utf8')
  expect(svg).toMatch(/@font-face\s*\{[^}]*data:font/)
  expect(svg).not.toMatch(/(?:href|src)="https?:/)
  const { text, icons, broken } = await page.evaluate((source) => {
    const drawn = new DOMParser().parseFromString(source, 'image/svg+xml')
    drawn.querySelectorAll('metadata, title, style').forEach((e) => e.remove())
    const uses = [...drawn.querySelectorAll('use')].map((u) => u.getAttribute('href') ?? '')
    return {
      text: [...drawn.querySelectorAll('text')].map((t) => t.textContent).join(''),
      icons: uses.length,
      broken: uses.filter((href) => !drawn.querySelector(href)?.querySelector('path, rect')),
    }
  }, svg)
  // A label may be on two lines, so spaces do not count.
  const bare = (words: string): string => words.replace(/\s/g, '')
  const { nodes, edges } = await h.content()
  const labels = [...nodes, ...edges].map((it) => it.label).filter(Boolean)
  expect(labels.length).toBeGreaterThan(15)
  expect(labels.filter((label) => !bare(text).includes(bare(label)))).toEqual([])
  expect(icons).toBeGreaterThanOrEqual(nodes.filter((n) => n.kind === 'service').length)
  expect(broken).toEqual([])
})

test('JSON, PNG and SVG open again as the same session, dropped on the library', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  const before: SessionContent = await h.content()
  const files = [
    await exported(page, { format: 'JSON' }),
    await exported(page, { format: 'PNG', scale: '1×' }),
    await exported(page, { format: 'SVG' }),
  ]
  for (const { name, bytes } of files) {
    await h.toLibrary()
    const transfer = await page.evaluateHandle(
      ({ fileName, base64 }) => {
        const data = new DataTransfer()
        const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
        data.items.add(new File([content], fileName))
        return data
      },
      { fileName: name, base64: bytes.toString('base64') },
    )
    const library = page.getByRole('list', { name: 'Sessions' })
    await library.dispatchEvent('dragover', { dataTransfer: transfer })
    await library.dispatchEvent('drop', { dataTransfer: transfer })
    await expect(h.canvas).toBeVisible()
    expect(await h.content(), name).toEqual(before)
  }
})

test('a picture given away without the session inside cannot be opened, and says so', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  const whole = await exported(page, { format: 'PNG', scale: '1×' })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByLabel('Put the session inside').uncheck()
  await expect(page.getByText('A picture only; it cannot be opened as a session.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export PNG' }).click()
  const buffer = readFileSync(await (await download).path())
  expect(pngSize(buffer)[0]).toBe(2 * (pngSize(whole.bytes)[0] ?? 0))
  expect(buffer.includes('drawbridge-session')).toBe(false)
  await h.toLibrary()
  const file = { name: 'given.png', mimeType: 'image/png', buffer }
  await page.getByTestId('import-file').setInputFiles(file)
  await expect(page.getByText('Importing given.png did not work')).toBeVisible()
  await expect(page.locator('[data-session]')).toHaveCount(1)
})

test('the selection alone makes a smaller picture', async ({ page, h }) => {
  await h.newSession('Part')
  await h.drop('ec2', 260, 200)
  await h.drop('rds', 760, 560)
  const whole = await exported(page, { format: 'PNG', scale: '1×' })
  await h.choose('EC2')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('radio', { name: 'Selection' }).click()
  await page.getByRole('radio', { name: '1×' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export PNG' }).click()
  const part = readFileSync(await (await download).path())
  const [width = 0, height = 0] = pngSize(part)
  expect(width).toBeLessThan(200)
  expect(height).toBeLessThan(160)
  expect(pngSize(whole.bytes)[0]).toBeGreaterThan(500)
  // The icon at its place: below the margin, in the middle.
  const found = await ink(page, part, [[Math.round(width / 2) - 20, 28, 40]])
  expect(found.shares[0]).toBeGreaterThan(0.8)
})

test('damaged, foreign and newer files are refused in words, and the app lives on', async ({
  page,
  h,
}) => {
  await h.openSample('order-pipeline')
  const { bytes } = await exported(page, { format: 'JSON' })
  await h.toLibrary()
  const good = bytes.toString('utf8')
  const later = good.replace(/"version": ?\d+\b/, '"version": 99')
  expect(later).not.toBe(good)
  const leading = good.replace(/"kind": ?"service"/, '"link":"javascript:alert(1)",$&')
  expect(leading).not.toBe(good)
  const holiday = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 30)
    canvas.getContext('2d')!.fillRect(0, 0, 20, 30)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  const cases: [string, string | Buffer, string][] = [
    ['cut.json', good.slice(0, good.length / 2), 'cut off or was changed by hand'],
    ['later.json', later, 'saved by a newer Drawbridge'],
    [
      'hostile.json',
      '{"__proto__":{"a":1},"format":"drawbridge-session","version":1}',
      'something in it that is not right',
    ],
    ['leading.json', leading, 'link: must be a web address'],
    ['holiday.png', Buffer.from(holiday), 'This PNG carries no Drawbridge session'],
    ['torn.png', Buffer.from(holiday.slice(0, 20)), 'This PNG carries no Drawbridge session'],
    [
      'logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'This SVG carries no Drawbridge session',
    ],
    ['notes.txt', 'hello', 'not a Drawbridge'],
  ]
  for (const [name, content, words] of cases) {
    const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content)
    await page.getByTestId('import-file').setInputFiles({ name, mimeType: '', buffer })
    const toast = page.locator('[data-sonner-toast]').filter({ hasText: name }).first()
    await expect(toast).toContainText(`Importing ${name} did not work`)
    await expect(toast).toContainText(words)
  }
  await expect(page.locator('[data-session]')).toHaveCount(1)
  await page.locator('[data-session] button').first().click()
  await expect(h.canvas).toBeVisible()
})

test('several files are taken at once, and a bad one among them does not stop the others', async ({
  page,
  h,
}) => {
  await h.openSample('order-pipeline')
  const { bytes: buffer } = await exported(page, { format: 'JSON' })
  await h.toLibrary()
  const file = { mimeType: 'application/json', buffer }
  await page.getByTestId('import-file').setInputFiles([
    { name: 'one.json', ...file },
    { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"half":') },
    { name: 'two.json', ...file },
  ])
  await expect(page.getByText('Importing bad.json did not work')).toBeVisible()
  await expect(page.locator('[data-session]')).toHaveCount(3)
})
