import type { CDPSession, Page } from '@playwright/test'
import type { Mark } from '#shared/model/records'
import { marksHand } from '../../support/e2e-marks'
import { expect, test } from '../../support/e2e-web'

type Stroke = Extract<Mark, { kind: 'stroke' }>
type Place = readonly [x: number, y: number]

const strokesOf = (marks: readonly Mark[]): Stroke[] =>
  marks.filter((mark) => mark.kind === 'stroke')

/** What has neither mouse nor wheel: a pen that is pressed more or less firmly, and fingers. */
async function hands(page: Page, corner: { x: number; y: number }) {
  const input: CDPSession = await page.context().newCDPSession(page)
  const at = ([x, y]: Place): { x: number; y: number } => ({ x: corner.x + x, y: corner.y + y })
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    places: readonly Place[],
  ): Promise<unknown> =>
    input.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map((place, id) => ({ ...at(place), id })),
    })
  return {
    touch,
    async pen(points: readonly (readonly [Place, force: number])[]): Promise<void> {
      for (const [i, [place, force]] of points.entries())
        await input.send('Input.dispatchMouseEvent', {
          type: i === 0 ? 'mousePressed' : 'mouseMoved',
          ...at(place),
          button: 'left',
          buttons: 1,
          clickCount: 1,
          pointerType: 'pen',
          force,
        })
      const [last] = points.at(-1) ?? [[0, 0]]
      await input.send('Input.dispatchMouseEvent', {
        type: 'mouseReleased',
        ...at(last as Place),
        button: 'left',
        clickCount: 1,
        pointerType: 'pen',
      })
    },
    async finger(places: readonly Place[]): Promise<void> {
      for (const [i, place] of places.entries())
        await touch(i === 0 ? 'touchStart' : 'touchMove', [place])
      await touch('touchEnd', [])
    },
  }
}

const view = (page: Page): Promise<string | null> =>
  page.locator('.react-flow__viewport').getAttribute('style')

// A screen that can be touched, from the start.
test.use({ hasTouch: true })

test.beforeEach(async ({ h }) => h.newSession('Pen'))

test('a pen draws as firmly as it is pressed, and as thick as was chosen', async ({ page, h }) => {
  const m = marksHand(page, h)
  const { pen } = await hands(page, await m.point(0, 0))
  await h.canvas.focus()
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Thick pen' }).click()
  await pen([
    [[200, 200], 0.2],
    [[240, 220], 0.4],
    [[280, 240], 0.9],
  ])
  await expect.poll(m.kinds).toEqual(['stroke'])
  const [first] = strokesOf(await m.marks())
  expect(first!.sizePx).toBe(10)
  expect(first!.points.map(([, , pressure]) => pressure)).toEqual([0.2, 0.4, 0.9])

  const sizes: number[] = []
  for (const [i, name] of ['Fine pen', 'Medium pen', 'Marker pen'].entries()) {
    await page.getByRole('button', { name }).click()
    await m.draw([
      [200, 300 + i * 40],
      [400, 300 + i * 40],
    ])
    await expect.poll(m.kinds).toHaveLength(i + 2)
    sizes.push(strokesOf(await m.marks()).at(-1)!.sizePx)
  }
  expect(new Set([...sizes, 10]).size).toBe(4)
  // A mouse has no pressure to tell.
  for (const stroke of strokesOf(await m.marks()).slice(1))
    expect(stroke.points.every(([, , pressure]) => pressure === 0.5)).toBe(true)

  await page.keyboard.press('v')
  await h.canvas.click({ position: { x: 300, y: 380 } })
  await page.getByTestId('mark-strip').getByRole('button', { name: 'Fine pen' }).click()
  await expect.poll(async () => strokesOf(await m.marks()).at(-1)!.sizePx).toBe(2.5)
  for (let i = 0; i < 5; i++) await page.keyboard.press('Control+z')
  await expect.poll(m.kinds).toEqual([])
})

test('a second button while drawing opens no menu and ends nothing', async ({ page, h }) => {
  const m = marksHand(page, h)
  await h.canvas.focus()
  await page.keyboard.press('p')
  await m.draw(
    [
      [200, 200],
      [300, 260],
    ],
    { release: false },
  )
  await page.mouse.down({ button: 'right' })
  await page.mouse.up({ button: 'right' })
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(await m.kinds()).toEqual([])
  const { x, y } = await m.point(400, 200)
  await page.mouse.move(x, y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(m.kinds).toEqual(['stroke'])
  expect((await m.marks())[0]!.w).toBeGreaterThan(180)
})

test('a finger draws and rubs out without moving the board; two fingers zoom and draw nothing', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  const { finger, touch } = await hands(page, await m.point(0, 0))
  await h.canvas.focus()
  await page.keyboard.press('p')
  const before = await view(page)
  await finger([
    [200, 200],
    [260, 260],
    [340, 300],
  ])
  await finger([
    [200, 400],
    [340, 400],
  ])
  await expect.poll(m.kinds).toEqual(['stroke', 'stroke'])
  expect(await view(page)).toBe(before)

  await page.keyboard.press('e')
  await finger([
    [270, 340],
    [270, 460],
  ])
  await expect.poll(m.kinds).toEqual(['stroke'])
  expect(await view(page)).toBe(before)
  await page.keyboard.press('Control+z')
  await expect.poll(m.kinds).toEqual(['stroke', 'stroke'])

  await page.keyboard.press('p')
  await touch('touchStart', [[300, 300]])
  await touch('touchStart', [
    [300, 300],
    [420, 300],
  ])
  for (const spread of [40, 80, 120])
    await touch('touchMove', [
      [300 - spread, 300],
      [420 + spread, 300],
    ])
  await touch('touchEnd', [])
  await expect.poll(() => view(page)).not.toBe(before)
  expect(await m.kinds()).toEqual(['stroke', 'stroke'])
})

test('a palm that lies on the screen does not draw beside the pen', async ({ page, h }) => {
  const m = marksHand(page, h)
  const { pen, touch } = await hands(page, await m.point(0, 0))
  await h.canvas.focus()
  await page.keyboard.press('p')
  await touch('touchStart', [[400, 500]])
  await touch('touchMove', [[420, 500]])
  await pen([
    [[200, 200], 0.3],
    [[260, 240], 0.7],
  ])
  await touch('touchMove', [[460, 500]])
  await touch('touchEnd', [])
  await expect.poll(m.kinds).toEqual(['stroke'])
  const [stroke] = strokesOf(await m.marks())
  expect(stroke!.points.map(([, , pressure]) => pressure)).toEqual([0.3, 0.7])
})

test('a tap puts a sticky note down ready to be written on', async ({ page, h }) => {
  const m = marksHand(page, h)
  const { finger } = await hands(page, await m.point(0, 0))
  await h.canvas.focus()
  await page.keyboard.press('n')
  await finger([[300, 300]])
  await page.keyboard.type('By finger')
  await expect(page.getByRole('textbox', { name: 'Text of the sticky note' })).toHaveValue(
    'By finger',
  )
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await m.marks())[0]).toMatchObject({ text: 'By finger' })
  // A finger takes hold of what it touches, and moves the board where nothing is.
  const before = await view(page)
  const { y } = (await m.marks())[0]!
  await finger([
    [300, 300],
    [340, 360],
    [380, 420],
  ])
  await expect.poll(async () => (await m.marks())[0]!.y).toBeGreaterThan(y + 100)
  expect(await view(page)).toBe(before)
  await finger([
    [600, 200],
    [600, 260],
    [600, 320],
  ])
  await expect.poll(() => view(page)).not.toBe(before)
})
