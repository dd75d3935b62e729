import { expect, test as base, type Page } from '@playwright/test'
import { hand } from './e2e-hand'
import { startServe, type ServedApp } from './host-serve'

/** A test with a server, a library and a browser of its own, already inside; an error in the page fails it. */
export const test = base.extend<{ served: ServedApp; h: ReturnType<typeof hand> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  served: async ({}, provide) => {
    const served = await startServe()
    await provide(served)
    await served.dispose()
  },
  h: async ({ page, served }, provide) => {
    const errors = pageErrors(page)
    await page.goto(served.link)
    await provide(hand(page))
    expect(errors, 'errors in the page').toEqual([])
  },
})

/** What nobody caught in a page, as it comes in. */
export function pageErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  return errors
}

export { expect } from '@playwright/test'
