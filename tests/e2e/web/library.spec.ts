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

test('all that was drawn is there after the page is reloaded and the server killed', async ({
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
  const { startServe } = await import('../../support/host-serve')
  const again = await startServe({ dataFolder: served.dataFolder })
  await page.goto(again.link)
  await page.getByRole('button', { name: 'Open Kept' }).click()
  await expect(h.node('EC2')).toBeVisible()
  expect(await h.content()).toEqual(before)
  await again.stop()
})
