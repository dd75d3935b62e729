import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Drawing'))

test('what is dropped in a group belongs to it, and the group grows around it', async ({ h }) => {
  await h.drop('vpc', 420, 400)
  await h.drop('publicSubnet', 420, 400)
  const before = await h.at('VPC')
  await h.drop('ec2', 420, 400)
  const subnet = await h.at('Public subnet')
  expect(await h.parentOf('EC2')).toBe('Public subnet')
  expect(await h.parentOf('Public subnet')).toBe('VPC')

  await h.drag('EC2', 80, 60)
  const grown = await h.at('Public subnet')
  const ec2 = await h.at('EC2')
  expect(grown.x + grown.w).toBeGreaterThanOrEqual(ec2.x + ec2.w)
  expect(grown.w).toBeGreaterThan(subnet.w)
  expect([grown.x, grown.y]).toEqual([subnet.x, subnet.y])
  expect(await h.at('VPC')).toEqual(before)
})

test('a group grows when something is dropped across its edge', async ({ page, h }) => {
  await h.drop('vpc', 420, 400)
  const before = await h.at('VPC')
  const box = (await h.node('VPC').boundingBox())!
  const canvas = (await h.canvas.boundingBox())!
  await h.drop('ec2', box.x + box.width - canvas.x - 12, box.y + box.height / 2 - canvas.y)
  expect(await h.parentOf('EC2')).toBe('VPC')
  const vpc = await h.at('VPC')
  const ec2 = await h.at('EC2')
  expect(ec2.x + ec2.w).toBeGreaterThan(before.x + before.w)
  expect(vpc.x + vpc.w).toBeGreaterThan(ec2.x + ec2.w)
  expect([vpc.x, vpc.y]).toEqual([before.x, before.y])
  await page.keyboard.press('Control+z')
  await expect.poll(() => h.at('VPC')).toEqual(before)
})

test('a group carries what is in it, and growing to the left moves nothing else', async ({ h }) => {
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 300, 330)
  await h.rename('Left')
  await h.drop('rds', 560, 450)
  const left = await h.at('Left')
  const right = await h.at('RDS')
  await h.drag('VPC', 60, 40)
  expect((await h.at('Left')).x - left.x).toBe((await h.at('RDS')).x - right.x)
  expect((await h.at('Left')).x).toBeGreaterThan(left.x)

  const vpc = await h.at('VPC')
  const rds = await h.at('RDS')
  await h.drag('Left', -140, 0)
  expect(await h.parentOf('Left')).toBe('VPC')
  expect((await h.at('VPC')).x).toBeLessThan(vpc.x)
  expect(await h.at('RDS')).toEqual(rds)
})

test('nonsense is refused with a reason, and what was dropped lies where it may', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 420, 400)
  await h.drop('publicSubnet', 420, 400)
  await h.drop('region', 420, 400)
  await expect(page.getByText('A Region does not belong inside a public subnet.')).toBeVisible()
  expect(await h.parentOf('Region')).toBeNull()
  await page.keyboard.press('Control+z')
  await h.drop('users', 420, 400)
  await expect(page.getByText(/stay outside a public subnet/)).toBeVisible()
  expect(await h.parentOf('Users')).toBeNull()
  await page.keyboard.press('Control+z')
  await h.drop('users', 260, 300)
  await expect(page.getByText(/stay outside a VPC/)).toBeVisible()
  expect(await h.parentOf('Users')).toBeNull()
})

test('quick add places beside the selection, in its group, connected; undo leads back to the start', async ({
  page,
  h,
}) => {
  const start = await h.content()
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 420, 400)
  await h.quickAdd('postgres')
  expect(await h.parentOf('RDS')).toBe('VPC')
  const { nodes, edges } = await h.content()
  const label = (id: string): string | undefined => nodes.find((n) => n.id === id)?.label
  expect(edges.map((e) => [label(e.source), label(e.target)])).toEqual([['EC2', 'RDS']])
  const end = await h.content()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  expect(await h.content()).toEqual(start)
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+z')
  expect(await h.content()).toEqual(end)
})

test('connectors are drawn by hand to nodes and groups, and say what they carry', async ({
  page,
  h,
}) => {
  await h.drop('users', 80, 300)
  await h.drop('vpc', 540, 420)
  await h.connect('Users', 'VPC')
  await expect(page.locator('[data-edge]')).toHaveCount(1)
  await page.getByLabel('Kind').selectOption('event')
  await h.say('protocol', 'HTTP')
  await h.say('encrypted', 'No')
  await page.getByLabel('Label', { exact: true }).fill('Visits')
  await page.getByLabel('Label', { exact: true }).press('Enter')
  const connector = page.locator('[data-edge]')
  await expect(connector).toHaveAccessibleName(
    'Connector from Users to VPC, Visits · HTTP, not encrypted in transit',
  )
  const [edge] = (await h.content()).edges
  expect(edge).toMatchObject({ kind: 'event', label: 'Visits' })
  expect(edge?.facts['encrypted']).toMatchObject({ value: false, source: 'user' })
  await h.say('encrypted', 'Unknown')
  expect((await h.content()).edges[0]?.facts['encrypted']).toBeUndefined()
})

test('labels are edited in place; Escape keeps the old one', async ({ page, h }) => {
  await h.drop('ec2', 400, 300)
  await h.rename('Shop')
  await h.node('Shop').locator('[data-icon]').dblclick()
  const field = page.getByRole('textbox', { name: 'Label of Shop' })
  await field.fill('Something else')
  await field.press('Escape')
  await expect(h.node('Shop')).toBeVisible()
  expect((await h.content()).nodes[0]?.label).toBe('Shop')
})

test('several are selected with a marquee, aligned, duplicated and deleted', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 300, 200)
  await h.drop('rds', 480, 330)
  await h.drop('lambda', 660, 260)
  const box = (await h.canvas.boundingBox())!
  await page.mouse.move(box.x + 200, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 760, box.y + 460, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByRole('heading', { name: '3 nodes selected' })).toBeVisible()
  await page.getByRole('button', { name: 'Align top' }).click()
  const tops = new Set((await h.content()).nodes.map((n) => n.y))
  expect(tops.size).toBe(1)
  await page.getByRole('button', { name: 'Distribute horizontally' }).click()
  const [a, b, c] = (await h.content()).nodes.map((n) => n.x).sort((p, q) => p - q)
  expect(Math.abs(b! - a! - (c! - b!))).toBeLessThanOrEqual(1)
  await h.canvas.focus()
  await page.keyboard.press('Control+d')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(6)
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(3)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowRight')
  expect((await h.content()).nodes.map((n) => n.x).sort((p, q) => p - q)[0]).toBe(a! + 8)
})

test('something on the board is found by name and by service', async ({ page, h }) => {
  await h.drop('rds', 300, 200)
  await h.rename('Ledger')
  await h.drop('ec2', 600, 300)
  await page.keyboard.press('Control+f')
  await page.getByLabel('Find on board').fill('relational')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect(page.getByRole('heading', { name: /Relational Database/ })).toBeVisible()
})

test('what nobody said is a third state: a question and not a finding, and one can go back to it', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 420, 400)
  await h.drop('rds', 420, 400)
  const fact = page.locator('[data-fact="multiAz"]')
  const question = page.locator('[data-question="multiAz"]')
  const unsaid = async (): Promise<void> => {
    await expect.poll(h.findings).not.toContain('REL-03')
    await h.inPanel('Questions')
    await expect(question).toHaveCount(1)
    await h.inPanel('Inspector')
    await expect(fact.getByRole('radio', { name: 'Unknown' })).toBeChecked()
  }
  await h.inPanel('Inspector')
  expect((await h.content()).nodes.find((n) => n.label === 'RDS')?.facts).toEqual({})
  await unsaid()

  await h.say('multiAz', 'No')
  await expect.poll(h.findings).toContain('REL-03')
  await h.inPanel('Questions')
  await expect(question).toHaveCount(0)

  await h.inPanel('Inspector')
  await h.say('multiAz', 'Yes')
  await expect.poll(h.findings).not.toContain('REL-03')
  await h.inPanel('Questions')
  await expect(question).toHaveCount(0)

  await h.inPanel('Inspector')
  await h.say('multiAz', 'Unknown')
  await unsaid()
  expect((await h.content()).nodes.find((n) => n.label === 'RDS')?.facts).toEqual({})
})
