import { join, share } from '../../support/e2e-guests'
import { marksHand } from '../../support/e2e-marks'
import { expect, test } from '../../support/e2e-web'

test('marks are drawn, voted on and carried together; each undoes what is theirs', async ({
  page,
  h,
  browser,
}) => {
  const m = marksHand(page, h)
  await h.newSession('Workshop')
  await h.drop('ec2', 620, 200)
  await m.writeSticky(300, 300, 'Who owns DNS?')
  const guest = await join(browser, await share(page, 'Can edit'), 'Robin')
  const theirs = marksHand(guest.page, guest.h)
  const note = guest.page.getByRole('note', { name: /^Sticky note: Who owns DNS/ })
  await expect(note).toBeVisible()
  for (const one of [page, guest.page]) {
    await one.bringToFront()
    await one.locator('[data-mark="sticky"]').focus()
    await one.keyboard.press(' ')
    await one.getByTestId('mark-strip').getByRole('button', { name: 'Agree' }).click()
  }
  await expect(page.getByRole('note', { name: /👍 2$/ })).toBeAttached()
  await expect(guest.page.getByRole('note', { name: /👍 2$/ })).toBeAttached()

  // The guest carries the note and the node; the host sees both move before they are let go.
  const before = await h.content()
  const outline = page.locator('[data-chosen-mark]')
  const [start, node] = [await outline.boundingBox(), await h.node('EC2').boundingBox()]
  await guest.h.canvas.focus()
  await guest.page.keyboard.press('Control+a')
  const at = (await note.boundingBox())!
  const corner = await theirs.point(0, 0)
  const [x, y] = [at.x + at.width / 2 - corner.x, at.y + at.height / 2 - corner.y]
  await theirs.draw(
    [
      [x, y],
      [x + 60, y + 80],
    ],
    { release: false },
  )
  await expect.poll(async () => (await outline.boundingBox())!.y).toBeGreaterThan(start!.y + 40)
  await expect
    .poll(async () => (await h.node('EC2').boundingBox())!.y)
    .toBeGreaterThan(node!.y + 40)
  expect(await h.content()).toEqual(before)
  await guest.page.mouse.up()
  await expect.poll(async () => (await m.marks())[0]!.y).toBeGreaterThan(before.marks[0]!.y)
  await expect.poll(guest.h.content).toEqual(await h.content())

  const moved = await h.content()
  await page.bringToFront()
  await h.canvas.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('note', { name: /👍 1$/ })).toBeAttached()
  expect((await m.marks())[0]!.y).toBe(moved.marks[0]!.y)
  await guest.context.close()
})

test('a viewer chooses and copies marks, and changes nothing', async ({ page, h, browser }) => {
  const m = marksHand(page, h)
  await h.newSession('Watched')
  await m.writeSticky(300, 300, 'Look only')
  const before = await h.content()
  const guest = await join(browser, await share(page, 'Can view'), 'Val')
  const note = guest.page.getByRole('note', { name: 'Sticky note: Look only' })
  await expect(note).toBeVisible()
  await expect(guest.page.getByRole('toolbar', { name: 'Whiteboard' })).toHaveCount(0)
  const at = (await note.boundingBox())!
  const middle = { x: at.x + at.width / 2, y: at.y + at.height / 2 }
  await guest.page.mouse.click(middle.x, middle.y)
  const panel = guest.page.getByRole('tabpanel')
  await expect(panel.getByRole('heading', { name: 'Sticky note' })).toBeVisible()
  await expect(panel.getByLabel('Text')).toBeDisabled()
  await expect(panel.getByLabel('Width')).toBeDisabled()
  for (const name of ['Pink', 'Agree', 'Lock'])
    await expect(panel.getByRole('button', { name, exact: true })).toBeDisabled()
  await expect(panel.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await expect(guest.page.locator('[data-handle]')).toHaveCount(0)
  for (const keys of ['Delete', 'Control+d', 'ArrowRight', 'Control+l', ']', 'p', 'Control+x'])
    await guest.page.keyboard.press(keys)
  await guest.page.mouse.dblclick(middle.x, middle.y)
  await expect(guest.page.getByRole('textbox', { name: 'Text of the sticky note' })).toHaveCount(0)
  await guest.page.mouse.move(middle.x, middle.y)
  await guest.page.mouse.down()
  await guest.page.mouse.move(middle.x + 80, middle.y + 60, { steps: 5 })
  await guest.page.mouse.up()
  expect(await guest.h.content()).toEqual(before)
  expect(await h.content()).toEqual(before)
  await guest.context.close()
})
