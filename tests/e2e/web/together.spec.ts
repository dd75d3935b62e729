import { isDeepStrictEqual } from 'node:util'
import { join, Network, share } from '../../support/e2e-guests'
import { hand } from '../../support/e2e-hand'
import { startServe } from '../../support/host-serve'
import { expect, test } from '../../support/e2e-web'

test('a guest joins by link: edits, cursor and drags are seen on both sides', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Shared')
  await h.drop('ec2', 300, 240)
  await h.rename('Shop')
  const guest = await join(browser, await share(page, 'Can edit'), 'Robin')
  await expect(guest.h.node('Shop')).toBeVisible()
  await guest.h.drop('rds', 500, 400)
  await expect(h.node('RDS')).toBeVisible()

  await guest.h.canvas.hover({ position: { x: 200, y: 150 } })
  await expect(page.locator('[data-peer="Robin"]')).toContainText('Robin')
  await expect(page.getByRole('list', { name: 'People in this session' })).toBeVisible()

  const still = await h.at('RDS')
  const before = (await h.node('RDS').boundingBox())!
  await guest.h.drag('RDS', 90, 30, { release: false })
  await expect
    .poll(async () => (await h.node('RDS').boundingBox())!.x - before.x)
    .toBeGreaterThan(60)
  expect(await h.at('RDS')).toEqual(still)
  await guest.page.mouse.up()
  await expect.poll(async () => (await h.at('RDS')).x).toBeGreaterThan(still.x + 60)

  await expect.poll(guest.h.content).toEqual(await h.content())
  await guest.context.close()
  await expect(page.locator('[data-peer="Robin"]')).toHaveCount(0)
})

test('a guest without a name is asked for one, and the others see it', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Named')
  const guest = await join(browser, await share(page, 'Can edit'), '')
  await guest.page.getByPlaceholder('As the others see it').fill('Toni')
  await guest.page.getByRole('button', { name: 'That’s me' }).click()
  await expect(guest.page.getByRole('form', { name: 'Your name' })).toHaveCount(0)
  await guest.h.canvas.hover({ position: { x: 300, y: 200 } })
  await expect(page.locator('[data-peer="Toni"]')).toBeVisible()
  await guest.context.close()
})

test('a viewer sees and cannot change; stopping to share is said in words', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Watched')
  await h.drop('ec2', 300, 240)
  const guest = await join(browser, await share(page, 'Can view'), 'Val')
  await expect(guest.page.getByText('View only')).toBeVisible()
  await expect(guest.page.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0)
  const before = await h.content()
  await guest.h.choose('EC2')
  await expect(guest.page.locator('[data-fact="role"] select')).toBeDisabled()
  await expect(guest.page.getByLabel('Label', { exact: true })).toBeDisabled()
  await expect(
    guest.page.locator('[data-palette-item="rds"]').first().getByRole('button'),
  ).toBeDisabled()
  await expect(guest.page.locator('[data-link]')).toHaveCount(0)
  await guest.page.keyboard.press('Delete')
  await guest.page.keyboard.press('F2')
  await guest.page.keyboard.press('Control+d')
  await guest.page.keyboard.press('a')
  await expect(guest.page.getByRole('dialog')).toHaveCount(0)
  await guest.h.node('EC2').locator('[data-icon]').dblclick()
  await expect(guest.page.getByRole('textbox', { name: 'Label of EC2' })).toHaveCount(0)
  await guest.h.drag('EC2', 120, 80)
  expect(await guest.h.content()).toEqual(before)
  await guest.h.node('EC2').locator('[data-icon]').click({ button: 'right' })
  const offered = guest.page.getByRole('menuitem')
  await expect(offered).toHaveText([/^Copy/, /^Select/, /^Zoom to selection/])
  await guest.page.keyboard.press('Escape')
  await guest.page.keyboard.press('Escape')
  await guest.page.keyboard.press('Shift+F10')
  await expect(offered).toHaveText([/^Select all/, /^Find/, /^Zoom to fit/, /^Zoom to 100/])
  await guest.page.keyboard.press('Escape')
  await h.quickAdd('s3')
  await expect(guest.h.node('S3')).toBeVisible()
  expect((await h.content()).nodes).toHaveLength(2)

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Stop sharing' }).click()
  await expect(guest.page.getByRole('alert')).toContainText('no longer shared')
  await guest.context.close()
})

test('a link that was withdrawn, or never was one, is refused in words', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Withdrawn')
  const link = await share(page, 'Can edit')
  const guest = await join(browser, link, 'Lou')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByLabel('Link', { exact: true })).toHaveCount(0)
  await expect(guest.page.getByRole('alert')).toContainText('This invitation was withdrawn')
  await guest.page.reload()
  await expect(guest.page.getByRole('alert')).toContainText('This invitation was withdrawn')
  await guest.page.goto(`${link.slice(0, -6)}AAAAAA`)
  await guest.page.reload()
  await expect(guest.page.getByRole('alert')).toContainText('This link does not work')
  await guest.context.close()
})

test('undo takes back one’s own edits and leaves those of the others', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Undo together')
  await h.drop('ec2', 300, 240)
  const guest = await join(browser, await share(page, 'Can edit'), 'Noa')
  await guest.h.drop('rds', 500, 400)
  await expect(h.node('RDS')).toBeVisible()
  await h.choose('EC2')
  await h.canvas.focus()
  await page.keyboard.press('ArrowRight')
  const moved = await h.at('EC2')
  await expect.poll(() => guest.h.at('EC2')).toEqual(moved)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(h.node('EC2')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(guest.h.node('EC2')).toHaveCount(0)
  await expect(h.node('RDS')).toBeVisible()
  await guest.h.canvas.focus()
  await guest.page.keyboard.press('Control+z')
  await expect(h.node('RDS')).toHaveCount(0)
  await guest.context.close()
})

test('edits made while the network is away come together when it is back', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Offline')
  await h.drop('ec2', 300, 240)
  const network = new Network()
  const guest = await join(browser, await share(page, 'Can edit'), 'Sam', network)
  await expect(guest.h.node('EC2')).toBeVisible()
  network.cut()
  await expect(guest.page.getByText(/^Offline. Your edits/)).toBeVisible()
  await guest.h.node('EC2').locator('[data-icon]').click()
  await guest.h.rename('By guest')
  await guest.h.drop('rds', 520, 420)
  await h.node('EC2').locator('[data-icon]').click()
  await h.rename('By owner')
  await h.drop('alb', 560, 120)
  await h.saved()
  expect((await h.content()).nodes.map((n) => n.label)).not.toContain('RDS')
  expect((await guest.h.content()).nodes.map((n) => n.label)).not.toContain('ALB')
  network.restore()
  await expect(h.node('RDS')).toBeVisible({ timeout: 30_000 })
  await expect(guest.h.node('ALB')).toBeVisible({ timeout: 30_000 })
  await expect
    .poll(async () => isDeepStrictEqual(await guest.h.content(), await h.content()))
    .toBe(true)
  await guest.h.saved()
  const labels = (await h.content()).nodes.map((n) => n.label)
  expect(labels).toHaveLength(3)
  expect(labels.filter((label) => label.startsWith('By '))).toHaveLength(1)
  await guest.context.close()
})

test('the laser of who presents is seen by the others, and goes when it is put away', async ({
  page,
  h,
  browser,
}) => {
  await h.newSession('Pointed at')
  await h.drop('ec2', 300, 240)
  const guest = await join(browser, await share(page, 'Can view'), 'Jo')
  const marks = (): Promise<unknown[]> =>
    guest.page
      .locator('.react-flow__viewport-portal [style*="rgb(255, 45, 63)"]')
      .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().width))
  expect(await marks()).toEqual([])
  await page.keyboard.press('F5')
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toBeVisible()
  await page.keyboard.press('l')
  await page.mouse.move(600, 400, { steps: 4 })
  await expect.poll(async () => (await marks()).length).toBe(1)
  await page.keyboard.press('l')
  await expect.poll(marks).toEqual([])
  await guest.context.close()
})

test('a host that is killed and started again has lost nothing that was acknowledged, and all meet again', async ({
  browser,
  served,
  page,
  h,
}) => {
  await h.newSession('Crash')
  await h.drop('ec2', 300, 240)
  const link = await share(page, 'Can edit')
  const guest = await join(browser, link, 'Ali')
  await guest.h.drop('rds', 520, 420)
  await guest.h.saved()
  await h.saved()
  await served.kill()
  // Drawn while nobody answers: kept by the guest's window.
  await guest.h.drop('alb', 560, 120)
  const port = Number(new URL(served.origin).port)
  const again = await startServe({ dataFolder: served.dataFolder, port })
  try {
    const owner = await (
      await browser.newContext({ viewport: { width: 1440, height: 900 } })
    ).newPage()
    await owner.goto(again.link)
    const o = hand(owner)
    await owner.getByRole('button', { name: 'Open Crash' }).click()
    await expect(o.node('EC2')).toBeVisible()
    await expect(o.node('RDS')).toBeVisible()
    await owner.getByRole('button', { name: 'Share', exact: true }).click()
    await owner.getByRole('button', { name: /New link|make a link/ }).click()
    await owner.keyboard.press('Escape')
    await expect(o.node('ALB')).toBeVisible({ timeout: 30_000 })
    await guest.h.saved()
    await expect
      .poll(async () => isDeepStrictEqual(await guest.h.content(), await o.content()))
      .toBe(true)
  } finally {
    await again.stop()
  }
})
