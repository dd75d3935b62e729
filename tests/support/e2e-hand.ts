import { expect, type Locator, type Page } from '@playwright/test'
import type { SessionContent } from '#shared/model/session'

declare global {
  interface Window {
    drawbridgeSession?: { content(): SessionContent; view(): { selection: string[] } }
  }
}

/** Draws the way a person does: palette, keyboard, mouse, inspector; reads what is on the board. */
export function hand(page: Page) {
  const canvas = page.getByTestId('canvas')
  const node = (label: string): Locator =>
    page.locator(`.react-flow__node[aria-label=${JSON.stringify(label)}]`)
  const content = (): Promise<SessionContent> =>
    page.evaluate(() => window.drawbridgeSession!.content())
  const inPanel = (name: string): Promise<void> =>
    page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  return {
    canvas,
    node,
    content,
    inPanel,
    async newSession(title: string, customer = 'Example Corp') {
      await page.getByRole('button', { name: 'New session' }).first().click()
      await page.getByLabel('Title').fill(title)
      await page.getByLabel('Customer').fill(customer)
      await page.getByRole('button', { name: 'Create' }).click()
      await expect(canvas).toBeVisible()
    },
    async openSample(id: string) {
      await page.locator(`[data-sample="${id}"]`).click()
      await expect(canvas).toBeVisible()
    },
    /** Opens the session that was edited last. */
    async openFirst() {
      await page.locator('[data-session] button').first().click()
      await expect(canvas).toBeVisible()
    },
    async toLibrary() {
      await page.getByRole('button', { name: 'Library' }).click()
      await expect(page.getByRole('button', { name: 'New session' }).first()).toBeVisible()
    },
    /** Drags an entry of the palette to a place on the canvas, CSS px from its corner. */
    async drop(item: string, x: number, y: number) {
      await expect(canvas).toBeVisible()
      const before = (await content()).nodes.length
      await page
        .locator(`[data-palette-item="${item}"]`)
        .first()
        .dragTo(canvas, { targetPosition: { x, y } })
      await expect.poll(async () => (await content()).nodes.length).toBe(before + 1)
    },
    async rename(label: string) {
      await page.keyboard.press('F2')
      const field = page.getByRole('textbox', { name: /^Label of / })
      await field.fill(label)
      await field.press('Enter')
      await expect(node(label)).toBeVisible()
    },
    async quickAdd(text: string) {
      await page.keyboard.press('a')
      await page.getByRole('combobox', { name: 'What to add' }).fill(text)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: 'Quick add' })).toBeHidden()
    },
    /** Drags a connector from a node's right dot to the middle of another. */
    async connect(from: string, to: string) {
      await node(from).hover({ position: { x: 56, y: 20 } })
      const dot = await node(from).locator('[data-link="right"]').boundingBox()
      const end = await node(to).boundingBox()
      if (!dot || !end) throw new Error('nothing to connect')
      await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2)
      await page.mouse.down()
      await page.mouse.move(dot.x + 50, dot.y + 8, { steps: 4 })
      await page.mouse.move(end.x + end.width / 2, end.y + 20, { steps: 6 })
      await page.mouse.up()
    },
    /** Takes hold of a node by its icon (or a group by its header) and lets go further on. */
    async drag(label: string, dx: number, dy: number, options: { release?: boolean } = {}) {
      const box = await node(label).boundingBox()
      if (!box) throw new Error(`${label} is not on screen`)
      const group = (await node(label).locator('[data-grip]').count()) > 0
      const from = group
        ? { x: box.x + 60, y: box.y + 12 }
        : { x: box.x + box.width / 2, y: box.y + 20 }
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 })
      await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 })
      if (options.release !== false) await page.mouse.up()
    },
    async choose(label: string) {
      await node(label).locator('[data-icon]').click()
      await inPanel('Inspector')
    },
    async say(fact: string, value: string) {
      const field = page.locator(`[data-fact="${fact}"]`)
      if ((await field.locator('select').count()) > 0)
        await field.locator('select').selectOption(value)
      else if ((await field.getByRole('radio').count()) > 0)
        await field.getByRole('radio', { name: value, exact: true }).click()
      else {
        await field.getByRole('textbox').fill(value)
        await field.getByRole('textbox').press('Enter')
      }
    },
    async findings(): Promise<string[]> {
      await inPanel('Findings')
      return page
        .locator('[data-finding]')
        .evaluateAll((rows) => rows.map((r) => r.getAttribute('data-finding') ?? ''))
    },
    /** Label of the group that a node is in. */
    async parentOf(label: string): Promise<string | null> {
      const { nodes } = await content()
      const found = nodes.find((n) => n.label === label)
      return nodes.find((n) => n.id === found?.parentId)?.label ?? null
    },
    async at(label: string): Promise<{ x: number; y: number; w: number; h: number }> {
      const found = (await content()).nodes.find((n) => n.label === label)
      if (!found) throw new Error(`${label} is not on the board`)
      return { x: found.x, y: found.y, w: found.w, h: found.h }
    },
    saved: () => expect(page.locator('[data-saved="true"]')).toBeVisible(),
  }
}
