import type { Picture } from './paint-picture'

/** Size of what is painted at once, px: as large as fits a processor's cache. */
const TILE = { w: 1024, h: 256 }
/** Pixels in a strip at most: a wide picture has lower strips. */
const LARGEST_STRIP = 3_200_000

/** Paints a picture row by row, from tiles on a small canvas: nothing as large as the picture is ever in memory. */
export class StripPainter {
  readonly widthPx: number
  readonly heightPx: number
  /** How high strips should be. */
  readonly rows: number
  private readonly context: OffscreenCanvasRenderingContext2D
  private pixels = new Int32Array(0)

  /** @param scale pixels for each board unit */
  constructor(
    private readonly picture: Picture,
    readonly scale: number,
  ) {
    this.widthPx = Math.ceil(picture.bounds.w * scale)
    this.heightPx = Math.ceil(picture.bounds.h * scale)
    const most = Math.max(1, Math.floor(LARGEST_STRIP / this.widthPx))
    this.rows = Math.min(TILE.h, this.heightPx, most)
    const canvas = new OffscreenCanvas(Math.min(TILE.w, this.widthPx), this.rows)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('there is not enough memory')
    this.context = context
  }

  /**
   * Rows of pixels from `topPx` on, red in the lowest byte: whatever runs the app is little-endian. Good until the
   * next call.
   */
  strip(topPx: number, rows: number): Int32Array {
    const { context, picture, scale, widthPx } = this
    const { x, y } = picture.bounds
    if (this.pixels.length < widthPx * rows) this.pixels = new Int32Array(widthPx * rows)
    for (let left = 0; left < widthPx; left += TILE.w) {
      const width = Math.min(TILE.w, widthPx - left)
      const rect = { x: x + left / scale, y: y + topPx / scale, w: width / scale, h: rows / scale }
      if (picture.isBlank(rect)) {
        for (let at = left; at < widthPx * rows; at += widthPx)
          this.pixels.fill(picture.backgroundPixel, at, at + width)
        continue
      }
      // Each tile begins alike, whatever was painted before it.
      context.reset()
      context.imageSmoothingQuality = 'high'
      context.setTransform(scale, 0, 0, scale, -x * scale - left, -y * scale - topPx)
      picture.paint(context, rect, scale)
      const tile = new Int32Array(context.getImageData(0, 0, width, rows).data.buffer)
      for (let row = 0; row < rows; row++)
        this.pixels.set(tile.subarray(row * width, (row + 1) * width), row * widthPx + left)
    }
    return this.pixels.subarray(0, widthPx * rows)
  }
}
