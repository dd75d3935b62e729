import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/e2e-web'

const LINK = 'https://wiki.example.com/orders?a=1&b=2'

test.beforeEach(async ({ context, served, h }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
  await context.route('https://wiki.example.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Wiki</title>' }),
  )
  await h.newSession('Links')
})

const field = (page: Page) => page.getByLabel('Link', { exact: true })

/** The page that something opens; it may not know who opened it. */
async function opened(page: Page, act: () => Promise<unknown>): Promise<string> {
  const [tab] = await Promise.all([page.context().waitForEvent('page'), act()])
  await tab.waitForLoadState()
  expect(await tab.evaluate(() => window.opener === null && document.referrer === '')).toBe(true)
  const url = tab.url()
  await tab.close()
  return url
}

test('a link is typed, refused with a reason, opened in every way and taken away', async ({
  page,
  h,
}) => {
  await h.drop('lambda', 420, 300)
  await page.keyboard.press('Alt+k')
  await expect(field(page)).toBeFocused()
  await field(page).fill('javascript:alert(1)')
  await field(page).press('Enter')
  await expect(page.getByRole('alert')).toHaveText(
    'Only addresses that begin with https:// or http:// open from here.',
  )
  await expect(field(page)).toHaveValue('javascript:alert(1)')
  expect((await h.content()).nodes[0]?.link).toBeUndefined()
  await field(page).press('Escape')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(field(page)).toHaveValue('')

  await field(page).fill('wiki.example.com/orders?a=1&b=2')
  await field(page).press('Enter')
  await expect.poll(async () => (await h.content()).nodes[0]?.link).toBe(LINK)
  await expect(field(page)).toHaveValue(LINK)

  expect(await opened(page, () => page.getByRole('button', { name: 'Open link' }).click())).toBe(
    LINK,
  )
  await h.canvas.focus()
  expect(await opened(page, () => page.keyboard.press('Control+Enter'))).toBe(LINK)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('open link')
  expect(await opened(page, () => page.keyboard.press('Enter'))).toBe(LINK)
  const sign = h.node('Lambda').locator('[data-node-link]')
  await expect(sign).toHaveAttribute('title', /wiki\.example\.com[^]*Ctrl\+click/)
  expect(await opened(page, () => sign.click({ modifiers: ['Control'] }))).toBe(LINK)
  expect(page.context().pages()).toHaveLength(1)

  // A plain click chooses, and opens nothing.
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing selected')).toBeVisible()
  await sign.click()
  await expect(field(page)).toHaveValue(LINK)
  expect(page.context().pages()).toHaveLength(1)

  await page.getByRole('button', { name: 'Remove link' }).click()
  await expect.poll(async () => (await h.content()).nodes[0]?.link).toBeUndefined()
  await expect(sign).toHaveCount(0)
  await h.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect(sign).toHaveCount(1)
})

test('a link goes along into copies and pictures, and is there the next time', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 420, 400)
  for (const name of ['EC2', 'VPC']) {
    await h.node(name).locator('[data-icon]').click()
    await page.keyboard.press('Alt+k')
    await field(page).fill(LINK)
    await field(page).press('Enter')
  }
  await h.node('VPC').locator('[data-icon]').click()
  await page.keyboard.press('Control+d')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect
    .poll(async () => (await h.content()).nodes.map((n) => n.link))
    .toEqual(Array<string>(6).fill(LINK))
  await page.keyboard.press('Control+e')
  await page.getByRole('radio', { name: 'SVG' }).click()
  const saved = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Save|Export|Download)/ })
    .click()
  const svg = await readFile((await (await saved).path())!, 'utf8')
  expect(
    svg.match(
      /<a href="https:\/\/wiki\.example\.com\/orders\?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">/g,
    ),
  ).toHaveLength(6)
  await page.keyboard.press('Escape')
  await h.saved()
  await h.toLibrary()
  await h.openFirst()
  await expect(h.node('EC2').first().locator('[data-node-link]')).toHaveCount(1)
  expect((await h.content()).nodes.map((n) => n.link)).toEqual(Array<string>(6).fill(LINK))
})
