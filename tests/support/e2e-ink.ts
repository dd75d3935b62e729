import type { Page } from '@playwright/test'

/**
 * What the page's own decoder sees in a PNG: the share of pixels in each square and in the rim that are not
 * background, and the largest difference (0 to 255) between neighbours in a row, which a blurred picture lacks.
 */
export async function ink(
  page: Page,
  png: Buffer,
  squares: readonly [number, number, number][],
  rimPx = 8,
) {
  return page.evaluate(
    async ({ base64, places, rimWidth }) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const corner = context.getImageData(1, 1, 1, 1).data
      const share = (x: number, y: number, w: number, h: number): number => {
        const { data } = context.getImageData(x, y, w, h)
        let inked = 0
        for (let i = 0; i < data.length; i += 4)
          if ([0, 1, 2].some((c) => Math.abs(data[i + c]! - corner[c]!) > 12)) inked++
        return inked / (w * h)
      }
      const { width, height } = image
      const { data: all } = context.getImageData(0, 0, width, height)
      let steepest = 0
      for (let y = 0; y < height; y++)
        for (let i = y * width * 4; i < ((y + 1) * width - 1) * 4; i += 4)
          steepest = Math.max(steepest, Math.abs(all[i]! - all[i + 4]!))
      return {
        width,
        height,
        shares: places.map(([x, y, size]) => share(x, y, size, size)),
        rim: Math.max(
          share(0, 0, width, rimWidth),
          share(0, height - rimWidth, width, rimWidth),
          share(0, 0, rimWidth, height),
          share(width - rimWidth, 0, rimWidth, height),
        ),
        steepest,
      }
    },
    {
      base64: png.toString('base64'),
      places: squares.map((s) => [...s] as const),
      rimWidth: rimPx,
    },
  )
}
