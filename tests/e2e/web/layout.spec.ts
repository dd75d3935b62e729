import type { Page } from '@playwright/test'
import { expect, test } from '../../support/e2e-web'

/** Lays out by name, the way one does who does not know the shortcut. */
async function layOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('auto layout')
  await expect(page.getByRole('option', { name: /^Lay out/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const RIGHT_TO_LEFT = [
  ['rds', 240, 240],
  ['ec2', 460, 420],
  ['users', 640, 260],
] as const

test.beforeEach(async ({ h }) => h.newSession('Layout'))

test('a whole board reads from left to right, and one step back is all as it was', async ({
  page,
  h,
}) => {
  for (const [item, x, y] of RIGHT_TO_LEFT) await h.drop(item, x, y)
  await h.connect('Users', 'EC2')
  await h.connect('EC2', 'RDS')
  await page.keyboard.press('Escape')
  const before = await h.content()
  await layOut(page)
  await expect.poll(h.content).not.toEqual(before)
  const [users, ec2, rds] = await Promise.all(['Users', 'EC2', 'RDS'].map((l) => h.at(l)))
  expect(users!.x + users!.w).toBeLessThan(ec2!.x)
  expect(ec2!.x + ec2!.w).toBeLessThan(rds!.x)
  const after = await h.content()
  await h.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect.poll(h.content).toEqual(after)
})

test('a selection is laid out by itself, clear of the rest', async ({ page, h }) => {
  for (const [item, x, y] of RIGHT_TO_LEFT) await h.drop(item, x, y)
  await h.connect('EC2', 'RDS')
  await h.drop('lambda', 420, 240)
  const others = [await h.at('Users'), await h.at('Lambda')]
  await h.node('EC2').locator('[data-icon]').click()
  await h
    .node('RDS')
    .locator('[data-icon]')
    .click({ modifiers: ['Shift'] })
  const before = await h.content()
  await layOut(page)
  await expect.poll(async () => (await h.at('EC2')).x + 112 < (await h.at('RDS')).x).toBe(true)
  expect([await h.at('Users'), await h.at('Lambda')]).toEqual(others)
  const places = (await h.content()).nodes
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1))
      expect(
        a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h,
        `${a.label} over ${b.label}`,
      ).toBe(false)
  await h.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(before)
})

test('a selected group is laid out inside, around what is locked in it', async ({ page, h }) => {
  await h.drop('generic', 420, 360)
  await h.drop('rds', 360, 330)
  await h.drop('ec2', 470, 420)
  await h.drop('lambda', 420, 380)
  await h.drop('users', 760, 160)
  await h.connect('EC2', 'RDS')
  await h.choose('Lambda')
  await h.canvas.focus()
  await page.keyboard.press('Control+l')
  await expect.poll(async () => (await h.content()).nodes.some((node) => node.locked)).toBe(true)
  await h.node('Generic group').locator('[data-icon]').click()
  const [lambda, users, before] = [await h.at('Lambda'), await h.at('Users'), await h.content()]
  await layOut(page)
  await expect.poll(async () => (await h.at('EC2')).x + 112 < (await h.at('RDS')).x).toBe(true)
  expect([await h.at('Lambda'), await h.at('Users')]).toEqual([lambda, users])
  const group = await h.at('Generic group')
  for (const label of ['RDS', 'EC2', 'Lambda']) {
    const inside = await h.at(label)
    expect(await h.parentOf(label)).toBe('Generic group')
    expect(inside.x >= group.x && inside.x + inside.w <= group.x + group.w, label).toBe(true)
    expect(inside.y >= group.y && inside.y + inside.h <= group.y + group.h, label).toBe(true)
  }
  await h.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(before)
})

test('a long layout says so, and Cancel ends its worker and leaves everything', async ({
  page,
  h,
}) => {
  for (const [item, x, y] of RIGHT_TO_LEFT) await h.drop(item, x, y)
  const undone = await h.content()
  await h.connect('Users', 'EC2')
  await page.keyboard.press('Escape')
  const before = await h.content()
  // A layout that never ends, and never listens.
  await page.route(/elk-worker/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }),
  )
  const begun = page.waitForEvent('worker', (worker) => worker.url().includes('elk-worker'))
  await page.keyboard.press('Control+Shift+L')
  const worker = await begun
  await expect(page.getByText('Laying out 3 nodes…')).toBeVisible()
  const ended = worker.waitForEvent('close')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await ended
  await expect(page.getByText('Laying out 3 nodes…')).toHaveCount(0)
  expect(page.workers().filter((one) => one.url().includes('elk-worker'))).toEqual([])
  expect(await h.content()).toEqual(before)
  await h.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(undone)

  await page.unroute(/elk-worker/)
  await page.keyboard.press('Control+y')
  await expect.poll(h.content).toEqual(before)
  await page.keyboard.press('Control+Shift+L')
  await expect.poll(h.content).not.toEqual(before)
})
