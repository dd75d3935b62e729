import { expect, test } from '../../support/e2e-web'

test('the gauge opens the figures, by pillar and by principle; a practice leads to its thing on the board', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  await page.getByRole('button', { name: /Known.*Holds/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Coverage and posture' })
  await expect(dialog.locator('[data-figure="known"]')).toHaveText(/^\d+ %$/)
  await expect(dialog.locator('[data-figure="holds"]')).toHaveText(/^\d+ %$/)
  await expect(dialog.getByText('No history yet')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^Security \d+ %/ })).toBeVisible()
  await dialog.getByRole('radio', { name: 'By principle' }).click()
  await expect(dialog.getByRole('row', { name: /^Design for failure/ })).toBeVisible()

  await dialog.getByRole('tab', { name: 'Well-Architected' }).click()
  await expect(dialog.getByRole('radio', { name: /^All/ })).toHaveText('All306')
  const beyond = dialog.getByRole('region', { name: 'No drawing can answer', exact: true })
  await expect(beyond.getByText('Establish ownership of cost optimization')).toBeAttached()
  await dialog.getByRole('radio', { name: /^Findings/ }).click()
  await expect(beyond).toHaveCount(0)
  await dialog.getByLabel('Pillar').selectOption({ label: 'Security' })
  await expect(dialog.locator('[data-practice]').first()).toHaveAttribute('data-practice', /^SEC/)
  const finding = dialog.locator('[data-practice-finding="SEC-01"]').first()
  await finding.click()
  await expect(dialog).toBeHidden()
  const [selected] = await page.evaluate(() => window.drawbridgeSession!.view().selection)
  const database = (await h.content()).nodes.find((n) => n.label === 'MySQL server')
  expect(selected).toBe(database?.id)
  await expect(h.node('MySQL server').first()).toBeInViewport()
})

test('what the figures were is kept once a minute and drawn, and undo does not know of it', async ({
  page,
  h,
}) => {
  await page.clock.install()
  await page.reload()
  await h.newSession('History')
  await h.drop('ec2', 300, 240)
  await page.clock.runFor(61_000)
  await expect.poll(async () => (await h.content()).history.length).toBe(1)
  await page.clock.runFor(10 * 60_000)
  await h.quickAdd('rds')
  await h.inPanel('Inspector')
  await h.say('multiAz', 'No')
  await page.clock.runFor(61_000)
  await expect.poll(async () => (await h.content()).history.length).toBe(2)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('posture')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Coverage and posture' })
  const chart = dialog.getByRole('img', { name: /known went from \d+ % to \d+ %/ })
  await expect(chart.locator('[data-line="coverage"] circle')).toHaveCount(2)
  await expect(chart.locator('[data-line="coverage"] title').first()).toHaveText(/: Known \d+ %$/)
  await dialog.getByLabel('History of').selectOption('Reliability')
  await expect(dialog.getByRole('img', { name: /known went from/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await expect.poll(async () => (await h.content()).nodes.length).toBe(0)
  expect((await h.content()).history).toHaveLength(2)
})
