import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Connectors'))

test('a connector is bent by hand, keeps its way, changes its line, and is hung on something else', async ({
  page,
  h,
}) => {
  await h.drop('users', 120, 200)
  await h.drop('ec2', 620, 240)
  await h.drop('rds', 620, 480)
  await h.connect('Users', 'EC2')
  const edge = async () => (await h.content()).edges[0]!
  const drag = async (handle: string, dx: number, dy: number): Promise<void> => {
    const box = (await page.locator(`[data-handle="${handle}"]`).first().boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
    await page.mouse.move(x + dx, y + dy, { steps: 4 })
    await page.mouse.up()
  }
  await expect(page.locator('[data-handle="target"]')).toBeVisible()
  await drag('segment', 0, 90)
  await expect.poll(async () => (await edge()).waypoints?.length ?? 0).toBeGreaterThan(0)
  const { waypoints } = await edge()
  await h.drag('RDS', 60, 20)
  expect((await edge()).waypoints).toEqual(waypoints)

  await h.canvas.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(async () => (await edge()).waypoints?.map(({ y }) => y))
    .toEqual(waypoints?.map(({ y }) => y + 8))
  await page.keyboard.press('Escape')

  await page.locator('[data-edge]').focus()
  await page.keyboard.press(' ')
  await h.inPanel('Inspector')
  await page.getByRole('radio', { name: 'Curved' }).click()
  await expect.poll(async () => (await edge()).shape).toBe('curved')

  const end = (await page.locator('[data-handle="target"]').boundingBox())!
  const rds = (await h.node('RDS').boundingBox())!
  await drag('target', rds.x + rds.width / 2 - end.x, rds.y + 24 - end.y)
  const { nodes } = await h.content()
  const target = (await edge()).target
  expect(nodes.find((node) => node.id === target)?.label).toBe('RDS')

  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await expect.poll(async () => (await edge()).shape).toBeUndefined()
})
