import { marksHand } from '../../support/e2e-marks'
import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Workshop'))

test('the inspector writes, colours, sizes, locks and counts votes, each as one step', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await m.writeSticky(300, 300, 'Who owns DNS?')
  const panel = page.getByRole('tabpanel')
  await expect(panel.getByRole('heading', { name: 'Sticky note' })).toBeVisible()
  const states = [await m.marks()]
  const step = async (change: () => Promise<unknown>): Promise<void> => {
    await change()
    await expect.poll(m.marks).not.toEqual(states.at(-1))
    states.push(await m.marks())
  }
  await step(async () => {
    await panel.getByLabel('Text').fill('Who owns DNS now?')
    await page.keyboard.press('Control+Enter')
  })
  await step(() => panel.getByRole('button', { name: 'Pink' }).click())
  await step(async () => {
    await panel.getByLabel('Width').fill('240')
    await page.keyboard.press('Enter')
  })
  await step(() => panel.getByRole('button', { name: 'Agree' }).click())
  await expect(panel.getByText('Agree 1')).toBeVisible()
  await step(() => panel.getByRole('button', { name: 'Lock', exact: true }).click())
  expect(states.at(-1)![0]).toMatchObject({
    text: 'Who owns DNS now?',
    color: 'pink',
    w: 240,
    locked: true,
  })
  await expect(panel.getByRole('button', { name: 'Locked' })).toBeVisible()
  await expect(panel.getByLabel('Width')).toBeDisabled()
  await h.canvas.focus()
  for (const state of states.slice(0, -1).reverse()) {
    await page.keyboard.press('Control+z')
    await expect.poll(m.marks).toEqual(state)
  }
})

test('shapes, lines, text and ink have what their kind has, several at once', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  const panel = page.getByRole('tabpanel')
  await h.canvas.focus()
  await page.keyboard.press('Shift+R')
  await m.draw([
    [120, 120],
    [280, 220],
  ])
  await panel.getByRole('radio', { name: 'Ellipse' }).click()
  await panel.getByRole('radio', { name: 'Empty' }).click()
  await expect
    .poll(async () => (await m.marks())[0])
    .toMatchObject({ shape: 'ellipse', fill: 'none' })
  await h.canvas.focus()
  await page.keyboard.press('Shift+A')
  await m.draw([
    [320, 140],
    [480, 220],
  ])
  await expect(panel.getByRole('heading', { name: 'Arrow' })).toBeVisible()
  await panel.getByRole('radio', { name: 'Plain' }).click()
  await expect(panel.getByRole('heading', { name: 'Line' })).toBeVisible()
  await h.canvas.focus()
  await page.keyboard.press('t')
  await h.canvas.click({ position: { x: 130, y: 340 } })
  await page.keyboard.type('Ideas')
  await page.keyboard.press('Escape')
  const small = (await m.marks())[2]!
  await panel.getByRole('radio', { name: 'XL' }).click()
  await expect.poll(async () => (await m.marks())[2]!.h).toBeGreaterThan(small.h * 2)

  await page.keyboard.press('Escape')
  await h.canvas.focus()
  await page.keyboard.press('Control+a')
  await expect(panel.getByRole('heading', { name: '3 marks selected' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Align left' })).toBeEnabled()
  await expect(panel.getByRole('button', { name: 'Group selection' })).toBeDisabled()
  await panel.getByRole('button', { name: 'Red' }).click()
  await expect
    .poll(async () => (await m.marks()).map((mark) => 'color' in mark && mark.color))
    .toEqual(['red', 'red', 'red'])
})

test('what is put down, voted on, chosen and removed is said aloud', async ({ page, h }) => {
  const m = marksHand(page, h)
  const says = page.getByTestId('announcer')
  await m.writeSticky(300, 300, 'Risk')
  await expect(says).toHaveText('Sticky note: Risk added')
  await page.getByTestId('mark-strip').getByRole('button', { name: 'Agree' }).click()
  await expect(says).toHaveText('Agree: 1 vote, on Sticky note: Risk')
  await h.drop('ec2', 600, 200)
  await h.canvas.focus()
  await page.keyboard.press('Control+a')
  await expect(says).toHaveText('1 node and 1 mark selected')
  await page.keyboard.press('Control+d')
  await expect(says).toHaveText(/^EC2 added.*; Sticky note: Risk, 👍 1 added$/)
  await page.keyboard.press('Delete')
  await expect(says).toHaveText(/^EC2 removed.*; Sticky note: Risk, 👍 1 removed$/)
})
