import { expect, test } from '../../support/e2e-web'

test('presenting steps through frames without panels or findings, with a laser, and stays editable', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  await expect(page.locator('[data-badge]').first()).toBeVisible()
  await page.keyboard.press('F5')
  const bar = page.getByRole('toolbar', { name: 'Presenting' })
  await expect(bar).toContainText('Current')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).toHaveCount(0)
  await expect(page.locator('[data-badge]')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(bar).toContainText('Target · The way in')
  await page.keyboard.press('PageDown')
  await expect(bar).toContainText('Two of everything')
  await page.keyboard.press('ArrowRight')
  await expect(bar).toContainText('3 / 3')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowLeft')
  await expect(bar).toContainText('1 / 3')
  await page.keyboard.press('ArrowLeft')
  await expect(bar).toContainText('1 / 3')
  await page.keyboard.press('f')
  await expect(page.locator('[data-badge]').first()).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.locator('[data-badge]')).toHaveCount(0)
  await page.keyboard.press('l')
  await page.mouse.move(600, 300)
  await expect(page.getByTestId('laser')).toBeInViewport()
  await page.keyboard.press('l')
  await expect(page.getByTestId('laser')).toHaveCount(0)
  await h.node('Web server').locator('[data-icon]').click()
  await h.rename('Shop front')
  await page.keyboard.press('Escape')
  await expect(bar).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('complementary')).toHaveCount(2)
  await expect(h.node('Shop front')).toBeVisible()
})

test('a step fills the screen with its frame, and an edit meanwhile does not move it', async ({
  page,
  h,
}) => {
  await h.openSample('web-tier')
  await page.keyboard.press('F5')
  const bar = page.getByRole('toolbar', { name: 'Presenting' })
  await expect(bar).toContainText('1 / 3')
  await page.keyboard.press('Space')
  await expect(bar).toContainText('The way in')
  const frame = (await h.content()).frames.find((f) => f.title === 'The way in')!
  // Where the frame is on the screen, from a node in it that is as wide on the board as it is known to be.
  const shown = async () => {
    const { x, y, w } = await h.at('CloudFront')
    const box = await h.node('CloudFront').boundingBox()
    if (!box) return null
    const zoom = box.width / w
    return {
      left: box.x + (frame.x - x) * zoom,
      top: box.y + (frame.y - y) * zoom,
      right: box.x + (frame.x + frame.w - x) * zoom,
      bottom: box.y + (frame.y + frame.h - y) * zoom,
    }
  }
  const screen = page.viewportSize()!
  await expect
    .poll(async () => {
      const at = await shown()
      return at && Math.round(Math.abs(at.left + at.right - screen.width))
    })
    .toBeLessThan(4)
  const fitted = (await shown())!
  expect(fitted.top).toBeGreaterThanOrEqual(0)
  expect(fitted.bottom).toBeLessThanOrEqual(screen.height)
  expect(fitted.bottom - fitted.top).toBeGreaterThan(screen.height * 0.8)

  await h.node('WAF').locator('[data-icon]').click()
  const waf = await h.at('WAF')
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await h.at('WAF')).x).toBe(waf.x + 8)
  await expect(bar).toContainText('2 / 3')
  await h.quickAdd('shield')
  await expect.poll(shown).toEqual(fitted)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => h.at('WAF')).toEqual(waf)
})

test('boards without frames are shown whole, one after another; frames are added around a selection', async ({
  page,
  h,
}) => {
  await h.newSession('Frames')
  await h.drop('ec2', 300, 240)
  await h.drop('rds', 560, 400)
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('menuitem', { name: 'Copy this board to a target' }).click()
  await expect(page.getByRole('tab', { name: 'Target' })).toHaveAttribute('aria-selected', 'true')
  const bar = page.getByRole('toolbar', { name: 'Presenting' })
  await page.getByRole('button', { name: 'Present' }).click()
  await expect(bar).toContainText('Current1 / 2')
  await page.keyboard.press('PageDown')
  await expect(bar).toContainText('Target2 / 2')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Zoom to fit' }).click()

  await h.choose('RDS')
  await h.canvas.focus()
  await page.keyboard.press('Shift+F')
  const row = page.locator('[data-frame]')
  await expect(row).toHaveCount(1)
  await row.getByLabel('Frame title').fill('The database')
  await row.getByLabel('Frame title').press('Enter')
  await row.getByLabel(/^What to say/).fill('One copy only')
  await row.getByLabel(/^What to say/).press('Enter')
  const rds = await h.at('RDS')
  await expect
    .poll(async () => (await h.content()).frames)
    .toMatchObject([{ title: 'The database', presenterNotes: 'One copy only' }])
  const [frame] = (await h.content()).frames
  expect(frame!.x).toBeLessThan(rds.x)
  expect(frame!.x + frame!.w).toBeGreaterThan(rds.x + rds.w)

  await h.canvas.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await page.keyboard.press('PageDown')
  await expect(bar).toContainText('Target · The database')
  await expect(page.getByText('One copy only')).toHaveCount(0)
})
