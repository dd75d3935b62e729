import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Arranging'))

test('every gesture is one undo step: all of them lead back to the start, and forth again', async ({
  page,
  h,
}) => {
  const states = [await h.content()]
  const step = async (gesture: () => Promise<unknown>): Promise<void> => {
    const before = states.at(-1)
    await gesture()
    await expect.poll(h.content).not.toEqual(before)
    states.push(await h.content())
  }
  await step(() => h.drop('vpc', 420, 400))
  await step(() => h.drop('ec2', 330, 360))
  await step(() => h.rename('Web'))
  await step(() => h.drop('rds', 520, 460))
  await step(() => h.connect('Web', 'RDS'))
  await step(() => h.say('encrypted', 'Yes'))
  await step(() => h.drag('VPC', 40, 30))
  await step(() => h.drag('Web', 250, 40))
  await step(async () => {
    await h.choose('RDS')
    await h.say('multiAz', 'Yes')
  })
  await step(async () => {
    await h.canvas.focus()
    await page.keyboard.press('Control+d')
  })
  await step(() => page.keyboard.press('Shift+ArrowDown'))
  await step(async () => {
    await h.node('VPC').locator('[data-icon]').click()
    await page.keyboard.press('Delete')
  })
  expect(states.at(-1)?.nodes).toEqual([])
  expect(states.at(-1)?.edges).toEqual([])

  await h.canvas.focus()
  for (let i = states.length - 2; i >= 0; i--) {
    await page.keyboard.press('Control+z')
    await expect.poll(h.content, `undo to step ${i}`).toEqual(states[i])
  }
  for (let i = 1; i < states.length; i++) {
    await page.keyboard.press('Control+y')
    await expect.poll(h.content, `redo to step ${i}`).toEqual(states[i])
  }
})

test('a group stretched around something takes it in, and never becomes smaller than what it holds', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 700, 500)
  await h.drop('generic', 320, 260)
  const corner = async (dx: number, dy: number): Promise<void> => {
    const box = (await h.node('Generic group').boundingBox())!
    const from = { x: box.x + box.width, y: box.y + box.height }
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 3 })
    await page.mouse.move(from.x + dx, from.y + dy, { steps: 3 })
    await page.mouse.up()
  }
  expect(await h.parentOf('EC2')).toBeNull()
  const start = await h.at('Generic group')
  await corner(340, 260)
  await expect.poll(() => h.parentOf('EC2')).toBe('Generic group')
  const ec2 = await h.at('EC2')
  const wide = await h.at('Generic group')
  expect([wide.x, wide.y]).toEqual([start.x, start.y])

  await corner(-500, -400)
  await expect.poll(async () => (await h.at('Generic group')).w).toBeLessThan(wide.w)
  const small = await h.at('Generic group')
  expect(await h.at('EC2')).toEqual(ec2)
  expect(small.x + small.w).toBeGreaterThanOrEqual(ec2.x + ec2.w)
  expect(small.y + small.h).toBeGreaterThanOrEqual(ec2.y + ec2.h)
})

test('a selection is wrapped in a group and let out again, staying where it is', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 300, 240)
  await h.drop('rds', 500, 340)
  const places = [await h.at('EC2'), await h.at('RDS')]
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+g')
  await expect.poll(() => h.parentOf('EC2')).toBe('Group')
  expect(await h.parentOf('RDS')).toBe('Group')
  await page.keyboard.press('Control+Shift+g')
  await expect.poll(() => h.parentOf('EC2')).toBeNull()
  expect((await h.content()).nodes).toHaveLength(2)
  expect([await h.at('EC2'), await h.at('RDS')]).toEqual(places)
})

test('what is dragged out of a group leaves it; into another, it changes groups', async ({ h }) => {
  await h.drop('privateSubnet', 250, 300)
  await h.drop('publicSubnet', 600, 300)
  await h.drop('ec2', 250, 300)
  expect(await h.parentOf('EC2')).toBe('Private subnet')
  await h.drag('EC2', 350, 0)
  await expect.poll(() => h.parentOf('EC2')).toBe('Public subnet')
  await h.drag('EC2', 0, 260)
  await expect.poll(() => h.parentOf('EC2')).toBeNull()
})

test('a connector leaves a group too, can be turned round, and goes when its end goes', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 380, 360)
  await h.drop('users', 760, 120)
  const ends = async (): Promise<(string | undefined)[][]> => {
    const { nodes, edges } = await h.content()
    const label = (id: string): string | undefined => nodes.find((n) => n.id === id)?.label
    return edges.map((e) => [label(e.source), label(e.target)])
  }
  await h.node('VPC').locator('[data-icon]').click()
  const dot = (await h.node('VPC').locator('[data-link="top"]').boundingBox())!
  const users = (await h.node('Users').boundingBox())!
  await page.mouse.move(dot.x + 8, dot.y + 8)
  await page.mouse.down()
  await page.mouse.move(dot.x + 80, dot.y - 20, { steps: 4 })
  await page.mouse.move(users.x + users.width / 2, users.y + 20, { steps: 6 })
  await page.mouse.up()
  await expect.poll(ends).toEqual([['VPC', 'Users']])
  await page.getByRole('button', { name: 'Reverse direction' }).click()
  await expect.poll(ends).toEqual([['Users', 'VPC']])
  await h.choose('Users')
  await h.canvas.focus()
  await page.keyboard.press('Delete')
  await expect.poll(ends).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(ends).toEqual([['Users', 'VPC']])
})

test('a connector let go over nothing asks what should be there', async ({ page, h }) => {
  await h.drop('ec2', 300, 240)
  await h.node('EC2').hover({ position: { x: 56, y: 20 } })
  const dot = (await h.node('EC2').locator('[data-link="right"]').boundingBox())!
  await page.mouse.move(dot.x + 8, dot.y + 8)
  await page.mouse.down()
  await page.mouse.move(dot.x + 200, dot.y + 40, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('combobox', { name: 'What to add' }).fill('dynamodb')
  await page.keyboard.press('Enter')
  await expect(h.node('DynamoDB')).toBeVisible()
  expect((await h.content()).edges).toHaveLength(1)
})

test('a connector’s label is edited where it stands', async ({ page, h }) => {
  await h.drop('ec2', 260, 240)
  await h.drop('rds', 620, 240)
  await h.connect('EC2', 'RDS')
  await expect(page.locator('[data-edge]')).toHaveCount(1)
  await h.canvas.focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Connector label' }).fill('Orders')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-edge]')).toContainText('Orders')
  expect((await h.content()).edges[0]?.label).toBe('Orders')
})

test('find steps through all that match, and round', async ({ page, h }) => {
  await h.drop('ec2', 260, 240)
  await h.rename('Web one')
  await h.drop('ec2', 460, 240)
  await h.rename('Web two')
  await h.drop('rds', 660, 240)
  await page.keyboard.press('Control+f')
  const field = page.getByLabel('Find on board')
  await field.fill('web')
  const selected = async (): Promise<string | undefined> => {
    const [id] = await page.evaluate(() => window.drawbridgeSession!.view().selection)
    return (await h.content()).nodes.find((n) => n.id === id)?.label
  }
  const seen: (string | undefined)[] = []
  for (const place of ['1 of 2', '2 of 2', '1 of 2']) {
    await field.press('Enter')
    await expect(page.getByText(place)).toBeVisible()
    seen.push(await selected())
  }
  expect(new Set(seen)).toEqual(new Set(['Web one', 'Web two']))
  expect(seen[2]).toBe(seen[0])
  await field.press('Escape')
  await expect(field).toHaveCount(0)
})

test('a board is laid out from left to right as one step, and what is locked stays', async ({
  page,
  h,
}) => {
  await h.drop('rds', 200, 200)
  await h.drop('ec2', 420, 420)
  await h.drop('users', 620, 260)
  await h.drop('lambda', 240, 560)
  await h.connect('Users', 'EC2')
  await h.connect('EC2', 'RDS')
  await h.choose('Lambda')
  await h.canvas.focus()
  await page.keyboard.press('Control+l')
  await expect.poll(async () => (await h.content()).nodes.some((node) => node.locked)).toBe(true)
  await page.keyboard.press('Escape')
  const before = (await h.content()).nodes
  const locked = await h.at('Lambda')
  await page.keyboard.press('Control+Shift+L')
  await expect
    .poll(async () => {
      const [users, ec2, rds] = await Promise.all(['Users', 'EC2', 'RDS'].map((l) => h.at(l)))
      return users!.x < ec2!.x && ec2!.x < rds!.x
    })
    .toBe(true)
  expect(await h.at('Lambda')).toEqual(locked)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await h.content()).nodes).toEqual(before)
})
