import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { parseSession } from '#shared/formats/session-file/parse'
import { hand } from '../../support/e2e-hand'
import { ink } from '../../support/e2e-ink'
import { startDesktop, type DesktopApp } from '../../support/host-desktop'

let desktop: DesktopApp

test.afterAll(async () => desktop?.dispose())

test('a consultant draws, is warned, mends it on the target, and takes it away', async () => {
  test.setTimeout(150_000)
  desktop = await startDesktop()
  let { page } = desktop
  let h = hand(page)

  await test.step('a new session', async () => {
    await h.newSession('Web shop', 'Example Outfitters')
    await expect(page.getByText('Draw the customer’s architecture')).toBeVisible()
  })

  await test.step('the classic web tier, from the empty canvas', async () => {
    await h.drop('vpc', 400, 330)
    await h.drop('availabilityZone', 400, 350)
    await h.drop('publicSubnet', 400, 350)
    await h.drop('users', 40, 330)
    await h.rename('Shoppers')
    await h.drop('ec2', 370, 350)
    await h.rename('Web server')
    await h.quickAdd('ec2')
    await h.rename('MySQL server')
    await h.connect('Shoppers', 'Web server')

    expect(await h.parentOf('Web server')).toBe('Public subnet')
    expect(await h.parentOf('MySQL server')).toBe('Public subnet')
    expect(await h.parentOf('Public subnet')).toBe('Availability Zone')
    expect(await h.parentOf('Availability Zone')).toBe('VPC')
    expect(await h.parentOf('Shoppers')).toBeNull()
    expect((await h.content()).edges).toHaveLength(2)
  })

  await test.step('facts bring the findings', async () => {
    await h.choose('Web server')
    await h.say('role', 'web')
    await h.say('instances', '1')
    await h.choose('MySQL server')
    await h.say('role', 'database')
    await h.say('publicIp', 'Yes')
    const findings = await h.findings()
    expect(findings).toContain('REL-11')
    expect(findings).toContain('SEC-01')
    expect(findings).toContain('SEC-02')
    await expect(h.node('MySQL server').locator('[data-badge="critical"]')).toBeVisible()
    await h.saved()
  })

  await test.step('two of them mended on the target board', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('What do you want to do?').fill('copy this board')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: 'Target' })).toHaveAttribute('aria-selected', 'true')
    expect(await h.findings()).toContain('SEC-01')

    await h.choose('MySQL server')
    await h.say('publicIp', 'No')
    await expect.poll(h.findings).not.toContain('SEC-02')

    await h.node('Public subnet').locator('[data-icon]').click()
    await page.getByRole('tab', { name: 'Inspector' }).click()
    await page.getByLabel('Kind').selectOption('privateSubnet')
    await expect.poll(h.findings).not.toContain('SEC-01')

    await page.getByRole('tab', { name: 'Current' }).click()
    await expect.poll(h.findings).toContain('SEC-01')
    expect(await h.findings()).toContain('SEC-02')
    await h.saved()
  })

  const before = await h.content()

  await test.step('closed and started again, everything is there', async () => {
    await desktop.close()
    desktop = await startDesktop({ dataFolder: desktop.dataFolder })
    page = desktop.page
    h = hand(page)
    const card = page.locator('[data-session]')
    await expect(card).toContainText('Web shop')
    await expect(card).toContainText('Example Outfitters')
    await expect(card.locator('img')).toBeVisible()
    await page.getByRole('button', { name: 'Open Web shop' }).click()
    await expect(h.node('MySQL server')).toBeVisible()
    expect(await h.content()).toEqual(before)
  })

  await test.step('a picture, whole and with ink where things are', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('radio', { name: '2×' }).click()
    const size = page.getByText(/\d+ × \d+ pixels/)
    await expect(size).toBeVisible()
    const [width = 0, height = 0] =
      ((await size.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
    await page.getByRole('button', { name: 'Export PNG' }).click()
    await expect
      .poll(() => readdirSync(desktop.saveFolder).filter((f) => f.endsWith('.png')))
      .toEqual(['Web shop - Current@2x.png'])
    const png = readFileSync(join(desktop.saveFolder, 'Web shop - Current@2x.png'))

    // An icon is a coloured square with a white drawing in it. The margin is 24 units on each side.
    const onBoard = before.nodes.filter((n) => n.boardId === before.boards[0]!.id)
    const vpc = onBoard.find((n) => n.label === 'VPC')!
    const right = width / 2 - 24
    const bottom = height / 2 - 24
    const left = vpc.x + vpc.w - right
    const top = vpc.y + vpc.h - bottom
    const iconOf = (label: string): [number, number, number] => {
      const n = onBoard.find((o) => o.label === label)!
      return [Math.round((n.x + n.w / 2 - 24 - left) * 2), Math.round((n.y - top) * 2), 96]
    }
    const found = await ink(page, png, [
      iconOf('Web server'),
      iconOf('MySQL server'),
      iconOf('Shoppers'),
      [0, 0, 20],
      [width - 20, height - 20, 20],
    ])
    expect([found.width, found.height]).toEqual([width, height])
    expect(found.shares[0]).toBeGreaterThan(0.8)
    expect(found.shares[1]).toBeGreaterThan(0.8)
    expect(found.shares[2]).toBeGreaterThan(0.1)
    expect(found.shares.slice(3)).toEqual([0, 0])
  })

  await test.step('the session as JSON, which opens as the same session', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('radio', { name: 'JSON' }).click()
    await page.getByRole('button', { name: 'Export JSON' }).click()
    await expect.poll(() => readdirSync(desktop.saveFolder)).toContain('Web shop.json')
    const file = join(desktop.saveFolder, 'Web shop.json')
    const read = parseSession(readFileSync(file, 'utf8'))
    expect(read.ok && read.content).toEqual(before)

    await page.getByRole('button', { name: 'Library' }).click()
    for (const name of ['Web shop.json', 'Web shop - Current@2x.png']) {
      await page.getByTestId('import-file').setInputFiles(join(desktop.saveFolder, name))
      await expect(h.node('MySQL server')).toBeVisible()
      expect(await h.content(), name).toEqual(before)
      await page.getByRole('button', { name: 'Library' }).click()
    }
    await expect(page.locator('[data-session]')).toHaveCount(3)
  })
})
