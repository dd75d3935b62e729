import type { Page } from '@playwright/test'
import { expect, test } from '../../support/e2e-web'

/** Every value that an element's transform takes from now on, each once in a row. */
async function follow(page: Page, selector: string): Promise<() => Promise<string[]>> {
  const trail = await page.locator(selector).evaluateHandle((element: HTMLElement) => {
    const seen = [element.style.transform]
    new MutationObserver(() => {
      if (seen.at(-1) !== element.style.transform) seen.push(element.style.transform)
    }).observe(element, { attributes: true, attributeFilter: ['style'] })
    return seen
  })
  return () => trail.jsonValue()
}

const VIEWPORT = '.react-flow__viewport'
/** Longer than any motion, ms. */
const LONG = 1000

/** A page whose time stands still from here, until it is let run. */
async function holdTime(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now())
  await page.clock.pauseAt(now + LONG)
}

/** The app with a clock that can be held, in a sample session. */
async function openHeld(page: Page, open: () => Promise<void>): Promise<void> {
  await page.clock.install()
  await page.reload()
  await open()
  await expect(page.locator('[data-badge]').first()).toBeVisible()
  await page.getByTestId('canvas').focus()
  await holdTime(page)
}

/** What moves the view, and how it is asked for. */
const MOVES: readonly [name: string, keys: readonly string[]][] = [
  ['zooming in', ['Control+=']],
  ['zooming to 100 %', ['Control+=', 'Control+=', 'Control+0']],
  ['zooming to fit', ['Control+=', 'Control+=', 'Shift+1']],
  ['zooming to a selection', ['Control+a', 'Control+=', 'Control+=', 'Shift+2']],
  ['the next frame of a presentation', ['F5', 'ArrowRight', 'ArrowRight']],
]

for (const [name, keys] of MOVES) {
  const [first, last] = [keys.slice(0, -1), keys.at(-1)!]
  const before = async (page: Page): Promise<void> => {
    for (const key of first) {
      await page.keyboard.press(key)
      await page.clock.runFor(LONG)
    }
  }

  test(`${name} is a motion`, async ({ page, h }) => {
    await openHeld(page, () => h.openSample('web-tier'))
    await before(page)
    const seen = await follow(page, VIEWPORT)
    const [start] = await seen()
    await page.keyboard.press(last)
    await expect
      .poll(async () => {
        await page.clock.runFor(20)
        return (await seen()).length
      })
      .toBeGreaterThan(2)
    const between = (await seen()).at(-1)
    await page.clock.runFor(LONG)
    const end = (await seen()).at(-1)
    expect(new Set([start, between, end]).size).toBe(3)
  })

  test(`${name} is a jump where motion is not wanted`, async ({ page, h }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openHeld(page, () => h.openSample('web-tier'))
    await before(page)
    const seen = await follow(page, VIEWPORT)
    await page.keyboard.press(last)
    await expect
      .poll(async () => {
        await page.clock.runFor(20)
        return (await seen()).length
      })
      .toBe(2)
    await page.clock.runFor(LONG)
    expect(await seen()).toHaveLength(2)
  })
}

const USERS = '.react-flow__node[aria-label="Users"]'

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`what is laid out ${reducedMotion === 'reduce' ? 'is there at once where motion is not wanted' : 'moves to its place'}`, async ({
    page,
    h,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await page.clock.install()
    await page.reload()
    await h.newSession('Motion')
    await h.drop('rds', 240, 240)
    await h.drop('users', 640, 260)
    await h.connect('Users', 'RDS')
    await page.keyboard.press('Escape')
    const seen = await follow(page, USERS)
    const [start] = await seen()
    await holdTime(page)
    await page.keyboard.press('Control+Shift+L')
    const place = async (): Promise<string> => {
      const { x, y } = await h.at('Users')
      return `translate(${x}px, ${y}px)`
    }
    await expect
      .poll(async () => {
        await page.clock.runFor(1)
        return place()
      })
      .not.toBe(start)
    const end = await place()
    if (reducedMotion === 'reduce') {
      await expect.poll(seen).toEqual([start, end])
      await page.clock.runFor(LONG)
      expect(await seen()).toEqual([start, end])
      return
    }
    // Recorded as moved, and still shown where it was.
    expect(await seen()).not.toContain(end)
    await page.clock.runFor(100)
    await expect.poll(async () => (await seen()).length).toBeGreaterThan(1)
    const between = (await seen()).at(-1)
    expect(between).not.toBe(end)
    await page.clock.runFor(LONG)
    await expect.poll(async () => (await seen()).at(-1)).toBe(end)
    expect(new Set([start, between, end]).size).toBe(3)
  })

test('dialogs and spinners stand still where motion is not wanted', async ({ page, h }) => {
  await h.openSample('web-tier')
  const lasts = (): Promise<string> =>
    page.getByRole('dialog').evaluate((dialog) => getComputedStyle(dialog).animationDuration)
  await page.keyboard.press('?')
  expect(await lasts()).not.toBe('0s')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await lasts()).toBe('0s')
})

test('a step onto another board shows its frame at once, and nothing else before', async ({
  page,
  h,
}) => {
  await openHeld(page, () => h.openSample('web-tier'))
  await page.keyboard.press('F5')
  await page.clock.runFor(LONG)
  const seen = await follow(page, VIEWPORT)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toContainText('The way in')
  await expect
    .poll(async () => {
      await page.clock.runFor(20)
      return (await seen()).length
    })
    .toBe(2)
  await page.clock.runFor(LONG)
  expect(await seen()).toHaveLength(2)
})
