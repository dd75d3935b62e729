import type { Page } from '@playwright/test'
import type { Point } from '#shared/model/geometry'
import type { SessionContent } from '#shared/model/session'
import { marksHand } from '../../support/e2e-marks'
import { expect, test } from '../../support/e2e-web'

/** Where everything is, in the order of the records. */
const places = ({ nodes, marks }: SessionContent): Point[] =>
  [...nodes, ...marks].map(({ x, y }) => ({ x, y }))

const chosen = (page: Page) => page.locator('[data-chosen-mark]')

test.beforeEach(async ({ context, served, page, h }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
  await h.newSession('Workshop')
  await h.drop('ec2', 620, 200)
  await marksHand(page, h).writeSticky(300, 300, 'Who owns DNS?')
})

for (const lead of ['the node', 'the mark'] as const)
  test(`all that is chosen moves when ${lead} is dragged, live and in one step`, async ({
    page,
    h,
  }) => {
    const m = marksHand(page, h)
    const before = await h.content()
    await page.keyboard.press('Control+a')
    const from: [number, number] = lead === 'the node' ? [620, 180] : [300, 300]
    const outline = (await chosen(page).boundingBox())!
    await m.draw([from, [from[0] + 70, from[1] + 90]], { release: false })
    await expect
      .poll(async () => (await chosen(page).boundingBox())!.y)
      .toBeGreaterThan(outline.y + 60)
    await expect.poll(async () => (await h.node('EC2').boundingBox())!.y).toBeGreaterThan(200)
    expect(await h.content()).toEqual(before)
    await page.mouse.up()
    await expect.poll(h.content).not.toEqual(before)
    const [node, mark] = places(await h.content())
    const [oldNode, oldMark] = places(before)
    const by = { x: node!.x - oldNode!.x, y: node!.y - oldNode!.y }
    expect(Math.abs(by.y - 90)).toBeLessThan(12)
    expect({ x: mark!.x - oldMark!.x, y: mark!.y - oldMark!.y }).toEqual(by)
    await page.keyboard.press('Control+z')
    await expect.poll(h.content).toEqual(before)
  })

test('what is locked stays, and Alt leaves everything and carries copies', async ({ page, h }) => {
  const m = marksHand(page, h)
  await page.keyboard.press('Control+l')
  await expect.poll(async () => (await m.marks())[0]?.locked).toBe(true)
  const locked = await h.content()
  await page.keyboard.press('Control+a')
  await m.draw([
    [620, 180],
    [700, 300],
  ])
  await expect.poll(h.content).not.toEqual(locked)
  const [node, mark] = places(await h.content())
  expect(mark).toEqual(places(locked)[1])
  expect(node).not.toEqual(places(locked)[0])
  await page.keyboard.press('Control+z')
  await h.canvas.click({ position: { x: 300, y: 300 } })
  await page.keyboard.press('Control+l')
  await expect.poll(async () => (await m.marks())[0]?.locked).toBeUndefined()

  const before = await h.content()
  await page.keyboard.press('Control+a')
  await page.keyboard.down('Alt')
  await m.draw([
    [300, 300],
    [360, 460],
  ])
  await page.keyboard.up('Alt')
  await expect.poll(async () => (await m.marks()).length).toBe(2)
  const after = await h.content()
  expect(after.nodes).toHaveLength(2)
  expect([after.nodes[0], after.marks[0]]).toEqual([before.nodes[0], before.marks[0]])
  await expect(chosen(page)).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(before)
})

test('a rectangle and Shift choose nodes and marks alike', async ({ page, h }) => {
  const m = marksHand(page, h)
  await m.writeSticky(300, 520, 'Second')
  const count = async (): Promise<[number, number]> => [
    await page.locator('.react-flow__node.selected').count(),
    await chosen(page).count(),
  ]
  await h.canvas.click({ position: { x: 780, y: 640 } })
  await expect.poll(count).toEqual([0, 0])
  await m.draw([
    [120, 100],
    [760, 420],
  ])
  await expect.poll(count).toEqual([1, 1])
  await h.canvas.click({ position: { x: 300, y: 520 }, modifiers: ['Shift'] })
  await expect.poll(count).toEqual([1, 2])
  await h.canvas.click({ position: { x: 620, y: 180 }, modifiers: ['Shift'] })
  await expect.poll(count).toEqual([0, 2])
})

test('arrows nudge, Ctrl+D duplicates, Delete removes: each one step', async ({ page, h }) => {
  const states = [await h.content()]
  const step = async (keys: string): Promise<SessionContent> => {
    const before = states.at(-1)
    await page.keyboard.press(keys)
    await expect.poll(h.content, keys).not.toEqual(before)
    const now = await h.content()
    states.push(now)
    return now
  }
  const by = (from: SessionContent, to: SessionContent): Point[] =>
    places(to).map(({ x, y }, i) => ({ x: x - places(from)[i]!.x, y: y - places(from)[i]!.y }))
  // The mark alone, as it was written last.
  expect(by(states[0]!, await step('ArrowRight'))).toEqual([
    { x: 0, y: 0 },
    { x: 8, y: 0 },
  ])
  const copied = await step('Control+d')
  expect(copied.marks.map(({ kind }) => kind)).toEqual(['sticky', 'sticky'])
  expect(copied.marks[1]!.x - copied.marks[0]!.x).toBe(24)
  await page.keyboard.press('Control+a')
  expect(by(copied, await step('Shift+ArrowDown'))).toEqual(Array(3).fill({ x: 0, y: 40 }))
  expect((await step('Control+d')).marks).toHaveLength(4)
  await page.keyboard.press('Control+a')
  const empty = await step('Delete')
  expect([empty.nodes, empty.marks]).toEqual([[], []])
  for (const state of states.slice(0, -1).reverse()) {
    await page.keyboard.press('Control+z')
    await expect.poll(h.content).toEqual(state)
  }
})

test('marks are cut, pasted again, and carried to another session with nodes and connectors', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  const original = await h.content()
  await page.keyboard.press('Control+x')
  await expect.poll(m.kinds).toEqual([])
  await page.keyboard.press('Control+v')
  await expect.poll(m.kinds).toEqual(['sticky'])
  expect((await m.marks())[0]).toMatchObject({ text: 'Who owns DNS?', color: 'yellow' })
  await h.choose('EC2')
  await h.quickAdd('s3')
  await h.canvas.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await h.toLibrary()
  await h.newSession('Another')
  await h.canvas.focus()
  await page.keyboard.press('Control+v')
  await expect.poll(m.kinds).toEqual(['sticky'])
  const there = await h.content()
  expect(there.nodes.map(({ label }) => label).sort()).toEqual(['EC2', 'S3'])
  expect(there.edges).toHaveLength(1)
  expect(there.marks[0]!.boardId).toBe(there.boards[0]!.id)
  expect(there.marks[0]!.id).not.toBe(original.marks[0]!.id)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => places(await h.content())).toEqual([])
})

test('marks line up with nodes, lie over one another, and take each other’s size', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await page.keyboard.press('Shift+R')
  await m.draw([
    [360, 360],
    [760, 560],
  ])
  await expect.poll(m.kinds).toEqual(['sticky', 'shape'])
  await page.keyboard.press('Control+[')
  await expect.poll(m.kinds).toEqual(['shape', 'sticky'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Alt+a')
  await expect.poll(async () => new Set(places(await h.content()).map(({ x }) => x)).size).toBe(1)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('Make the same size')
  await page.keyboard.press('Enter')
  await expect.poll(async () => new Set((await m.marks()).map(({ w }) => w)).size).toBe(1)
})
