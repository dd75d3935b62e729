import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Grid'))

const GRID = 8
const isOn = (value: number): boolean => value % GRID === 0

test('with the grid on, what is dragged, sized and nudged keeps to it; Ctrl drags freely', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 480, 420)
  await page.keyboard.press('Control+0')
  await expect.poll(() => page.getByLabel('Zoom to fit').textContent()).toBe('100 %')
  await h.drop('ec2', 120, 120)
  // Off the grid first.
  await h.drag('EC2', 3, 5)
  const off = await h.at('EC2')
  expect([isOn(off.x), isOn(off.y)]).toEqual([false, false])

  await page.getByRole('button', { name: 'Snap to grid' }).click()
  await expect(page.getByRole('button', { name: 'Snap to grid' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await h.drag('EC2', 21, 30)
  const on = await h.at('EC2')
  expect([isOn(on.x), isOn(on.y)]).toEqual([true, true])

  await page.keyboard.down('Control')
  await h.drag('EC2', 13, 11)
  await page.keyboard.up('Control')
  const free = await h.at('EC2')
  expect([free.x - on.x, free.y - on.y]).toEqual([13, 11])

  // The first step leads to the next line, the second along the grid.
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => isOn((await h.at('EC2')).x)).toBe(true)
  const first = await h.at('EC2')
  expect(first.x - free.x).toBeLessThan(GRID)
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await h.at('EC2')).x - first.x).toBe(GRID)

  await h.node('VPC').locator('[data-icon]').click()
  const before = await h.at('VPC')
  const corner = (await h.node('VPC').boundingBox())!
  const end = { x: corner.x + corner.width, y: corner.y + corner.height }
  await page.mouse.move(end.x, end.y)
  await page.mouse.down()
  await page.mouse.move(end.x + 20, end.y + 13, { steps: 3 })
  await page.mouse.move(end.x + 27, end.y + 21, { steps: 3 })
  await page.mouse.up()
  await expect.poll(async () => (await h.at('VPC')).w).toBeGreaterThan(before.w)
  const sized = await h.at('VPC')
  expect([isOn(sized.x + sized.w), isOn(sized.y + sized.h)]).toEqual([true, true])
  expect([sized.x, sized.y]).toEqual([before.x, before.y])
})

test('lines of other nodes win over the grid, and the switch is remembered', async ({
  page,
  h,
}) => {
  await h.drop('rds', 300, 420)
  await page.keyboard.press('Control+0')
  await h.drag('RDS', 3, 0)
  const rds = await h.at('RDS')
  expect(isOn(rds.x)).toBe(false)
  await h.drop('ec2', 300, 160)
  await page.keyboard.press('Escape')
  const box = (await h.canvas.boundingBox())!
  await page.mouse.click(box.x + 620, box.y + 120, { button: 'right' })
  const entry = page.getByRole('menuitemcheckbox', { name: /Snap to grid/ })
  await expect(entry).not.toBeChecked()
  await entry.click()
  const ec2 = await h.at('EC2')
  await h.drag('EC2', rds.x - ec2.x + 1, 44)
  expect((await h.at('EC2')).x).toBe(rds.x)
  expect(isOn((await h.at('EC2')).y)).toBe(true)

  await h.toLibrary()
  await h.newSession('Another')
  await expect(page.getByRole('button', { name: 'Snap to grid' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('Shift+g')
  await expect(page.getByRole('button', { name: 'Snap to grid' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})
