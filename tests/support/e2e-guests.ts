import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { hand } from './e2e-hand'

/** Shares the open session and gives the link, as the dialog shows it. */
export async function share(page: Page, role: 'Can edit' | 'Can view'): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('radio', { name: role }).click()
  const links = page.getByRole('dialog').getByLabel('Link', { exact: true })
  const count = await links.count()
  await page.getByRole('button', { name: /New link|make a link/ }).click()
  await expect(links).toHaveCount(count + 1)
  const all = await links.evaluateAll((inputs) => inputs.map((i) => (i as HTMLInputElement).value))
  const roles = await page
    .getByRole('list', { name: 'Links' })
    .getByRole('listitem')
    .allTextContents()
  const found = all.find((_, i) => roles[i]?.includes(role))
  await page.keyboard.press('Escape')
  if (!found) throw new Error('No link')
  return found
}

/** A guest's way to the host, which can be cut and mended. */
export class Network {
  #isCut = false
  readonly #ends = new Set<() => void>()

  async carry(context: BrowserContext): Promise<void> {
    await context.routeWebSocket(/\/sync\//, (near) => {
      if (this.#isCut) {
        void near.close({ code: 1001 })
        return
      }
      const far = near.connectToServer()
      this.#ends.add(() => {
        void near.close({ code: 1001 })
        void far.close({ code: 1001 })
      })
    })
  }

  cut(): void {
    this.#isCut = true
    for (const end of this.#ends) end()
    this.#ends.clear()
  }

  restore(): void {
    this.#isCut = false
  }
}

/** Lets somebody in by a link, in a browser of their own; their way to the host may be one that can be cut. */
export async function join(browser: Browser, link: string, name: string, network?: Network) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await network?.carry(context)
  await context.addInitScript((displayName) => {
    if (!window.localStorage.getItem('drawbridge.guest'))
      window.localStorage.setItem(
        'drawbridge.guest',
        JSON.stringify({ theme: 'light', displayName }),
      )
  }, name)
  const page = await context.newPage()
  await page.goto(link)
  await expect(page.getByTestId('canvas')).toBeVisible()
  return { context, page, h: hand(page) }
}
