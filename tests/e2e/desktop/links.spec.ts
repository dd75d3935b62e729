import { expect, test } from '@playwright/test'
import { hand } from '../../support/e2e-hand'
import { startDesktop, type DesktopApp } from '../../support/host-desktop'

let desktop: DesktopApp

test.afterAll(async () => desktop?.dispose())

test('the link of a node opens in the system’s browser, and the window stays where it is', async () => {
  desktop = await startDesktop()
  const { app, page } = desktop
  const h = hand(page)
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url: string) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened'))
  const link = 'http://wiki.customer.example:8080/orders?a=1#top'
  await h.newSession('Links')
  await h.drop('lambda', 420, 300)
  await page.keyboard.press('Alt+k')
  const field = page.getByLabel('Link', { exact: true })
  await field.fill(link)
  await field.press('Enter')
  await page.getByRole('button', { name: 'Open link' }).click()
  await expect.poll(opened).toEqual([link])
  await h
    .node('Lambda')
    .locator('[data-node-link]')
    .click({ modifiers: ['ControlOrMeta'] })
  await expect.poll(opened).toEqual([link, link])
  expect(app.windows()).toHaveLength(1)
  expect(page.url()).toBe('app://drawbridge/')
  await expect(h.node('Lambda')).toBeVisible()
})
