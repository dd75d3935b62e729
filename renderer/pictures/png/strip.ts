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
  const rows = pixels.length / width
  const mask = channels === 3 ? 0xffffff : -1
  for (let row = rows - 1; row > 0; row--) subtractRowAbove(pixels, row * width, width, mask)
  for (let at = 0; at < width; at++) pixels[at] = (pixels[at] ?? 0) & mask
  const lines = new ScanlineWriter(pixels, width, channels)
  for (let row = 0; row < rows; row++) lines.write(row)
  return lines.take()
}

/** Leaves of a row what differs from the row above, channel by channel. */
function subtractRowAbove(pixels: Int32Array, start: number, width: number, mask: number): void {
  const end = start + width
  for (let at = start; at < end; at++) {
    const now = pixels[at] ?? 0
    const above = pixels[at - width] ?? 0
    // Four bytes at once: the highest bit of each is kept out of the subtraction, so that none borrows of the next.
    pixels[at] =
      now === above
        ? 0
        : (((now | 0x80808080) - (above & 0x7f7f7f7f)) ^ ((now ^ ~above) & 0x80808080)) & mask
  }
}

/** Writes rows that are filtered already. Row by row rather than in one loop: engines make calls fast, not long loops. */
class ScanlineWriter {
  private readonly writer = new DeflateWriter()
  /** Where a pair of pixels was last, by their number. */
  private readonly seen = new Int32Array(1 << SEEN_BITS).fill(-1)
  /** Pixels in the longest copy. */
  private readonly longest: number
  private a = 1
  private b = 0
  private rows = 0

  constructor(
    private readonly pixels: Int32Array,
    private readonly width: number,
    private readonly channels: Channels,
  ) {
    this.longest = Math.floor(LONGEST_COPY / channels)
  }

  write(row: number): void {
    const { pixels, width } = this
    const end = (row + 1) * width
    this.writeFilter(row === 0 ? AS_IT_IS : LESS_THE_ROW_ABOVE)
    for (let at = end - width; at < end;) {
      const pixel = pixels[at] ?? 0
      const isRepeat = at > end - width && pixels[at - 1] === pixel
      const run = isRepeat ? runLength(pixels, at, end) : 0
      const copied = run < LONG_RUN && at + 1 < end ? this.copyEarlier(at, row, run) : 0
      if (copied > 0) this.sum(at, at + copied)
      else if (run > 0) this.repeat(at, run)
      else this.writePixel(at)
      at += Math.max(copied, run, 1)
    }
    this.a %= ADLER_BASE
    this.b %= ADLER_BASE
    this.rows++
  }

  take(): Strip {
    const length = this.rows * (this.width * this.channels + 1)
    return { deflated: this.writer.take(), adler: { a: this.a, b: this.b, length } }
  }

  private writeFilter(filter: number): void {
    this.writer.literal(filter)
    this.a += filter
    this.b += this.a
  }

  private writePixel(at: number): void {
    const pixel = this.pixels[at] ?? 0
    for (let bit = 0; bit < this.channels * 8; bit += 8) this.writer.literal((pixel >>> bit) & 0xff)
    this.sum(at, at + 1)
  }

  /** The pixel before, so many times more. */
  private repeat(at: number, count: number): void {
    for (let left = count; left > 0; left -= this.longest)
      this.writer.copy(Math.min(left, this.longest) * this.channels, this.channels)
    if (this.pixels[at] === 0) this.b += count * this.channels * this.a
    else this.sum(at, at + count)
  }

  /** Copies what stood after the same two pixels when that is more than `least`; says how many pixels. */
  private copyEarlier(at: number, row: number, least: number): number {
    const { pixels, seen, width, channels } = this
    const slot = slotOf(pixels[at] ?? 0, pixels[at + 1] ?? 0)
    const from = seen[slot] ?? -1
    seen[slot] = at
    if (from < 0) return 0
    const fromRow = Math.floor(from / width)
    const distance = (at - from) * channels + row - fromRow
    if (distance > FARTHEST_COPY) return 0
    // A copy that went beyond a row's end would take the next row's filter for a pixel.
    const most = Math.min(this.longest, (row + 1) * width - at, (fromRow + 1) * width - from)
    const same = alike(pixels, from, at, most)
    if (same < 2 || same <= least) return 0
    this.writer.copy(same * channels, distance)
    return same
  }

  /** Takes pixels into the sum over all bytes. */
  private sum(from: number, to: number): void {
    const { pixels, channels } = this
    let { a, b } = this
    for (let at = from; at < to; at++) {
      const pixel = pixels[at] ?? 0
      for (let bit = 0; bit < channels * 8; bit += 8) {
        a += (pixel >>> bit) & 0xff
        b += a
      }
    }
    this.a = a
    this.b = b
  }
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

function slotOf(first: number, second: number): number {
  return Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b) >>> (32 - SEEN_BITS)
}
