import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/e2e-web'

/** What axe calls serious or worse, as readable lines. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const [first] = nodes
      return `${id}, ${nodes.length} times: ${first?.html.slice(0, 200)} ${first?.failureSummary}`
    })
}

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in the ${scheme} theme no screen has a serious violation`, () => {
    test.use({ colorScheme: scheme })

    test('library', async ({ page, h }) => {
      await expect(page.locator('[data-sample]').first()).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'New session' }).first().click()
      await expect(page.getByLabel('Title')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(h.canvas).toBeHidden()
    })

    test('session, its panels and its dialogs', async ({ page, h }) => {
      await h.openSample('web-tier')
      await h.choose('Web server')
      expect(await violations(page)).toEqual([])
      for (const panel of ['Outline', 'Findings', 'Questions', 'Notes', 'Plan']) {
        await h.inPanel(panel)
        expect(await violations(page), panel).toEqual([])
      }
      await page.keyboard.press('Shift+F10')
      await expect(page.getByRole('menu')).toBeVisible()
      expect(await violations(page), 'menu').toEqual([])
      await page.keyboard.press('Escape')
      for (const [keys, dialog] of [
        ['Control+k', 'Commands'],
        ['?', 'Keyboard shortcuts'],
        ['Control+e', 'Export'],
      ] as const) {
        await h.canvas.focus()
        await page.keyboard.press(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await violations(page), dialog).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
    })
  })

test('at 200 % text stays readable and every tool can be reached', async ({ page, h }) => {
  // Twice the zoom leaves half the room.
  await page.setViewportSize({ width: 720, height: 450 })
  await h.openSample('web-tier')
  await expect(h.canvas).toBeVisible()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  const canvas = (await h.canvas.boundingBox())!
  expect(canvas.width).toBeGreaterThan(120)
  await expect(page.getByRole('button', { name: 'Export' })).toBeInViewport()
})
