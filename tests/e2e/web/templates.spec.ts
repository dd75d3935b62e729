import type { Page } from '@playwright/test'
import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Reference architectures'))

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Reference architectures' })
const search = (page: Page) =>
  page.getByRole('combobox', { name: 'Search reference architectures' })
const cards = (page: Page) => dialog(page).getByRole('option')

/** How much of the board's nodes is selected, and how many there are. */
const board = (page: Page): Promise<{ nodes: number; selected: number }> =>
  page.evaluate(() => ({
    nodes: window.drawbridgeSession!.content().nodes.length,
    selected: window.drawbridgeSession!.view().selection.length,
  }))

test('an empty board starts from one, a second goes beside it, and each is one step back', async ({
  page,
  h,
}) => {
  await page.getByRole('button', { name: 'Start from a reference architecture' }).click()
  await expect(search(page)).toBeFocused()
  await search(page).fill('static')
  await expect(cards(page).first()).toHaveAccessibleName('Static website')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(h.node('Site files')).toBeInViewport()
  const first = await board(page)
  expect(first.nodes).toBeGreaterThan(10)
  expect(first.selected).toBe(2)
  const before = (await h.content()).nodes

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('reference')
  await page.keyboard.press('Enter')
  await search(page).fill('event-driven')
  await cards(page).first().click()
  await expect(dialog(page)).toBeHidden()
  await expect(h.node('Event bus')).toBeInViewport()
  const after = (await h.content()).nodes
  expect(after.length).toBeGreaterThan(before.length)
  for (const node of before) expect(after).toContainEqual(node)
  expect(new Set(after.map(({ parentId }) => parentId)).size).toBeGreaterThan(3)
  const clouds = after.filter(({ label }) => label === 'AWS Cloud')
  expect(clouds).toHaveLength(2)
  const [one, other] = clouds
  if (!one || !other) throw new Error('Two clouds are expected')
  expect(
    one.x + one.w <= other.x ||
      other.x + other.w <= one.x ||
      one.y + one.h <= other.y ||
      other.y + other.h <= one.y,
  ).toBe(true)

  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await h.content()).nodes).toEqual(before)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await board(page)).nodes).toBe(0)
  await expect(
    page.getByRole('button', { name: 'Start from a reference architecture' }),
  ).toBeVisible()
})

test('on a current board the target is offered, and one step takes both back', async ({
  page,
  h,
}) => {
  const kinds = async () => (await h.content()).boards.map(({ kind, name }) => `${kind} ${name}`)
  const open = () =>
    page.getByRole('button', { name: 'Start from a reference architecture' }).click()
  const offer = page.getByLabel('Mark this board, now current, as target')
  await open()
  await expect(offer).not.toBeChecked()
  await search(page).fill('static')
  await offer.check()
  await dialog(page).getByRole('button', { name: 'Insert' }).click()
  await expect.poll(kinds).toEqual(['target Target'])
  await expect(page.getByRole('tab', { name: 'Target' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(kinds).toEqual(['current Current'])
  expect((await board(page)).nodes).toBe(0)

  await open()
  await search(page).fill('static')
  await page.keyboard.press('Enter')
  await expect(h.node('Site files')).toBeVisible()
  expect(await kinds()).toEqual(['current Current'])

  await page.getByRole('button', { name: 'Board Current: more' }).click()
  await page.getByRole('menuitem', { name: 'Mark as target' }).click()
  await expect.poll(kinds).toEqual(['target Target'])
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('menuitem', { name: 'Insert a reference architecture…' }).click()
  await expect(search(page)).toBeFocused()
  await expect(offer).toHaveCount(0)
})

test('the cards have pictures, are walked with the arrow keys, and say when nothing is found', async ({
  page,
  h,
}) => {
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('menuitem', { name: 'Insert a reference architecture…' }).click()
  await expect(search(page)).toBeFocused()
  const all = await cards(page).count()
  expect(all).toBeGreaterThanOrEqual(14)
  await expect(dialog(page).locator('[role="option"] img')).toHaveCount(all)
  const active = dialog(page).getByRole('option', { selected: true })
  await expect(active).toHaveAccessibleName('Three-tier web application')
  await page.keyboard.press('ArrowRight')
  await expect(active).toHaveAccessibleName('Static website')
  await page.keyboard.press('ArrowDown')
  await expect(active).toHaveAccessibleName('Containers on ECS and Fargate')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(active).toHaveAccessibleName('Three-tier web application')
  for (let row = 0; row < 8; row++) await page.keyboard.press('ArrowDown')
  await expect(active).toBeInViewport({ ratio: 0.9 })
  await expect(dialog(page).getByRole('link')).toHaveAttribute(
    'href',
    /^https:\/\/(docs\.)?aws\.amazon\.com\//,
  )

  await search(page).fill('qwertz')
  await expect(dialog(page).getByText('Nothing matches “qwertz”')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Insert' })).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  expect((await h.content()).nodes).toEqual([])
})

test('a template file is imported from the empty board, too', async ({ page, h }) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a CloudFormation template…' }).click()
  await (
    await chooser
  ).setFiles({
    name: 'bucket.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from('Resources:\n  Files:\n    Type: AWS::S3::Bucket\n'),
  })
  await expect(page.getByRole('dialog', { name: 'What the import understood' })).toBeVisible()
  expect((await h.content()).boards).toHaveLength(2)
})
