import { startServe } from '../../support/host-serve'
import { expect, test } from '../../support/e2e-web'

test('an empty library shows what to do and three samples', async ({ page, h }) => {
  await expect(page.getByRole('heading', { name: 'Draw it with the customer' })).toBeVisible()
  await expect(page.locator('[data-sample]')).toHaveCount(3)
  for (const [sample, label] of [
    ['web-tier', 'MySQL server'],
    ['on-premises-estate', 'Customer portal'],
    ['order-pipeline', 'Take order'],
  ] as const) {
    await h.openSample(sample)
    await expect(h.node(label)).toBeVisible()
    await h.toLibrary()
  }
  await expect(page.locator('[data-session]')).toHaveCount(3)
  await expect(page.locator('[data-session] img')).toHaveCount(3)
})

test('sessions are renamed, duplicated, searched, sorted, trashed and brought back', async ({
  page,
  h,
}) => {
  const titles = (): Promise<string[]> =>
    page
      .locator('[data-session] button[aria-label^="Open "]')
      .evaluateAll((all) => all.map((b) => b.getAttribute('aria-label')?.slice(5) ?? ''))
  const more = async (title: string, entry: string): Promise<void> => {
    await page
      .getByRole('button', { name: `${title}: more` })
      .first()
      .click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  await h.newSession('Beta', 'Zebra Ltd')
  await h.drop('ec2', 300, 200)
  await h.saved()
  await h.toLibrary()
  await h.newSession('Alpha', 'Acme')
  await h.toLibrary()
  await expect.poll(titles).toEqual(['Alpha', 'Beta'])
  await more('Beta', 'Rename')
  await page.getByLabel('Title').fill('Gamma')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect.poll(async () => (await titles()).sort()).toEqual(['Alpha', 'Gamma'])
  await more('Gamma', 'Duplicate')
  await expect(page.locator('[data-session]')).toHaveCount(3)
  await page.getByLabel('Sort by').selectOption('title')
  expect((await titles())[0]).toBe('Alpha')
  await page.getByLabel('Search sessions').fill('acme')
  await expect.poll(titles).toEqual(['Alpha'])
  await more('Alpha', 'Move to trash')
  await expect(page.getByText('Nothing matches “acme”')).toBeVisible()
  await page.getByLabel('Search sessions').fill('')
  await page.getByRole('button', { name: /^Trash/ }).click()
  await more('Alpha', 'Restore')
  await page.getByRole('button', { name: /^Sessions/ }).click()
  await expect(page.locator('[data-session]')).toHaveCount(3)
  await more('Alpha', 'Move to trash')
  await page.getByRole('button', { name: /^Trash/ }).click()
  await more('Alpha', 'Delete for ever')
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-session]')).toHaveCount(2)
})

test('a session that is opened has one connection, and none once it is left', async ({
  page,
  h,
}) => {
  let open = 0
  let most = 0
  page.on('websocket', (socket) => {
    most = Math.max(most, ++open)
    socket.on('close', () => open--)
  })
  await h.newSession('Left')
  for (let time = 0; time < 4; time++) {
    await h.drop('ec2', 200 + 60 * time, 240)
    await h.saved()
    expect(open).toBe(1)
    await h.toLibrary()
    await expect.poll(() => open).toBe(0)
    await page.getByRole('button', { name: 'Open Left' }).click()
    await expect(h.node('EC2').first()).toBeVisible()
  }
  expect(most).toBe(1)
})

test('a card shows the board as an SVG picture, which follows the drawing', async ({ page, h }) => {
  const picture = async (): Promise<string> => {
    const src = (await page.locator('[data-session] img').getAttribute('src')) ?? ''
    expect(src).toMatch(/^data:image\/svg\+xml/)
    return decodeURIComponent(src.slice(src.indexOf(',') + 1))
  }
  await h.newSession('Pictured')
  await h.toLibrary()
  await expect(page.locator('[data-session]')).toContainText('Empty board')
  await page.getByRole('button', { name: 'Open Pictured' }).click()
  await h.drop('ec2', 300, 240)
  await h.saved()
  await h.toLibrary()
  await expect(page.locator('[data-session] img')).toBeVisible()
  const one = await picture()
  await page.getByRole('button', { name: 'Open Pictured' }).click()
  await h.drop('vpc', 600, 400)
  await h.saved()
  await h.toLibrary()
  await expect.poll(picture).not.toBe(one)
  const [width, height] = await page
    .locator('[data-session] img')
    .evaluate(async (img: HTMLImageElement) => {
      await img.decode()
      return [img.naturalWidth, img.naturalHeight]
    })
  expect(Math.min(width ?? 0, height ?? 0)).toBeGreaterThan(0)
})

test('a session put in the trash by mistake comes back by undo, as it was', async ({ page, h }) => {
  await h.newSession('Dear', 'Acme')
  await h.drop('ec2', 300, 240)
  await h.saved()
  const before = await h.content()
  await h.toLibrary()
  await page.getByRole('button', { name: 'Dear: more' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await expect(page.locator('[data-session]')).toHaveCount(0)
  const toast = page.locator('[data-sonner-toast]').filter({ hasText: '“Dear” is in the trash' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Open Dear' }).click()
  await expect(h.node('EC2')).toBeVisible()
  expect(await h.content()).toEqual(before)
})

test('sessions are sorted by customer and by what was made or changed last', async ({
  page,
  h,
}) => {
  const titles = (): Promise<(string | null)[]> =>
    page
      .locator('[data-session] button[aria-label^="Open "]')
      .evaluateAll((all) => all.map((b) => b.getAttribute('aria-label')))
  for (const [title, customer] of [
    ['First', 'Middle'],
    ['Second', 'Zulu'],
    ['Third', 'Alpha'],
  ] as const) {
    await h.newSession(title, customer)
    await h.toLibrary()
  }
  await page.getByRole('button', { name: 'Open First' }).click()
  await h.drop('ec2', 300, 240)
  await h.saved()
  await h.toLibrary()
  for (const [order, expected] of [
    ['customer', ['Open Third', 'Open First', 'Open Second']],
    ['created', ['Open Third', 'Open Second', 'Open First']],
    ['changed', ['Open First', 'Open Third', 'Open Second']],
  ] as const) {
    await page.getByLabel('Sort by').selectOption(order)
    await expect.poll(titles, order).toEqual(expected)
  }
})

test('a reload of the page in the middle of work loses nothing', async ({ page, h }) => {
  await h.newSession('Reloaded')
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 420, 400)
  await h.rename('Shop')
  await h.saved()
  const before = await h.content()
  await page.reload()
  await page.getByRole('button', { name: 'Open Reloaded' }).click()
  await expect(h.node('Shop')).toBeVisible()
  expect(await h.content()).toEqual(before)
})

test('all that was acknowledged is there after the server was killed', async ({
  page,
  h,
  served,
}) => {
  await h.newSession('Kept')
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 420, 400)
  await h.saved()
  const before = await h.content()
  await served.kill()
  const again = await startServe({ dataFolder: served.dataFolder })
  try {
    await page.goto(again.link)
    await page.getByRole('button', { name: 'Open Kept' }).click()
    await expect(h.node('EC2')).toBeVisible()
    expect(await h.content()).toEqual(before)
  } finally {
    await again.stop()
  }
})
