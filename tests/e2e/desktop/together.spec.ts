import { expect, test } from '@playwright/test'
import { hand } from '../../support/e2e-hand'
import { startDesktop } from '../../support/host-desktop'

test('a second Drawbridge joins by the link, and both edit the same board', async () => {
  const [one, two] = [await startDesktop(), await startDesktop()]
  try {
    const host = hand(one.page)
    await host.newSession('Shared desk')
    await host.drop('ec2', 300, 200)
    await one.page.getByRole('button', { name: 'Share', exact: true }).click()
    await one.page.getByRole('button', { name: /make a link/ }).click()
    const link = await one.page.getByRole('dialog').getByLabel('Link', { exact: true }).inputValue()
    await one.page.keyboard.press('Escape')

    await two.page.getByRole('button', { name: 'Join' }).click()
    await two.page.getByLabel('Invitation link').fill(link)
    await two.page.getByRole('dialog').getByRole('button', { name: 'Join' }).click()
    const guest = hand(two.page)
    await expect(guest.node('EC2')).toBeVisible()
    await guest.drop('rds', 460, 340)
    await expect(host.node('RDS')).toBeVisible()
    await host.drag('EC2', 60, 40)
    await expect.poll(guest.content).toEqual(await host.content())
    await guest.saved()

    await guest.toLibrary()
    await expect(two.page.locator('[data-session]')).toHaveCount(0)
  } finally {
    await one.dispose()
    await two.dispose()
  }
})
