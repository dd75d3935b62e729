import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { marksHand } from '../../support/e2e-marks'
import { expect, test } from '../../support/e2e-web'

async function saved(page: Page, format: 'PNG' | 'SVG'): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: `Export ${format}` }).click()
  return readFileSync(await (await download).path())
}

test('a picture of the selection has the chosen marks, with nodes and alone', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await h.newSession('Pictures')
  await h.drop('ec2', 600, 200)
  await h.drop('rds', 600, 400)
  await m.writeSticky(260, 300, 'Chosen')
  await m.writeSticky(260, 520, 'Left')
  await page.keyboard.press('Escape')
  await h.canvas.click({ position: { x: 260, y: 300 } })
  await page.keyboard.press('Control+e')
  await page.getByRole('radio', { name: 'Selection' }).click()
  await page.getByRole('radio', { name: '1×' }).click()
  const png = await saved(page, 'PNG')
  // A sticky of 160 with its rim, and the margin around it.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([210, 210])

  await h.canvas.click({ position: { x: 600, y: 180 }, modifiers: ['Shift'] })
  await page.keyboard.press('Control+e')
  await page.getByRole('radio', { name: 'Selection' }).click()
  await page.getByRole('radio', { name: 'SVG' }).click()
  const svg = (await saved(page, 'SVG')).toString('utf8')
  expect(svg).toContain('>Chosen</text>')
  expect(svg).toContain('>EC2</text>')
  expect(svg).not.toContain('>Left</text>')
  expect(svg).not.toContain('>RDS</text>')
})

test('a board of nothing but marks is fitted, framed, presented and in the library', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await h.newSession('Only notes')
  await m.writeSticky(260, 300, 'Agenda')
  await m.writeSticky(560, 300, 'Risks')
  const note = (name: string) => page.getByRole('note', { name: `Sticky note: ${name}` })
  const width = async (name: string): Promise<number> =>
    (await note(name).boundingBox())?.width ?? 0
  const before = await width('Risks')
  await page.keyboard.press('Shift+2')
  await expect.poll(() => width('Risks')).toBeGreaterThan(before * 1.5)
  await expect(note('Risks')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Shift+1')
  await expect.poll(() => width('Risks')).toBeLessThan(before * 1.5)
  await expect(note('Agenda')).toBeInViewport({ ratio: 1 })

  // Away from all of it, presenting shows the whole board.
  await page.mouse.move(700, 400)
  await page.mouse.wheel(0, 4000)
  await expect(note('Agenda')).not.toBeInViewport()
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  await expect(note('Agenda')).toBeInViewport({ ratio: 1 })
  await expect(note('Risks')).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Stop presenting' }).click()

  await h.canvas.focus()
  await page.keyboard.press('Shift+F')
  await expect.poll(async () => (await h.content()).frames.length).toBe(1)
  const { frames, marks } = await h.content()
  const [frame] = frames
  for (const mark of marks) expect(frame!.x).toBeLessThan(mark.x)
  await h.saved()
  await h.toLibrary()
  const card = page.locator('[data-session]').filter({ hasText: 'Only notes' })
  const picture = card.locator('img')
  await expect(picture).toBeVisible()
  const source = (await picture.getAttribute('src')) ?? ''
  expect(decodeURIComponent(source)).toContain('#fdf0b0')
})
