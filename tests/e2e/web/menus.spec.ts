import type { Page } from '@playwright/test'
import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ context, served, h }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
  await h.newSession('Menus')
})

const menu = (page: Page) => page.getByRole('menu').first()
const item = (page: Page, name: string) =>
  page.getByRole('menuitem').filter({ has: page.getByText(name, { exact: true }) })
const selection = (page: Page) =>
  page.evaluate(() => window.drawbridgeSession!.view().selection.length)

test('a right click chooses what is under it and offers what can be done with it', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 380, 380)
  await h.quickAdd('rds')
  await page.keyboard.press('Escape')

  await h.node('EC2').locator('[data-icon]').click({ button: 'right' })
  await expect(menu(page)).toBeVisible()
  expect(await selection(page)).toBe(1)
  await expect(page.getByRole('heading', { name: /EC2/ })).toBeVisible()
  await expect(item(page, 'Duplicate')).toContainText('Ctrl+D')
  await expect(item(page, 'Copy')).toContainText('Ctrl+C')
  await expect(item(page, 'Swap service…')).toBeVisible()
  await expect(item(page, 'Ungroup')).toBeHidden()
  await expect(item(page, 'Open link')).toBeHidden()
  await item(page, 'Edit label').click()
  await expect(page.getByRole('textbox', { name: 'Label of EC2' })).toBeFocused()
  await page.keyboard.press('Escape')

  // A group, by what is inside it; another right click elsewhere moves the menu there.
  await h.node('VPC').locator('[data-icon]').click({ button: 'right' })
  await expect(item(page, 'Ungroup')).toBeVisible()
  await expect(item(page, 'Swap service…')).toBeHidden()
  const from = (await h.node('EC2').boundingBox())!
  const to = (await h.node('RDS').boundingBox())!
  const middle = { x: (from.x + from.width / 2 + to.x + to.width / 2) / 2, y: from.y + 24 }
  await page.mouse.click(middle.x, middle.y, { button: 'right' })
  await expect(item(page, 'Reverse connector')).toBeVisible()
  await expect(item(page, 'Connect')).toBeHidden()
  await item(page, 'Reverse connector').click()
  const { edges, nodes } = await h.content()
  expect(nodes.find(({ id }) => id === edges[0]?.source)?.label).toBe('RDS')

  // Several: a right click on one of them keeps them all.
  await page.keyboard.press('Control+a')
  await h.node('RDS').locator('[data-icon]').click({ button: 'right' })
  expect(await selection(page)).toBe(3)
  await expect(item(page, 'Delete')).toBeInViewport({ ratio: 1 })
  await item(page, 'Align').hover()
  await expect(item(page, 'Align left')).toContainText('Alt+A')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(await selection(page)).toBe(3)

  await h.node('EC2').locator('[data-icon]').click()
  await h.node('EC2').locator('[data-icon]').click({ button: 'right' })
  await item(page, 'Delete').click()
  await expect(h.node('EC2')).toHaveCount(0)
})

test('the board’s own menu pastes where it was opened', async ({ page, h }) => {
  await h.drop('ec2', 200, 200)
  await h.node('EC2').locator('[data-icon]').click({ button: 'right' })
  await item(page, 'Copy').click()
  const box = (await h.canvas.boundingBox())!
  const at = { x: box.x + 560, y: box.y + 420 }
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await expect(menu(page)).toBeVisible()
  expect(await selection(page)).toBe(0)
  await expect(item(page, 'Delete')).toBeHidden()
  await expect(item(page, 'Paste')).toContainText('Ctrl+V')
  await item(page, 'Paste').click()
  await expect.poll(async () => (await h.content()).nodes.length).toBe(2)
  const pasted = (await h.node('EC2').nth(1).boundingBox())!
  expect(Math.abs(pasted.x + pasted.width / 2 - at.x)).toBeLessThan(2)
  expect(Math.abs(pasted.y + pasted.height / 2 - at.y)).toBeLessThan(2)

  await page.evaluate(() => navigator.clipboard.writeText('something else'))
  await page.mouse.click(at.x + 150, at.y, { button: 'right' })
  await item(page, 'Paste').click()
  await expect(page.getByText('There is nothing of a board on the clipboard.')).toBeVisible()
})

test('what is added by name from the board’s menu goes where the menu was', async ({ page, h }) => {
  const box = (await h.canvas.boundingBox())!
  const at = { x: box.x + 200, y: box.y + 180 }
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await item(page, 'Quick add a service or group').click()
  await page.getByRole('combobox', { name: 'What to add' }).fill('sqs')
  await page.keyboard.press('Enter')
  const added = (await h.node('SQS').boundingBox())!
  expect(Math.abs(added.x + added.width / 2 - at.x)).toBeLessThan(8)
  expect(Math.abs(added.y + added.height / 2 - at.y)).toBeLessThan(8)
})

test('marks have the menu too, and it keeps what is chosen together', async ({ page, h }) => {
  await h.drop('ec2', 200, 200)
  const box = (await h.canvas.boundingBox())!
  const at = { x: box.x + 520, y: box.y + 300 }
  await page.keyboard.press('n')
  await page.mouse.click(at.x, at.y)
  await page.keyboard.type('Ask about backups')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await h.content()).marks.length).toBe(1)
  await page.keyboard.press('Escape')
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await expect(item(page, 'Edit label')).toBeVisible()
  await expect(item(page, 'Connect')).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await expect(item(page, 'Align')).toBeVisible()
  await item(page, 'Delete').click()
  await expect.poll(async () => (await h.content()).marks.length).toBe(0)
  expect((await h.content()).nodes).toHaveLength(0)
})

for (const [width, height] of [
  [3840, 2160],
  [1024, 640],
] as const)
  test(`it stands at the pointer and is whole in a window of ${width} × ${height}`, async ({
    page,
    h,
  }) => {
    await page.setViewportSize({ width, height })
    await h.drop('ec2', 300, 240)
    const node = (await h.node('EC2').boundingBox())!
    const at = { x: node.x + node.width / 2, y: node.y + 20 }
    await page.mouse.click(at.x, at.y, { button: 'right' })
    await expect(menu(page)).toBeInViewport({ ratio: 1 })
    await expect(item(page, 'Delete')).toBeInViewport({ ratio: 1 })
    const box = (await menu(page).boundingBox())!
    expect(Math.abs(box.x - at.x)).toBeLessThan(12)
    await page.keyboard.press('Escape')
    const board = (await h.canvas.boundingBox())!
    const corner = { x: board.x + board.width - 12, y: board.y + board.height - 12 }
    await page.keyboard.press('Shift+m')
    await page.mouse.click(corner.x, corner.y, { button: 'right' })
    await expect(item(page, 'Select all')).toBeVisible()
    await expect(menu(page)).toBeInViewport({ ratio: 1 })
  })

test.describe('where the browser keeps the clipboard to itself', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  )

  test('the menu still copies, and says which keys paste', async ({ page, h }) => {
    await page.reload()
    await page.locator('[data-session] button').first().click()
    await h.drop('ec2', 200, 200)
    await h.node('EC2').locator('[data-icon]').click({ button: 'right' })
    await item(page, 'Copy').click()
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await h.content()).nodes.length).toBe(2)
    await h.canvas.click({ button: 'right', position: { x: 560, y: 420 } })
    await item(page, 'Paste').click()
    await expect(page.getByText('Press Ctrl+V.')).toBeVisible()
  })
})

test('it opens and is used by keyboard, on what has the focus', async ({ page, h }) => {
  await h.drop('lambda', 300, 300)
  await page.keyboard.press('Escape')
  expect(await selection(page)).toBe(0)
  await page.keyboard.press('Shift+F10')
  await expect(item(page, 'Select all')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)

  await h.node('Lambda').focus()
  await page.keyboard.press('ContextMenu')
  await expect(item(page, 'Swap service…')).toBeVisible()
  expect(await selection(page)).toBe(1)
  // Letters look for an entry here, and are no shortcuts.
  await page.keyboard.press('d')
  await expect(page.getByRole('menuitem', { name: /^(Duplicate|Delete)/ }).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('ContextMenu')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(h.node('Lambda')).toHaveCount(0)
})

test('the right button still pans, and opens nothing when it moved', async ({ page, h }) => {
  await h.drop('ec2', 300, 300)
  const before = (await h.node('EC2').boundingBox())!
  const places = await h.content()
  await page.mouse.move(before.x + 56, before.y + 20)
  await page.mouse.down({ button: 'right' })
  await page.mouse.move(before.x + 116, before.y + 60, { steps: 5 })
  await page.mouse.up({ button: 'right' })
  await expect
    .poll(async () => {
      const now = (await h.node('EC2').boundingBox())!
      return [Math.round(now.x - before.x), Math.round(now.y - before.y)]
    })
    .toEqual([60, 40])
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(await h.content()).toEqual(places)
})
