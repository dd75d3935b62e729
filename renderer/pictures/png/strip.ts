import { ADLER_BASE, type Adler } from './adler'
import { DeflateWriter, FARTHEST_COPY, LONGEST_COPY } from './deflate-writer'

/** Bytes for a pixel: red, green, blue, and opacity where there is any. */
export type Channels = 3 | 4

/** Rows of a picture, compressed; strips follow each other in one deflate stream. */
export interface Strip {
  deflated: Uint8Array<ArrayBuffer>
  /** Of what the strip inflates to. */
  adler: Adler
}

/** How a row is written. Source: PNG specification, third edition, w3.org/TR/png-3, section 9. */
const AS_IT_IS = 0
const LESS_THE_ROW_ABOVE = 2

/** Bits of the number under which a pair of pixels is remembered. */
const SEEN_BITS = 14
/** A run of as many pixels is taken without looking for something longer. */
const LONG_RUN = 8

/**
 * Compresses rows of pixels as PNG scanlines. Changes `pixels`.
 *
 * A diagram is mostly like the row above, or like the pixel before: both are found without a look at single bytes. For
 * the rest, the last place that began with the same two pixels is tried.
 *
 * @param pixels red in the lowest byte, row by row; the highest byte is left out where there are three channels
 */
export function compressStrip(pixels: Int32Array, width: number, channels: Channels): Strip {
  subtractRowsAbove(pixels, width, channels)
  const writer = new DeflateWriter()
  const seen = new Int32Array(1 << SEEN_BITS).fill(-1)
  const longest = Math.floor(LONGEST_COPY / channels)
  const bits = channels * 8
  const rows = pixels.length / width
  let a = 1
  let b = 0
  for (let row = 0; row < rows; row++) {
    const filter = row === 0 ? AS_IT_IS : LESS_THE_ROW_ABOVE
    writer.literal(filter)
    a += filter
    b += a
    const start = row * width
    const end = start + width
    for (let at = start; at < end;) {
      const pixel = pixels[at] ?? 0
      let length = at > start && pixels[at - 1] === pixel ? runLength(pixels, at, end) : 0
      let distance: number = channels
      if (length < LONG_RUN && at + 1 < end) {
        const slot = slotOf(pixel, pixels[at + 1] ?? 0)
        const from = seen[slot] ?? -1
        seen[slot] = at
        const fromRow = Math.floor(from / width)
        const back = (at - from) * channels + row - fromRow
        if (from >= 0 && back <= FARTHEST_COPY) {
          // A copy that went beyond a row's end would take the next row's filter for a pixel.
          const most = Math.min(longest, end - at, (fromRow + 1) * width - from)
          const same = alike(pixels, from, at, most)
          if (same > Math.max(1, length)) {
            length = same
            distance = back
          }
        }
      }
      if (length === 0) {
        for (let bit = 0; bit < bits; bit += 8) writer.literal((pixel >>> bit) & 0xff)
        length = 1
      } else {
        for (let left = length; left > 0; left -= longest)
          writer.copy(Math.min(left, longest) * channels, distance)
      }
      const next = at + length
      if (pixel === 0 && distance === channels) b += length * channels * a
      else
        for (; at < next; at++)
          for (let bit = 0; bit < bits; bit += 8) {
            a += ((pixels[at] ?? 0) >>> bit) & 0xff
            b += a
          }
      at = next
    }
    a %= ADLER_BASE
    b %= ADLER_BASE
  }
  return { deflated: writer.take(), adler: { a, b, length: rows * (width * channels + 1) } }
}

/** How many pixels from `at` on are the same. */
function runLength(pixels: Int32Array, at: number, end: number): number {
  const pixel = pixels[at]
  let next = at + 1
  while (next < end && pixels[next] === pixel) next++
  return next - at
}

/** How many pixels from `one` on are like those from `other` on. */
function alike(pixels: Int32Array, one: number, other: number, most: number): number {
  let same = 0
  while (same < most && pixels[one + same] === pixels[other + same]) same++
  return same
}

/** Leaves of every row but the first what differs from the row above, channel by channel. */
function subtractRowsAbove(pixels: Int32Array, width: number, channels: Channels): void {
  const mask = channels === 3 ? 0xffffff : -1
  for (let at = pixels.length - 1; at >= width; at--) {
    const now = pixels[at] ?? 0
    const above = pixels[at - width] ?? 0
    // Four bytes at once: the highest bit of each is kept out of the subtraction, so that none borrows of the next.
    pixels[at] =
      now === above
        ? 0
        : (((now | 0x80808080) - (above & 0x7f7f7f7f)) ^ ((now ^ ~above) & 0x80808080)) & mask
  }
  for (let at = 0; at < width; at++) pixels[at] = (pixels[at] ?? 0) & mask
}

function slotOf(first: number, second: number): number {
  return Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b) >>> (32 - SEEN_BITS)
}
