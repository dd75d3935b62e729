import { expect, type Page } from '@playwright/test'
import type { Mark } from '#shared/model/records'
import type { hand } from './e2e-hand'

type Hand = ReturnType<typeof hand>

/** Draws on the whiteboard the way a person does. Places are CSS px from the canvas's corner. */
export function marksHand(page: Page, h: Hand) {
  /** Where a place is in the page, CSS px. */
  const point = async (x: number, y: number): Promise<{ x: number; y: number }> => {
    const box = await h.canvas.boundingBox()
    if (!box) throw new Error('no canvas')
    return { x: box.x + x, y: box.y + y }
  }
  const marks = async (): Promise<readonly Mark[]> => (await h.content()).marks
  return {
    point,
    marks,
    kinds: async (): Promise<string[]> => (await marks()).map(({ kind }) => kind),
    /** Presses the left button at the first place and carries it along all others. */
    async draw(
      points: readonly (readonly [number, number])[],
      options: { release?: boolean } = {},
    ): Promise<void> {
      const corner = await point(0, 0)
      for (const [i, [x, y]] of points.entries()) {
        await page.mouse.move(corner.x + x, corner.y + y, { steps: i === 0 ? 1 : 6 })
        if (i === 0) await page.mouse.down()
      }
      if (options.release !== false) await page.mouse.up()
    },
    async writeSticky(x: number, y: number, text: string): Promise<void> {
      await page.getByRole('button', { name: 'Sticky note' }).click()
      await h.canvas.click({ position: { x, y } })
      await page.getByRole('textbox', { name: 'Text of the sticky note' }).fill(text)
      await page.keyboard.press('Escape')
      await expect(
        page.getByRole('note', { name: new RegExp(`^Sticky note: ${text}`) }),
      ).toBeVisible()
    },
  }
}
