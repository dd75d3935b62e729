import { test as base } from '@playwright/test'
import { hand } from './e2e-hand'
import { startServe, type ServedApp } from './host-serve'

/** A test with a server, a library and a browser of its own, already inside. */
export const test = base.extend<{ served: ServedApp; h: ReturnType<typeof hand> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  served: async ({}, provide) => {
    const served = await startServe()
    await provide(served)
    await served.dispose()
  },
  h: async ({ page, served }, provide) => {
    await page.goto(served.link)
    await provide(hand(page))
  },
})

export { expect } from '@playwright/test'
