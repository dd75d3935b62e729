import { readFileSync } from 'node:fs'
import { marksHand } from '../../support/e2e-marks'
import { expect, test } from '../../support/e2e-web'

test.beforeEach(async ({ h }) => h.newSession('Workshop'))

test('a sticky note is put down with a click, written on, and voted on', async ({ page, h }) => {
  const m = marksHand(page, h)
  await m.writeSticky(200, 200, 'Who owns DNS?')
  await expect.poll(m.kinds).toEqual(['sticky'])
  await page.getByTestId('mark-strip').getByRole('button', { name: 'Agree' }).click()
  const voted = page.getByRole('note', { name: /👍 1$/ })
  await expect(voted).toBeAttached()
  await page.getByTestId('mark-strip').getByRole('button', { name: 'Agree' }).click()
  await expect(voted).toBeHidden()
  // The note and what is on it are one step, each vote another.
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await expect.poll(m.kinds).toEqual([])
})

for (const [tool, field, first] of [
  ['n', 'Text of the sticky note', 'Who owns DNS?'],
  ['t', 'Text', 'Agenda'],
] as const)
  test(`what is typed the moment after a click is all in the ${field.toLowerCase()}`, async ({
    page,
    h,
  }) => {
    const m = marksHand(page, h)
    const keys = await page.context().newCDPSession(page)
    const at = await m.point(300, 300)
    await h.canvas.focus()
    await page.keyboard.press(tool)
    await page.mouse.move(at.x, at.y)
    const press = { ...at, button: 'left', clickCount: 1 } as const
    // Sent one behind the other, waiting for nothing.
    await Promise.all([
      keys.send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' }),
      keys.send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' }),
      ...[...first].flatMap((text) => [
        keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text }),
        keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }),
      ]),
    ])
    await expect(page.getByRole('textbox', { name: field, exact: true })).toHaveValue(first)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await m.marks())[0]).toMatchObject({ text: first })

    // The same with the keyboard alone, over what is written there.
    await Promise.all([
      keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'F2', code: 'F2' }),
      ...[...'New'].map((text) =>
        keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text }),
      ),
    ])
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await m.marks())[0]).toMatchObject({ text: 'New' })
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(m.kinds).toEqual([])
  })

test('shapes, arrows, text and ink are drawn, chosen, moved, made larger and taken back', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await h.canvas.focus()
  await page.keyboard.press('Shift+R')
  await m.draw([
    [120, 120],
    [280, 220],
  ])
  await page.keyboard.press('Shift+A')
  await m.draw([
    [300, 170],
    [460, 170],
  ])
  await page.keyboard.press('p')
  await m.draw([
    [500, 120],
    [540, 200],
    [580, 120],
    [620, 200],
  ])
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await h.canvas.click({ position: { x: 130, y: 320 } })
  await page.getByRole('textbox', { name: 'Text' }).fill('Ideas')
  await h.canvas.click({ position: { x: 600, y: 420 } })
  await expect.poll(m.kinds).toEqual(['shape', 'line', 'stroke', 'text'])

  const shape = async () => (await h.content()).marks.find(({ kind }) => kind === 'shape')!
  const before = await shape()
  await m.draw([
    [200, 170],
    [240, 250],
  ])
  await expect.poll(async () => (await shape()).y).toBeGreaterThan(before.y)
  const moved = await shape()
  expect([moved.w, moved.h]).toEqual([before.w, before.h])
  const corner = (await page.locator('[data-handle="se"]').boundingBox())!
  await page.mouse.move(corner.x + 4, corner.y + 4)
  await page.mouse.down()
  await page.mouse.move(corner.x + 44, corner.y + 44, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await shape()).w).toBeGreaterThan(before.w)

  for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z')
  await expect.poll(m.kinds).toEqual([])
})

test('the eraser takes away the ink that it crosses and nothing else', async ({ page, h }) => {
  const m = marksHand(page, h)
  await m.writeSticky(200, 200, 'Stays')
  await h.canvas.focus()
  await page.keyboard.press('p')
  for (const y of [100, 160, 420])
    await m.draw([
      [400, y],
      [600, y],
    ])
  await expect.poll(m.kinds).toEqual(['sticky', 'stroke', 'stroke', 'stroke'])
  await page.keyboard.press('e')
  await m.draw([
    [120, 200],
    [500, 80],
    [500, 240],
  ])
  await expect.poll(m.kinds).toEqual(['sticky', 'stroke'])
  await page.keyboard.press('Control+z')
  await expect.poll(m.kinds).toEqual(['sticky', 'stroke', 'stroke', 'stroke'])
})

test('a rectangle drawn around marks chooses them, and Delete removes them', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await m.writeSticky(200, 200, 'One')
  await m.writeSticky(420, 200, 'Two')
  await page.keyboard.press('Escape')
  await m.draw([
    [40, 60],
    [560, 400],
  ])
  await expect(page.locator('[data-chosen-mark]')).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect.poll(m.kinds).toEqual([])
})

test('pictures are pasted and dropped, made smaller where they are large', async ({ page, h }) => {
  const m = marksHand(page, h)
  const give = (how: 'paste' | 'drop', width: number, height: number): Promise<void> =>
    page.evaluate(
      async ({ how, width, height }) => {
        const canvas = new OffscreenCanvas(width, height)
        const ctx = canvas.getContext('2d')!
        ctx.fillStyle = '#2158d6'
        ctx.fillRect(0, 0, width, height)
        const blob = await canvas.convertToBlob({ type: 'image/png' })
        const transfer = new DataTransfer()
        transfer.items.add(new File([blob], 'plan.png', { type: 'image/png' }))
        const target = document.querySelector('[data-testid="canvas"]')!
        target.dispatchEvent(
          how === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true })
            : new DragEvent('drop', {
                dataTransfer: transfer,
                bubbles: true,
                clientX: 500,
                clientY: 300,
              }),
        )
      },
      { how, width, height },
    )
  await give('paste', 3200, 1600)
  await expect(page.getByRole('img', { name: 'Picture: plan.png' })).toHaveCount(1)
  await give('drop', 200, 100)
  await expect(page.getByRole('img', { name: 'Picture: plan.png' })).toHaveCount(2)
  const { marks } = await h.content()
  expect(marks.map(({ w, h: tall }) => [w, tall])).toEqual([
    [480, 240],
    [200, 100],
  ])
  const width = await page.evaluate(async () => {
    const [first] = window.drawbridgeSession!.content().marks
    const image = new Image()
    if (first?.kind === 'image') image.src = `data:${first.mime};base64,${first.data}`
    await image.decode()
    return image.naturalWidth
  })
  expect(width).toBe(1600)
  await page.keyboard.press('Control+z')
  await expect.poll(m.kinds).toEqual(['image'])
})

for (const format of ['JSON', 'SVG'] as const)
  test(`marks are in an exported ${format} and open again from it`, async ({ page, h }) => {
    const m = marksHand(page, h)
    await m.writeSticky(200, 200, 'Who owns DNS?')
    await page.getByTestId('mark-strip').getByRole('button', { name: 'Agree' }).click()
    await h.canvas.focus()
    await page.keyboard.press('p')
    await m.draw([
      [400, 100],
      [600, 300],
    ])
    await page.keyboard.press('Escape')
    await expect.poll(m.kinds).toEqual(['sticky', 'stroke'])
    const before = (await h.content()).marks
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: format }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Export ${format}` }).click()
    const file = await download
    const buffer = readFileSync(await file.path())
    if (format === 'SVG') expect(buffer.toString('utf8')).toContain('>Who owns DNS?</text>')
    await h.toLibrary()
    const name = file.suggestedFilename()
    await page.getByTestId('import-file').setInputFiles({ name, mimeType: '', buffer })
    await expect(h.canvas).toBeVisible()
    expect((await h.content()).marks).toEqual(before)
  })

test('the outline lists what is drawn, shapes without a word too, and chooses it', async ({
  page,
  h,
}) => {
  const m = marksHand(page, h)
  await m.writeSticky(200, 200, 'Who owns DNS?')
  await page.keyboard.press('Escape')
  await h.canvas.focus()
  await page.getByRole('button', { name: /^Rectangle/ }).click()
  const [from, to] = [await m.point(420, 200), await m.point(560, 300)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(m.kinds).toEqual(['sticky', 'shape'])
  await page.keyboard.press('Escape')
  await h.inPanel('Outline')
  const tree = page.getByRole('tree', { name: /^Outline of/ })
  await expect(tree.getByRole('treeitem')).toHaveText([
    'Whiteboard',
    'Sticky note: Who owns DNS?',
    'Rectangle',
  ])
  await tree.getByRole('treeitem', { name: 'Whiteboard' }).focus()
  await page.keyboard.press('End')
  await expect(tree.getByRole('treeitem', { name: 'Rectangle' })).toBeFocused()
  await page.keyboard.press('Enter')
  const shape = (await m.marks()).find(({ kind }) => kind === 'shape')
  await expect(page.locator('[data-chosen-mark]')).toHaveCount(1)
  await expect(page.getByTestId('announcer')).toContainText('Rectangle')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem')).toHaveText(['Whiteboard'])
  expect(shape).toBeDefined()
})

test('with a drawing tool in hand a node shows no dots to draw a connector from', async ({
  page,
  h,
}) => {
  await h.drop('ec2', 300, 240)
  await h.node('EC2').hover({ position: { x: 56, y: 20 } })
  const dots = page.locator('[data-link]')
  await expect(dots).toHaveCount(4)
  await page.keyboard.press('p')
  await expect(dots).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dots).toHaveCount(4)
})
