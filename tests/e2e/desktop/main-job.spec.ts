import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { parseSession } from '#shared/formats/session-file/parse'
import type { SessionContent } from '#shared/model/session'
import { startDesktop, type DesktopApp } from '../../support/host-desktop'

declare global {
  interface Window {
    drawbridgeSession?: { content(): SessionContent }
  }
}

/** Draws the way a person does: palette, keyboard, mouse, inspector. */
function hand(page: Page) {
  const canvas = page.getByTestId('canvas')
  const node = (label: string): Locator =>
    page.locator('.react-flow__node').filter({ has: page.getByText(label, { exact: true }) })
  const content = () => page.evaluate(() => window.drawbridgeSession!.content())
  return {
    canvas,
    node,
    content,
    async drop(item: string, x: number, y: number) {
      const before = (await content()).nodes.length
      const entry = page.locator(`[data-palette-item="${item}"]`).first()
      await entry.dragTo(canvas, { targetPosition: { x, y } })
      await expect.poll(async () => (await content()).nodes.length).toBe(before + 1)
    },
    async rename(label: string) {
      await page.keyboard.press('F2')
      const field = page.getByRole('textbox', { name: /^Label of / })
      await field.fill(label)
      await field.press('Enter')
      await expect(node(label)).toBeVisible()
    },
    async quickAdd(text: string) {
      await page.keyboard.press('a')
      await page.getByRole('combobox', { name: 'What to add' }).fill(text)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: 'Quick add' })).toBeHidden()
    },
    async connect(from: string, to: string) {
      await node(from).hover()
      const dot = await node(from).locator('[data-link="right"]').boundingBox()
      const end = await node(to).boundingBox()
      if (!dot || !end) throw new Error('nothing to connect')
      await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2)
      await page.mouse.down()
      await page.mouse.move(dot.x + 50, dot.y + 8, { steps: 4 })
      await page.mouse.move(end.x + end.width / 2, end.y + 20, { steps: 6 })
      await page.mouse.up()
    },
    async choose(label: string) {
      await node(label).locator('img').first().click()
      await page.getByRole('tab', { name: 'Inspector' }).click()
    },
    async say(fact: string, value: string) {
      const field = page.locator(`[data-fact="${fact}"]`)
      if ((await field.locator('select').count()) > 0)
        await field.locator('select').selectOption(value)
      else if ((await field.getByRole('radio').count()) > 0)
        await field.getByRole('radio', { name: value, exact: true }).click()
      else {
        await field.getByRole('textbox').fill(value)
        await field.getByRole('textbox').press('Enter')
      }
    },
    async findings(): Promise<string[]> {
      await page.getByRole('tab', { name: /^Findings/ }).click()
      return page
        .locator('[data-finding]')
        .evaluateAll((rows) => rows.map((r) => r.getAttribute('data-finding') ?? ''))
    },
    saved: () => expect(page.locator('[data-saved="true"]')).toBeVisible(),
  }
}

/** Share of pixels that are not background in a square of a PNG, asked of the page's own decoder. */
async function ink(page: Page, png: Buffer, squares: readonly [number, number, number][]) {
  return page.evaluate(
    async ({ base64, places }) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const corner = context.getImageData(1, 1, 1, 1).data
      const shares = places.map(([x, y, size]) => {
        const { data } = context.getImageData(x, y, size, size)
        let inked = 0
        for (let i = 0; i < data.length; i += 4)
          if ([0, 1, 2].some((c) => Math.abs(data[i + c]! - corner[c]!) > 12)) inked++
        return inked / (size * size)
      })
      return { width: image.width, height: image.height, shares }
    },
    { base64: png.toString('base64'), places: squares.map((s) => [...s] as const) },
  )
}

let desktop: DesktopApp

test.afterAll(async () => desktop?.dispose())

test('a consultant draws, is warned, mends it on the target, and takes it away', async () => {
  test.setTimeout(150_000)
  desktop = await startDesktop()
  let { page } = desktop
  let h = hand(page)

  await test.step('a new session', async () => {
    await page.getByRole('button', { name: 'New session' }).first().click()
    await page.getByLabel('Title').fill('Web shop')
    await page.getByLabel('Customer').fill('Example Outfitters')
    await page.getByRole('button', { name: 'Create' }).click()
    await expect(page.getByText('Draw the customer’s architecture')).toBeVisible()
  })

  await test.step('the classic web tier, from the empty canvas', async () => {
    await h.drop('vpc', 400, 330)
    await h.drop('availabilityZone', 400, 350)
    await h.drop('publicSubnet', 400, 350)
    await h.drop('users', 40, 330)
    await h.rename('Shoppers')
    await h.drop('ec2', 370, 350)
    await h.rename('Web server')
    await h.quickAdd('ec2')
    await h.rename('MySQL server')
    await h.connect('Shoppers', 'Web server')

    const { nodes, edges } = await h.content()
    const parentOf = (label: string): string | undefined => {
      const found = nodes.find((n) => n.label === label)
      return nodes.find((n) => n.id === found?.parentId)?.label
    }
    expect(parentOf('Web server')).toBe('Public subnet')
    expect(parentOf('MySQL server')).toBe('Public subnet')
    expect(parentOf('Public subnet')).toBe('Availability Zone')
    expect(parentOf('Availability Zone')).toBe('VPC')
    expect(parentOf('Shoppers')).toBeUndefined()
    expect(edges).toHaveLength(2)
  })

  await test.step('facts bring the findings', async () => {
    await h.choose('Web server')
    await h.say('role', 'web')
    await h.say('instances', '1')
    await h.choose('MySQL server')
    await h.say('role', 'database')
    await h.say('publicIp', 'Yes')
    const findings = await h.findings()
    expect(findings).toContain('REL-11')
    expect(findings).toContain('SEC-01')
    expect(findings).toContain('SEC-02')
    await expect(h.node('MySQL server').locator('[data-badge="critical"]')).toBeVisible()
    await h.saved()
  })

  await test.step('two of them mended on the target board', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('What do you want to do?').fill('copy this board')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: 'Target' })).toHaveAttribute('aria-selected', 'true')
    expect(await h.findings()).toContain('SEC-01')

    await h.choose('MySQL server')
    await h.say('publicIp', 'No')
    await expect.poll(h.findings).not.toContain('SEC-02')

    await h.node('Public subnet').getByText('Public subnet', { exact: true }).click()
    await page.getByRole('tab', { name: 'Inspector' }).click()
    await page.getByLabel('Kind').selectOption('privateSubnet')
    await expect.poll(h.findings).not.toContain('SEC-01')

    await page.getByRole('tab', { name: 'Current' }).click()
    await expect.poll(h.findings).toContain('SEC-01')
    expect(await h.findings()).toContain('SEC-02')
    await h.saved()
  })

  const before = await h.content()

  await test.step('closed and started again, everything is there', async () => {
    await desktop.close()
    desktop = await startDesktop({ dataFolder: desktop.dataFolder })
    page = desktop.page
    h = hand(page)
    const card = page.locator('[data-session]')
    await expect(card).toContainText('Web shop')
    await expect(card).toContainText('Example Outfitters')
    await expect(card.locator('img')).toBeVisible()
    await page.getByRole('button', { name: 'Open Web shop' }).click()
    await expect(h.node('MySQL server')).toBeVisible()
    expect(await h.content()).toEqual(before)
  })

  await test.step('a picture, whole and with ink where things are', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('radio', { name: '2×' }).click()
    const size = page.getByText(/\d+ × \d+ pixels/)
    await expect(size).toBeVisible()
    const [width = 0, height = 0] =
      ((await size.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
    await page.getByRole('button', { name: 'Export PNG' }).click()
    await expect
      .poll(() => readdirSync(desktop.saveFolder).filter((f) => f.endsWith('.png')))
      .toEqual(['Web shop - Current@2x.png'])
    const png = readFileSync(join(desktop.saveFolder, 'Web shop - Current@2x.png'))

    // An icon is a coloured square with a white drawing in it. The margin is 24 units on each side.
    const onBoard = before.nodes.filter((n) => n.boardId === before.boards[0]!.id)
    const vpc = onBoard.find((n) => n.label === 'VPC')!
    const right = width / 2 - 24
    const bottom = height / 2 - 24
    const left = vpc.x + vpc.w - right
    const top = vpc.y + vpc.h - bottom
    const iconOf = (label: string): [number, number, number] => {
      const n = onBoard.find((o) => o.label === label)!
      return [Math.round((n.x + n.w / 2 - 24 - left) * 2), Math.round((n.y - top) * 2), 96]
    }
    const found = await ink(page, png, [
      iconOf('Web server'),
      iconOf('MySQL server'),
      iconOf('Shoppers'),
      [0, 0, 20],
      [width - 20, height - 20, 20],
    ])
    expect([found.width, found.height]).toEqual([width, height])
    expect(found.shares[0]).toBeGreaterThan(0.8)
    expect(found.shares[1]).toBeGreaterThan(0.8)
    expect(found.shares[2]).toBeGreaterThan(0.1)
    expect(found.shares.slice(3)).toEqual([0, 0])
  })

  await test.step('the session as JSON, which opens as the same session', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('radio', { name: 'JSON' }).click()
    await page.getByRole('button', { name: 'Export JSON' }).click()
    await expect.poll(() => readdirSync(desktop.saveFolder)).toContain('Web shop.json')
    const file = join(desktop.saveFolder, 'Web shop.json')
    const read = parseSession(readFileSync(file, 'utf8'))
    expect(read.ok && read.content).toEqual(before)

    await page.getByRole('button', { name: 'Library' }).click()
    for (const name of ['Web shop.json', 'Web shop - Current@2x.png']) {
      await page.getByTestId('import-file').setInputFiles(join(desktop.saveFolder, name))
      await expect(h.node('MySQL server')).toBeVisible()
      expect(await h.content(), name).toEqual(before)
      await page.getByRole('button', { name: 'Library' }).click()
    }
    await expect(page.locator('[data-session]')).toHaveCount(3)
  })
})
