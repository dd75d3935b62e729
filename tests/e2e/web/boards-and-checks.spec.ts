import { expect, test } from '../../support/e2e-web'

test('boards are copied to a target, renamed, deleted and brought back by undo', async ({
  page,
  h,
}) => {
  await h.openSample('order-pipeline')
  const start = await h.content()
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('menuitem', { name: 'Copy this board to a target' }).click()
  await expect.poll(async () => (await h.content()).nodes.length).toBe(2 * start.nodes.length)
  const second = page.getByRole('tab', { name: 'Target' }).nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await second.dblclick()
  await page.getByLabel('Board name').fill('Phase two')
  await page.getByLabel('Board name').press('Enter')
  await expect(page.getByRole('tab', { name: 'Phase two' })).toBeVisible()
  const copied = await h.content()
  await page.getByRole('button', { name: 'Board Phase two: more' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(h.content).toEqual(start)
  await expect(page.getByRole('tab', { name: 'Phase two' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(copied)
  await page.getByRole('tab', { name: 'Phase two' }).click()
  await expect(h.node('Take order')).toBeVisible()
})

test('a target board is a board of its own: edits on it leave the current board as it was', async ({
  page,
  h,
}) => {
  await h.newSession('Two boards')
  await h.drop('ec2', 300, 240)
  await h.quickAdd('rds')
  await h.inPanel('Inspector')
  await h.say('multiAz', 'No')
  const current = await h.content()
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('menuitem', { name: 'Copy this board to a target' }).click()
  await expect.poll(async () => (await h.content()).boards.map((b) => b.kind)).toContain('target')
  const target = (await h.content()).boards.find((b) => b.kind === 'target')
  const onTarget = async () => {
    const { nodes, edges } = await h.content()
    const there = nodes.filter((n) => n.boardId === target?.id)
    return { nodes: there, edges: edges.filter((e) => e.boardId === target?.id) }
  }
  const { nodes, edges } = await onTarget()
  const label = (id: string): string | undefined => nodes.find((n) => n.id === id)?.label
  expect(edges.map((e) => [label(e.source), label(e.target)])).toEqual([['EC2', 'RDS']])

  await h.choose('RDS')
  await h.say('multiAz', 'Yes')
  await h.drag('EC2', 40, 120)
  await expect
    .poll(async () => (await onTarget()).nodes.find((n) => n.label === 'RDS')?.facts['multiAz'])
    .toMatchObject({ value: true })
  const after = await h.content()
  const before = new Set(current.nodes.map((n) => n.id))
  expect(after.nodes.filter((n) => before.has(n.id))).toEqual(current.nodes)
  expect(await h.findings()).not.toContain('REL-03')
  await page.keyboard.press('Control+PageUp')
  await expect(page.getByRole('tab', { name: 'Current' })).toHaveAttribute('aria-selected', 'true')
  await expect.poll(h.findings).toContain('REL-03')
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
      return Math.max(
        Math.abs(now.x + now.width / 2 - (canvas.x + canvas.width / 2)),
        Math.abs(now.y + now.height / 2 - (canvas.y + canvas.height / 2)),
      )
    })
    .toBeLessThan(40)
  const security = page.getByRole('region', { name: 'Security', exact: true })
  await expect(security.locator('[data-finding="SEC-01"]').first()).toBeVisible()
  await expect(security.locator('[data-finding^="REL"]')).toHaveCount(0)
  await page.getByRole('radio', { name: 'By principle' }).click()
  await expect(page.getByRole('region', { name: 'Design for failure' })).toBeVisible()
  await expect(security).toHaveCount(0)
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
