import { expect, test } from '../../support/e2e-web'

test('boards are copied to a target, renamed and deleted', async ({ page, h }) => {
  await h.openSample('order-pipeline')
  const count = (await h.content()).nodes.length
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('menuitem', { name: 'Copy this board to a target' }).click()
  await expect.poll(async () => (await h.content()).nodes.length).toBe(2 * count)
  const second = page.getByRole('tab', { name: 'Target' }).nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await second.dblclick()
  await page.getByLabel('Board name').fill('Phase two')
  await page.getByLabel('Board name').press('Enter')
  await page.getByRole('button', { name: 'Board Phase two: more' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(async () => (await h.content()).nodes.length).toBe(count)
  await expect(page.getByRole('tab', { name: 'Phase two' })).toHaveCount(0)
})

test('a finding leads to its node, says why and where AWS says so, by pillar and by principle', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  expect(await h.findings()).toEqual(expect.arrayContaining(['REL-11', 'SEC-01', 'SEC-14']))
  const finding = page.locator('[data-finding="SEC-01"]')
  await finding.getByRole('button').first().click()
  await expect(finding.getByText('What to do')).toBeVisible()
  await expect(finding.getByRole('link').first()).toHaveAttribute('href', /docs\.aws\.amazon\.com/)
  const [selected] = await page.evaluate(() => window.drawbridgeSession!.view().selection)
  const database = (await h.content()).nodes.find((n) => n.label === 'MySQL server')
  expect(selected).toBe(database?.id)
  const box = (await h.node('MySQL server').first().boundingBox())!
  const canvas = (await h.canvas.boundingBox())!
  await expect
    .poll(async () => {
      const now = (await h.node('MySQL server').first().boundingBox()) ?? box
      return Math.abs(now.x + now.width / 2 - (canvas.x + canvas.width / 2))
    })
    .toBeLessThan(40)
  await page.getByRole('radio', { name: 'By principle' }).click()
  await expect(page.getByRole('region', { name: 'Design for failure' })).toBeVisible()
})

test('answering a question sets the fact, in the customer’s name, and more is known', async ({
  page,
  h,
}) => {
  await h.newSession('Questions')
  await h.drop('vpc', 420, 400)
  await h.drop('rds', 420, 400)
  const known = page
    .locator('footer')
    .getByText(/^\d+ %$/)
    .first()
  await h.inPanel('Questions')
  const before = await known.textContent()
  const question = page.locator('[data-question="multiAz"]')
  await question.getByRole('radio', { name: 'No', exact: true }).click()
  await expect(question).toHaveCount(0)
  const rds = (await h.content()).nodes.find((n) => n.label === 'RDS')
  expect(rds?.facts['multiAz']).toMatchObject({ value: false, source: 'customer' })
  await expect(known).not.toHaveText(before ?? '')
  expect(await h.findings()).toContain('REL-03')
  await page.keyboard.press('Control+z')
  await expect.poll(h.findings).not.toContain('REL-03')
})

test('notes are tied to nodes; next steps have an owner and a date; workloads get one of the seven Rs', async ({
  page,
  h,
}) => {
  await h.newSession('Discovery')
  await h.drop('ec2', 400, 300)
  await h.rename('Billing')
  await h.inPanel('Notes')
  await page.getByLabel('Add a challenge').fill('Month end takes three days')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-note]').getByText('Billing')).toBeVisible()
  await page.getByLabel('Add a next step').fill('Measure it')
  await page.keyboard.press('Enter')
  const step = page.getByRole('region', { name: 'Next steps' })
  await step.getByLabel('Owner').fill('Kim')
  await step.getByLabel('Owner').press('Enter')
  await step.getByLabel('Due date').fill('2027-02-01')
  await expect
    .poll(async () => (await h.content()).discovery.find((d) => d.kind === 'nextStep'))
    .toMatchObject({ owner: 'Kim', dueDate: '2027-02-01' })

  await h.inPanel('Plan')
  await page.getByLabel('Disposition of Billing').selectOption('replatform')
  await expect(h.node('Billing').getByText('Replatform')).toBeVisible()
  await expect(page.getByText('1 of 1 workloads have a disposition')).toBeVisible()
})

test('presenting steps through frames without panels or findings, with a laser, and stays editable', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  await page.keyboard.press('F5')
  const bar = page.getByRole('toolbar', { name: 'Presenting' })
  await expect(bar).toContainText('Current')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.locator('[data-badge]')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(bar).toContainText('Target · The way in')
  await page.keyboard.press('PageDown')
  await expect(bar).toContainText('Two of everything')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(bar).toContainText('1 / 3')
  await page.keyboard.press('f')
  await expect(page.locator('[data-badge]').first()).toBeVisible()
  await page.keyboard.press('l')
  await page.mouse.move(600, 300)
  await expect(page.getByTestId('laser')).toBeVisible()
  await page.keyboard.press('l')
  await h.node('Web server').locator('img').first().click()
  await h.rename('Shop front')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(2)
})
