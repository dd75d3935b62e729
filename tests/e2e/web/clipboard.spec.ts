import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ context, served, h }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
  await h.newSession('Clipboard')
})

test('a copy has what the original has: what is inside, the connectors between, the facts', async ({
  page,
  h,
}) => {
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 340, 400)
  await h.quickAdd('rds')
  await h.inPanel('Inspector')
  await h.say('multiAz', 'No')
  const original = await h.content()
  await h.node('VPC').locator('[data-icon]').click()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(6)
  const { nodes, edges } = await h.content()
  const old = new Set(original.nodes.map((n) => n.id))
  const copies = nodes.filter((n) => !old.has(n.id))
  const copy = (label: string) => copies.find((n) => n.label === label)
  expect(copies.map((n) => n.label).sort()).toEqual(['EC2', 'RDS', 'VPC'])
  expect(copy('EC2')?.parentId).toBe(copy('VPC')?.id)
  expect(copy('RDS')?.facts['multiAz']).toMatchObject({ value: false })
  const made = edges.filter((e) => e.source === copy('EC2')?.id)
  expect(made.map((e) => e.target)).toEqual([copy('RDS')?.id])
  expect(nodes.filter((n) => old.has(n.id))).toEqual(original.nodes)

  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(original)
})

test('each further paste lies beside the last', async ({ page, h }) => {
  await h.drop('ec2', 300, 200)
  await page.keyboard.press('Control+c')
  for (const count of [2, 3, 4]) {
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await h.content()).nodes.length).toBe(count)
  }
  const places = (await h.content()).nodes.map((n) => `${n.x} ${n.y}`)
  expect(new Set(places).size).toBe(4)
})

test('copies travel to another session, connectors and nesting with them', async ({ page, h }) => {
  await h.drop('vpc', 420, 400)
  await h.drop('ec2', 420, 400)
  await h.quickAdd('s3')
  await h.toLibrary()
  await h.newSession('Another')
  await h.drop('lambda', 700, 160)
  await h.toLibrary()
  await page.getByRole('button', { name: 'Open Clipboard' }).click()
  await expect(h.node('EC2')).toBeVisible()
  const original = await h.content()
  await h.canvas.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await h.toLibrary()
  await page.getByRole('button', { name: 'Open Another' }).click()
  await expect(h.node('Lambda')).toBeVisible()
  await h.canvas.focus()
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(4)
  expect(await h.parentOf('EC2')).toBe('VPC')
  const { nodes, edges } = await h.content()
  const label = (id: string): string | undefined => nodes.find((n) => n.id === id)?.label
  expect(edges.map((e) => [label(e.source), label(e.target)])).toEqual([['EC2', 'S3']])
  await h.saved()
  await h.toLibrary()
  await page.getByRole('button', { name: 'Open Clipboard' }).click()
  await expect(h.node('EC2')).toBeVisible()
  expect(await h.content()).toEqual(original)
})

test('what is cut is gone from the board and comes back where it is pasted', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 300, 200)
  await h.quickAdd('rds')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(0)
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(2)
  expect((await h.content()).edges).toHaveLength(1)
})

test('text from elsewhere is not pasted on the board, and text fields keep their own clipboard', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 300, 200)
  const before = await h.content()
  for (const foreign of [
    'just words',
    '{"format":"drawbridge-clipboard","version":1}',
    '{"format":"drawbridge-clipboard","version":1,"nodes":[{"id":"x"}],"edges":[]}',
  ]) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), foreign)
    await h.canvas.focus()
    await page.keyboard.press('Control+v')
    expect(await h.content(), foreign).toEqual(before)
  }
  // Pastes come in order: had one of those put something on the board, it would be there before this.
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(h.node('EC2')).toHaveCount(2)
  expect((await h.content()).nodes).toHaveLength(2)
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(before)
  await h.choose('EC2')

  await page.evaluate(() => navigator.clipboard.writeText('Checkout'))
  await page.keyboard.press('F2')
  const field = page.getByRole('textbox', { name: 'Label of EC2' })
  await field.press('Control+a')
  await field.press('Control+v')
  await field.press('Enter')
  await expect(h.node('Checkout')).toBeVisible()
  expect((await h.content()).nodes).toHaveLength(1)
})
