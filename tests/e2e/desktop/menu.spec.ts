import { expect, test } from '@playwright/test'
import { hand } from '../../support/e2e-hand'
import { startDesktop, type DesktopApp } from '../../support/host-desktop'

let desktop: DesktopApp

test.afterAll(async () => desktop?.dispose())

test('the native menu has what the board’s own menus have, and pastes come from the system', async () => {
  desktop = await startDesktop()
  const { app, page } = desktop
  const h = hand(page)
  /** Chooses an entry as a person does, by the words on the way to it. */
  const choose = (...path: string[]) =>
    app.evaluate(({ Menu }, words) => {
      let items = Menu.getApplicationMenu()?.items ?? []
      let found: Electron.MenuItem | undefined
      for (const word of words) {
        found = items.find(({ label }) => label === word)
        items = found?.submenu?.items ?? []
      }
      if (!found) throw new Error(`There is no ${words.join(' → ')}`)
      found.click()
    }, path)
  const kinds = async () => (await h.content()).boards.map(({ kind }) => kind)

  await h.newSession('Menus')
  await choose('Board', 'Insert a reference architecture…')
  const dialog = page.getByRole('dialog', { name: 'Reference architectures' })
  await expect(dialog).toBeVisible()
  await page.getByRole('combobox', { name: 'Search reference architectures' }).fill('static')
  await page.keyboard.press('Enter')
  await expect(h.node('Site files')).toBeVisible()

  await choose('Board', 'Mark as', 'Target')
  await expect.poll(kinds).toEqual(['target'])
  await choose('Board', 'Rename')
  const name = page.getByRole('textbox', { name: 'Board name' })
  await expect(name).toBeFocused()
  await name.fill('Proposal')
  await name.press('Enter')
  await expect(page.getByRole('tab', { name: 'Proposal' })).toBeVisible()
  await choose('Board', 'New board')
  await expect.poll(kinds).toEqual(['target', 'sketch'])
  const isTicked = () =>
    app.evaluate(({ Menu }) => {
      const board = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Board')
      return board?.submenu?.items.find(({ label }) => label === 'Snap to grid')?.checked
    })
  expect(await isTicked()).toBe(false)
  await choose('Board', 'Snap to grid')
  await expect(page.getByRole('button', { name: 'Snap to grid' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect.poll(isTicked).toBe(true)
  await choose('Board', 'Delete this board')
  await expect.poll(kinds).toEqual(['target'])

  // The window gets what was copied from a board, and nothing else that lies on the clipboard.
  const count = (await h.content()).nodes.length
  await h.node('Site files').locator('[data-icon]').click()
  await page.keyboard.press('Control+c')
  const box = (await h.canvas.boundingBox())!
  const paste = page.getByRole('menuitem', { name: 'Paste' })
  await page.mouse.click(box.x + 24, box.y + box.height - 24, { button: 'right' })
  await paste.click()
  await expect.poll(async () => (await h.content()).nodes.length).toBe(count + 1)
  await app.evaluate(({ clipboard }) => clipboard.writeText('a password'))
  expect(await page.evaluate(() => window.drawbridge.call('clipboard.read', {}))).toEqual({
    ok: true,
    value: { text: '' },
  })
  await page.mouse.click(box.x + 24, box.y + box.height - 24, { button: 'right' })
  await paste.click()
  await expect(page.getByText('There is nothing of a board on the clipboard.')).toBeVisible()
})
