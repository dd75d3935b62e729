import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Keyboard'))

/** Keystrokes that a person would need, counted. */
function typist(page: import('@playwright/test').Page) {
  let strokes = 0
  return {
    get strokes() {
      return strokes
    },
    async press(...keys: string[]) {
      for (const key of keys) {
        strokes += 1
        await page.keyboard.press(key)
      }
    },
    async type(text: string) {
      strokes += text.length
      await page.keyboard.type(text)
    },
  }
}

test('a three-tier architecture in two zones takes no mouse and under 90 seconds at five keystrokes a second', async ({
  page,
  h,
}) => {
  const hand = typist(page)
  const count = async (): Promise<number> => (await h.content()).nodes.length
  const add = async (name: string): Promise<void> => {
    const before = await count()
    await hand.press('a')
    await expect(page.getByRole('combobox', { name: 'What to add' })).toBeFocused()
    await hand.type(name)
    await hand.press('Enter')
    await expect.poll(count).toBe(before + 1)
  }
  const connectTo = async (name: string): Promise<void> => {
    const before = (await h.content()).edges.length
    await hand.press('c')
    await expect(page.getByRole('combobox', { name: 'What to connect with' })).toBeFocused()
    await hand.type(name)
    await hand.press('Enter')
    await expect.poll(async () => (await h.content()).edges.length).toBe(before + 1)
  }
  const rename = async (name: string): Promise<void> => {
    await hand.press('F2')
    await expect(page.getByRole('textbox', { name: /^Label of / })).toBeFocused()
    await hand.type(name)
    await hand.press('Enter')
  }
  await h.canvas.focus()
  await add('vpc')
  for (const zone of ['A', 'B']) {
    await add('availability zone')
    await rename(`Zone ${zone}`)
    await add('public subnet')
    await add('ec2')
    await rename(`Web ${zone}`)
    await hand.press('Control+Shift+ArrowUp', 'Control+Shift+ArrowUp')
    await add('private subnet')
    await add('ec2')
    await rename(`App ${zone}`)
    await connectTo(`Web ${zone}`)
    await hand.press('Control+Shift+ArrowUp')
    await add('rds')
    await rename(`Data ${zone}`)
    await connectTo(`App ${zone}`)
    await hand.press('Control+Shift+ArrowUp', 'Control+Shift+ArrowUp', 'Control+Shift+ArrowUp')
  }
  await hand.press('Escape')
  await add('alb')
  await connectTo('Web A')
  await connectTo('Web B')

  const { nodes, edges } = await h.content()
  const parent = (label: string): string | undefined => {
    const node = nodes.find((n) => n.label === label)
    return nodes.find((n) => n.id === node?.parentId)?.label
  }
  expect(parent('Zone A')).toBe('VPC')
  expect(parent('Zone B')).toBe('VPC')
  for (const zone of ['A', 'B']) {
    expect(parent(`Web ${zone}`)).toBe('Public subnet')
    expect(parent(`App ${zone}`)).toBe('Private subnet')
    expect(parent(`Data ${zone}`)).toBe('Private subnet')
  }
  expect(edges).toHaveLength(6)
  expect(hand.strokes / 5).toBeLessThan(90)
})

test('one goes about the board by direction, along connectors, into groups and out', async ({
  page,
  h,
}) => {
  await h.drop('users', 80, 300)
  await h.drop('vpc', 540, 400)
  await h.drop('ec2', 480, 380)
  await h.drop('rds', 700, 380)
  await h.connect('EC2', 'RDS')
  const chosen = async (): Promise<string | undefined> => {
    const { nodes } = await h.content()
    const [id] = await page.evaluate(() => window.drawbridgeSession!.view().selection)
    return nodes.find((node) => node.id === id)?.label
  }
  const says = page.getByTestId('announcer')
  await h.choose('VPC')
  await h.quickAdd('s3')
  await expect(says).toContainText(/S3 added to VPC; .*question/)
  await page.keyboard.press('Control+z')
  await expect(says).toContainText('S3 removed')
  await h.choose('EC2')
  await h.canvas.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(chosen).toBe('RDS')
  await expect(says).toContainText('(RDS), in VPC; ')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(chosen).toBe('EC2')
  await page.keyboard.press('Control+ArrowLeft')
  await expect.poll(chosen).toBe('Users')
  await page.keyboard.press('Control+ArrowRight')
  await expect.poll(chosen).toBe('EC2')
  await page.keyboard.press('Control+Shift+ArrowUp')
  await expect.poll(chosen).toBe('VPC')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect.poll(chosen).toBe('EC2')
  await page.keyboard.press('i')
  await expect(page.getByLabel('Label', { exact: true })).toBeFocused()
})

test('the outline lists the board as a tree and goes where one chooses', async ({ page, h }) => {
  await h.drop('vpc', 540, 400)
  await h.drop('ec2', 480, 380)
  await h.inPanel('Outline')
  const tree = page.getByRole('tree', { name: /^Outline of/ })
  await expect(tree.getByRole('treeitem')).toHaveText(['VPC', 'EC2'])
  await tree.getByRole('treeitem', { name: 'VPC' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem')).toHaveText(['VPC'])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(tree.getByRole('treeitem', { name: 'EC2' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tree.getByRole('treeitem', { name: 'EC2' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByTestId('announcer')).toContainText('EC2')
})
