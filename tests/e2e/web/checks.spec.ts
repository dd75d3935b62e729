import { resolve } from 'node:path'
import { expect, test } from '../../support/e2e-web'

const SHOTS = process.env['SHOTS']

test('a fix is previewed with ghosts, applied in one step and undone in one', async ({
  page,
  h,
}) => {
  await h.newSession('Fixes')
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page
    .getByRole('menuitem', { name: /target/ })
    .first()
    .click()
  await h.drop('rds', 420, 300)
  await h.rename('orders')
  await h.inPanel('Inspector')
  await h.say('multiAz', 'No')
  await h.inPanel('Findings')
  const row = page.locator('[data-finding="REL-03"]')
  await row.getByRole('button', { name: 'Show why and what to do' }).click()
  const fix = row.locator('[data-fix]').first()
  await fix.getByRole('button', { name: 'Preview' }).click()
  await expect(page.locator('[data-preview]').getByText('changed')).toBeVisible()
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/fix-preview.png` })
  const before = await h.content()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-preview]')).toHaveCount(0)
  expect(await h.content()).toEqual(before)
  await fix.getByRole('button', { name: 'Apply' }).click()
  await expect(page.locator('[data-finding="REL-03"]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(before)
})

test('a fix of a current board goes to the target board, which is made when there is none', async ({
  page,
  h,
}) => {
  await h.newSession('Fixes on the target')
  await h.drop('rds', 420, 300)
  await h.rename('orders')
  await h.inPanel('Inspector')
  await h.say('multiAz', 'No')
  const current = await h.content()
  await h.inPanel('Findings')
  const row = page.locator('[data-finding="REL-03"]')
  await row.getByRole('button', { name: 'Show why and what to do' }).click()
  await row.getByRole('button', { name: 'Apply to the target board' }).first().click()
  await expect(page.getByRole('tab', { name: 'Target' })).toHaveAttribute('aria-selected', 'true')
  const now = await h.content()
  expect(now.nodes.filter((n) => n.boardId === current.boards[0]!.id)).toEqual(current.nodes)
  const copy = now.nodes.find((n) => n.boardId !== current.boards[0]!.id)
  expect(copy?.facts['multiAz']?.value).toBe(true)
  await page.keyboard.press('Control+z')
  await expect.poll(h.content).toEqual(current)
})

test('a finding is waived with a reason, listed, and open again when withdrawn', async ({
  page,
  h,
}) => {
  await h.newSession('Waivers')
  await h.drop('rds', 420, 300)
  await h.inPanel('Inspector')
  await h.say('encryptedAtRest', 'No')
  await h.inPanel('Findings')
  const row = page.locator('[data-finding="SEC-13"]')
  await row.getByRole('button', { name: 'Show why and what to do' }).click()
  await row.getByRole('button', { name: 'Waive…' }).click()
  const form = page.getByRole('form', { name: 'Waive this finding' })
  await expect(form.getByRole('button', { name: 'Waive' })).toBeDisabled()
  await form.getByLabel('Reason').fill('Public data only')
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/waive.png` })
  await form.getByRole('button', { name: 'Waive' }).click()
  await expect(row).toHaveCount(0)
  const waived = page.locator('[data-waiver="SEC-13"]')
  await expect(waived).toContainText('Public data only')
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/waived.png` })
  await waived.getByRole('button', { name: 'Withdraw' }).click()
  await expect(row).toBeVisible()
  await expect(waived).toHaveCount(0)
})

test('questions are filled as a table by keyboard, and answered with what nobody knows', async ({
  page,
  h,
}) => {
  await h.newSession('Questions')
  for (const x of [300, 480, 660]) await h.drop('rds', x, 300)
  await h.inPanel('Questions')
  const question = page.locator('[data-question="encryptedAtRest"]')
  await question.getByRole('button', { name: 'One by one (3)' }).click()
  const rows = question.getByRole('row')
  await rows.nth(1).getByRole('radio').first().focus()
  await page.keyboard.press('y')
  await expect
    .poll(async () => (await h.content()).nodes.filter((n) => n.facts['encryptedAtRest']).length)
    .toBe(1)
  await page.keyboard.press('n')
  await expect
    .poll(async () => (await h.content()).nodes.map((n) => n.facts['encryptedAtRest']?.value))
    .toEqual(expect.arrayContaining([true, false]))
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/questions.png` })
  await question.getByRole('button', { name: 'Not known' }).click()
  await expect(question).toHaveCount(0)
  const risk = (await h.content()).discovery.find((d) => d.kind === 'risk')
  expect(risk).toMatchObject({ factKey: 'encryptedAtRest' })
  const multiAz = page.locator('[data-question="multiAz"]')
  await multiAz.getByRole('button', { name: /^Assume AWS’s default/ }).click()
  await expect
    .poll(async () => (await h.content()).nodes.map((n) => n.facts['multiAz']?.source))
    .toEqual(['aws-default', 'aws-default', 'aws-default'])
})

test('closing a group says beforehand what it would settle', async ({ page, h }) => {
  await h.newSession('Detail')
  await h.quickAdd('vpc')
  await h.inPanel('Inspector')
  await expect(page.locator('[data-closing]').first()).toBeVisible()
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/detail.png` })
  await page.getByRole('button', { name: 'Everything is drawn' }).first().click()
  await expect
    .poll(async () => (await h.content()).nodes.map((n) => 'detail' in n && n.detail))
    .toEqual(['complete'])
})

test('a rule pack adds its findings, and a broken one is refused with the place', async ({
  page,
  h,
}) => {
  await h.newSession('Packs')
  await h.drop('rds', 420, 300)
  await h.inPanel('Inspector')
  await h.say('engine', 'oracle')
  await h.inPanel('Findings')
  const file = page.getByLabel('Rule pack file')
  await file.setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"drawbridge-rules"}'),
  })
  await expect(page.getByText('broken.json was not added')).toBeVisible()
  await file.setInputFiles(resolve('assets/packs/example-pack.json'))
  await expect(page.locator('[data-finding="ACME-01"]')).toBeVisible()
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/packs.png` })
  await page.getByRole('checkbox', { name: /house rules/ }).uncheck()
  await expect(page.locator('[data-finding="ACME-01"]')).toHaveCount(0)
})
