import type { Page } from '@playwright/test'
import {
  buttonsOutOfReach,
  cutText,
  smallestText,
  wideContents,
} from '../../support/e2e-layout-checks'
import { expect, test } from '../../support/e2e-web'

/** Nothing is cut, nothing has to be scrolled sideways for, and every button can be pressed. */
async function expectWhole(page: Page, what: string, buttons: string): Promise<void> {
  expect(await cutText(page), what).toEqual([])
  expect(await wideContents(page), what).toEqual([])
  expect(await buttonsOutOfReach(page, buttons), what).toEqual([])
}

/** The open dialog is inside the window, and takes a fair part of a large one. */
async function expectDialogInside(page: Page, what: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.evaluate((element) =>
    Promise.allSettled(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  )
  const box = (await dialog.boundingBox())!
  const { width, height } = page.viewportSize()!
  expect(box.x, what).toBeGreaterThanOrEqual(0)
  expect(box.y, what).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width, what).toBeLessThanOrEqual(width)
  expect(box.y + box.height, what).toBeLessThanOrEqual(height)
  expect(box.width, what).toBeGreaterThan(width * 0.2)
  await expectWhole(page, what, '[role="dialog"]')
}

const SIZES = [
  { name: 'a small laptop', width: 1024, height: 700, colorScheme: 'light' },
  { name: 'a 4K projector', width: 3840, height: 2160, colorScheme: 'dark' },
] as const

for (const { name, width, height, colorScheme } of SIZES)
  test.describe(`on ${name}`, () => {
    test.use({ viewport: { width, height }, colorScheme })

    test('the library and its dialogs are whole', async ({ page, h }) => {
      await expect(h.canvas).toHaveCount(0)
      await expect(page.locator('[data-sample]').first()).toBeVisible()
      await expectWhole(page, 'library', 'header')
      await page.getByRole('button', { name: 'New session' }).first().click()
      await expectDialogInside(page, 'new session')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Preferences' }).click()
      await expectDialogInside(page, 'preferences')
    })

    test('a session, its panels and its dialogs are whole', async ({ page, h }) => {
      // So many pixels take a while where no graphics card helps.
      test.slow()
      await h.openSample('on-premises-estate')
      await expect(page.locator('[data-badge]').first()).toBeVisible()
      await h.choose('ERP')
      for (const panel of ['Inspector', 'Outline', 'Findings', 'Questions', 'Notes', 'Plan']) {
        await h.inPanel(panel)
        await expectWhole(page, panel, 'header, footer, [role="toolbar"], [role="tablist"]')
      }
      const canvas = (await h.canvas.boundingBox())!
      expect(canvas.width).toBeGreaterThan(width * 0.44)
      expect(canvas.height).toBeGreaterThan(height * 0.8)
      // A wall is read from further away.
      expect(await smallestText(page)).toBeGreaterThan(width > 3000 ? 20 : 10)
      const minimap = (await page.getByTestId('minimap').boundingBox())!
      const tools = (await page.getByRole('toolbar', { name: 'Whiteboard' }).boundingBox())!
      expect(minimap.y + minimap.height <= tools.y || minimap.x >= tools.x + tools.width).toBe(true)

      for (const [keys, what] of [
        ['Control+e', 'export'],
        ['?', 'help'],
        ['Control+k', 'commands'],
      ] as const) {
        await h.canvas.focus()
        await page.keyboard.press(keys)
        await expectDialogInside(page, what)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await page.getByRole('button', { name: 'Share' }).click()
      await expectDialogInside(page, 'share')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Known/ }).click()
      await expectDialogInside(page, 'coverage')
      await page.keyboard.press('Escape')
      const add = page.getByRole('button', { name: 'Add a board' })
      const trigger = (await add.boundingBox())!
      await add.click()
      const menu = (await page.getByRole('menu').boundingBox())!
      expect(Math.abs(menu.x - trigger.x)).toBeLessThan(4)
      expect(menu.y - trigger.y - trigger.height).toBeGreaterThanOrEqual(0)
      expect(menu.y - trigger.y - trigger.height).toBeLessThan(24)
      await page.getByRole('menuitem', { name: /Insert a reference/ }).click()
      await expectDialogInside(page, 'templates')
    })

    test('presenting fills the window, with a bar that is whole', async ({ page, h }) => {
      await h.openSample('web-tier')
      await expect(page.locator('[data-badge]').first()).toBeVisible()
      await page.keyboard.press('F5')
      const bar = page.getByRole('toolbar', { name: 'Presenting' })
      await expect(bar).toContainText('1 / 3')
      await page.mouse.move(width / 2, height - 20)
      await expect(bar).toHaveCSS('opacity', '1')
      await expectWhole(page, 'presenting', '[aria-label="Presenting"]')
      const box = (await bar.boundingBox())!
      expect(box.y + box.height).toBeLessThanOrEqual(height)
      expect(await h.canvas.boundingBox()).toEqual({ x: 0, y: 0, width, height })
    })

    test('the board alone is one key away, there and back, and is remembered', async ({
      page,
      h,
    }) => {
      await h.openSample('web-tier')
      const all = { x: 0, y: 0, width, height }
      const server = h.node('Web server')
      await expect(page.locator('[data-badge]').first()).toBeVisible()
      const seen = await server.boundingBox()
      await h.canvas.focus()
      await page.keyboard.press('\\')
      await expect.poll(() => h.canvas.boundingBox()).toEqual(all)
      await expect(page.getByText('brings the panels back')).toBeVisible()
      // What one looks at stays where it is.
      await expect.poll(() => server.boundingBox()).toEqual(seen)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('complementary')).toHaveCount(2)
      await expect.poll(() => server.boundingBox()).toEqual(seen)
      await page.getByRole('button', { name: 'Only the board' }).click()
      await expect.poll(() => h.canvas.boundingBox()).toEqual(all)
      await page.reload()
      await h.openFirst()
      await expect.poll(() => h.canvas.boundingBox()).toEqual(all)
      await expect(page.getByText('brings the panels back')).toBeVisible()
      await page.keyboard.press('\\')
      await expect(page.getByRole('complementary')).toHaveCount(2)
      await page.keyboard.press('Shift+P')
      await expect(page.getByRole('complementary')).toHaveCount(1)
      await page.keyboard.press('Shift+D')
      await expect(page.getByRole('complementary')).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
    })
  })

for (const [deviceScaleFactor, width, height] of [
  [2, 3840, 2160],
  [2, 1024, 700],
] as const)
  test.describe(`at ${width} × ${height} and ${deviceScaleFactor} pixels to a unit`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor })
    test.slow(true, 'so many pixels take a while where no graphics card helps')

    test('the board is painted with every pixel of the screen', async ({ page, h }) => {
      await h.openSample('web-tier')
      await expect(page.locator('[data-badge]').first()).toBeVisible()
      const surface = h.canvas.locator('> canvas')
      const box = (await surface.boundingBox())!
      expect(await surface.evaluate((c: HTMLCanvasElement) => [c.width, c.height])).toEqual([
        Math.round(box.width * deviceScaleFactor),
        Math.round(box.height * deviceScaleFactor),
      ])
      const minimap = page.getByTestId('minimap').locator('canvas')
      const small = (await minimap.boundingBox())!
      const pixels = await minimap.evaluate((c: HTMLCanvasElement) => c.width)
      expect(pixels).toBeGreaterThanOrEqual(Math.floor(small.width * deviceScaleFactor))
    })

    test('what one presses is what one meant', async ({ page, h }) => {
      await h.openSample('web-tier')
      await expect(page.locator('[data-badge]').first()).toBeVisible()
      const before = await h.at('Web server')
      await h.choose('Web server')
      await h.drag('Web server', 48, 0)
      await expect.poll(async () => (await h.at('Web server')).x).not.toBe(before.x)
      const edge = page.getByRole('separator', { name: 'Width of the details' })
      const panel = page.getByRole('complementary', { name: 'Details' })
      const wide = (await panel.boundingBox())!.width
      const grip = (await edge.boundingBox())!
      await page.mouse.move(grip.x + grip.width / 2, 300)
      await page.mouse.down()
      await page.mouse.move(grip.x + grip.width / 2 + 60, 300, { steps: 3 })
      await page.mouse.up()
      await expect
        .poll(async () => Math.abs(wide - 60 - (await panel.boundingBox())!.width))
        .toBeLessThan(width > 3000 ? 4 : 60)
    })
  })
