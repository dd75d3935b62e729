import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Commands'))

test('what the command list offers is in the help with the same shortcut, and the help has more', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 300, 200)
  await h.drop('rds', 500, 300)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  const offered = await page.locator('[cmdk-item]').evaluateAll((items) =>
    items.map((item) => {
      const keys = item.querySelector('kbd')?.textContent ?? ''
      return `${item.querySelector('span')?.textContent ?? ''} ${keys}`.trim()
    }),
  )
  await page.keyboard.press('Escape')
  await expect(page.locator('[cmdk-item]')).toHaveCount(0)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard and mouse' })
  const listed = await help.locator('section > div').evaluateAll((rows) =>
    rows.map((row) => {
      const keys = row.querySelector('kbd')?.textContent ?? ''
      return `${row.querySelector('span')?.textContent ?? ''} ${keys}`.trim()
    }),
  )
  expect(offered.length).toBeGreaterThan(30)
  expect(offered.filter((row) => !listed.includes(row))).toEqual([])
  // Not now, but at another time: undoing needs a past, stepping needs a presentation.
  expect(offered).toContain('Undo Ctrl+Z')
  expect(offered.some((row) => row.startsWith('Next frame'))).toBe(false)
  expect(listed.some((row) => row.startsWith('Next frame'))).toBe(true)
})

test('commands are found by their words and run by Enter; dark mode is one and is remembered', async ({
  page,
  h,
}) => {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('qwertz')
  await expect(page.getByText('No such command.')).toBeVisible()
  await page.getByPlaceholder('What do you want to do?').fill('dark')
  await page.keyboard.press('Enter')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Open Commands' }).click()
  await expect(h.canvas).toBeVisible()
  await page.keyboard.press('Alt+Shift+t')
  await expect(html).toHaveAttribute('data-theme', 'light')
})

test('without a choice the app follows the system, light or dark', async ({ page, h }) => {
  await expect(h.canvas).toBeVisible()
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(html).toHaveAttribute('data-theme', 'dark')
})

test('one key hides everything but the board, and brings it back', async ({ page, h }) => {
  await h.canvas.focus()
  const panels = page.getByRole('complementary')
  await expect(panels).toHaveCount(2)
  await page.keyboard.press('\\')
  await expect(panels).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export' })).toHaveCount(0)
  await page.keyboard.press('\\')
  await expect(panels).toHaveCount(2)
})

test('shortcuts stay out of text that is being typed', async ({ page, h }) => {
  await h.drop('ec2', 300, 200)
  await page.keyboard.press('F2')
  const field = page.getByRole('textbox', { name: 'Label of EC2' })
  await field.press('Control+a')
  await field.pressSequentially('a/c?\\')
  await field.press('Backspace')
  await field.press('Enter')
  await expect(h.node('a/c?')).toBeVisible()
  expect((await h.content()).nodes).toHaveLength(1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the palette finds by abbreviation and by what a thing is for; Enter puts the first on the board', async ({
  page,
  h,
}) => {
  const search = page.getByLabel('Search services and groups')
  const first = page.getByRole('list', { name: 'Search results' }).getByRole('listitem').first()
  for (const [words, item] of [
    ['alb', 'alb'],
    ['k8s', 'eks'],
    ['postgres', 'rds'],
    ['vpc', 'vpc'],
  ] as const) {
    await search.fill(words)
    await expect(first, words).toHaveAttribute('data-palette-item', item)
  }
  await search.press('Enter')
  await expect(h.node('VPC')).toBeVisible()
  await search.fill('nothing is called so')
  await expect(page.getByText(/^Nothing is called/)).toBeVisible()
})

test('a shortcut can be changed, is not given twice, and is remembered', async ({ page, h }) => {
  await h.drop('ec2', 400, 300)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  const shortcut = dialog.locator('[data-shortcut="arrange.lock"]')
  await shortcut.click()
  await page.keyboard.press('Control+d')
  await expect(page.getByText('is the shortcut of “Duplicate”')).toBeVisible()
  await page.keyboard.press('Control+Alt+j')
  await expect(shortcut).toContainText('yours')
  await page.keyboard.press('Escape')
  await h.choose('EC2')
  await h.canvas.focus()
  await page.keyboard.press('Control+Alt+j')
  await expect.poll(async () => (await h.content()).nodes[0]?.locked).toBe(true)
  await page.keyboard.press('Control+l')
  expect((await h.content()).nodes[0]?.locked).toBe(true)

  await page.reload()
  await h.openFirst()
  await page.keyboard.press('?')
  await expect(shortcut).toContainText('yours')
  await dialog.getByRole('button', { name: 'Reset all shortcuts' }).click()
  await expect(shortcut).toHaveAccessibleName(/Ctrl\+L/)
})
