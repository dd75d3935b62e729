import type { Page } from '@playwright/test'

/** Share of pixels that are not background in a square of a PNG, asked of the page's own decoder. */
export async function ink(page: Page, png: Buffer, squares: readonly [number, number, number][]) {
  return page.evaluate(
    async ({ base64, places }) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const corner = context.getImageData(1, 1, 1, 1).data
      const shares = places.map(([x, y, size]) => {
        const { data } = context.getImageData(x, y, size, size)
        let inked = 0
        for (let i = 0; i < data.length; i += 4)
          if ([0, 1, 2].some((c) => Math.abs(data[i + c]! - corner[c]!) > 12)) inked++
        return inked / (size * size)
      })
      return { width: image.width, height: image.height, shares }
    },
    { base64: png.toString('base64'), places: squares.map((s) => [...s] as const) },
  )
}
