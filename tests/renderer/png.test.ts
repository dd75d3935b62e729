import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { combineAdler, NOTHING_SUMMED } from '../../renderer/pictures/png/adler'
import { DeflateWriter, LAST_BLOCK } from '../../renderer/pictures/png/deflate-writer'
import { codeLengths } from '../../renderer/pictures/png/huffman'
import { pngHead, pngTail } from '../../renderer/pictures/png/png-file'
import { compressStrip, type Channels } from '../../renderer/pictures/png/strip'
import { extractFromPng, pngChunk, sessionChunk } from '../../shared/formats/picture/png'
import { seededRandom } from '../../shared/lib/random'
import { readPng } from '../support/png-pixels'

/** Something like a diagram: flat areas, repeats of what is above and before, and noise. */
function drawing(random: () => number, width: number, rows: number, noise: number): Int32Array {
  const colours = [-1, 0xff1b1512 | 0, 0x80402010 | 0, 0]
  const pixels = new Int32Array(width * rows)
  let colour = -1
  for (let at = 0; at < pixels.length; at++) {
    if (random() < noise)
      colour = random() < 0.5 ? (random() * 2 ** 32) | 0 : colours[Math.floor(random() * 4)]!
    const back = random() < 0.3 ? Math.floor(random() * 9000) : width
    pixels[at] = at > back && random() < 0.5 ? pixels[at - back]! : colour
  }
  return pixels
}

function assemble(strips: readonly Int32Array[], width: number, channels: Channels): Uint8Array {
  const rows = strips.reduce((sum, { length }) => sum + length / width, 0)
  // Last first: strips know nothing of each other. What is compressed is changed.
  const inOrder = strips
    .toReversed()
    .map((pixels) => compressStrip(pixels.slice(), width, channels))
    .reverse()
  const adler = inOrder.reduce((sum, strip) => combineAdler(sum, strip.adler), NOTHING_SUMMED)
  return Buffer.concat([
    ...pngHead(width, rows, channels),
    ...inOrder.map(({ deflated }) => pngChunk('IDAT', deflated)),
    ...pngTail(adler, [sessionChunk('{"a":1}')]),
  ])
}

describe('a PNG made of strips', () => {
  it('has the pixels of all of them, whatever they are', async () => {
    const seed = 20261125
    const random = seededRandom(seed)
    for (let round = 0; round < 60; round++) {
      const channels = round % 2 === 0 ? 3 : 4
      const width = 1 + Math.floor(random() * (round % 10 === 0 ? 12_000 : 300))
      const noise = random() < 0.2 ? 1 : random() * 0.2
      const strips = [30, 1, 7].map((rows) => drawing(random, width, rows, noise))
      const wrong: number[] = []
      const pixels = new Int32Array(strips.flatMap((strip) => [...strip]))
      const { widthPx, heightPx } = await readPng(assemble(strips, width, channels), (row, y) => {
        for (let i = 0; i < row.length; i++) {
          const pixel = pixels[y * width + Math.floor(i / channels)]!
          if (row[i] !== ((pixel >>> (8 * (i % channels))) & 255)) wrong.push(y)
        }
      })
      expect([widthPx, heightPx], `seed ${seed} round ${round}`).toEqual([width, 38])
      expect(wrong, `seed ${seed} round ${round}`).toEqual([])
    }
  })

  it('carries a session after its pixels', async () => {
    const png = assemble([new Int32Array(40)], 10, 3)
    expect(extractFromPng(png)).toBe('{"a":1}')
    const { chunks } = await readPng(png, () => undefined)
    expect(chunks).toEqual(['IHDR', 'IDAT', 'IDAT', 'IDAT', 'iTXt', 'IEND'])
  })

  it('takes next to nothing where there is nothing', () => {
    const white = new Int32Array(4000 * 256).fill(-1)
    expect(compressStrip(white, 4000, 3).deflated.length).toBeLessThan(20_000)
  })
})

describe('the sum over a picture', () => {
  it('is the same in parts as in one', () => {
    const random = seededRandom(7)
    const pixels = drawing(random, 500, 40, 0.3)
    for (const row of [1, 13, 39]) {
      const at = row * 500
      // The first row of a strip is written as it is, so both halves begin as they would alone.
      const first = compressStrip(pixels.slice(0, at), 500, 4).adler
      const second = compressStrip(pixels.slice(at), 500, 4).adler
      const bytes = [pixels.slice(0, at), pixels.slice(at)].flatMap((part) => [
        ...inflateRawSync(Buffer.concat([compressStrip(part, 500, 4).deflated, LAST_BLOCK])),
      ])
      let [a, b] = [1, 0]
      for (const byte of bytes) {
        a = (a + byte) % 65521
        b = (b + a) % 65521
      }
      expect(combineAdler(first, second)).toEqual({ a, b, length: bytes.length })
    }
  })
})

describe('deflate', () => {
  it('writes copies of every length from every kind of distance', () => {
    const writer = new DeflateWriter()
    const expected: number[] = []
    for (let i = 0; i < 33_000; i++) {
      writer.literal((i * i) & 255)
      expected.push((i * i) & 255)
    }
    for (let length = 3; length <= 258; length++) {
      const distance = Math.max(1, Math.min(32_768, Math.round(1.043 ** length)))
      writer.copy(length, distance)
      for (let n = 0; n < length; n++) expected.push(expected[expected.length - distance]!)
    }
    writer.copy(258, 32_768)
    for (let n = 0; n < 258; n++) expected.push(expected[expected.length - 32_768]!)
    const bytes = inflateRawSync(Buffer.concat([writer.take(), LAST_BLOCK]))
    expect(bytes.equals(Buffer.from(expected))).toBe(true)
  })

  it('makes no code longer than allowed, and leaves none unused', () => {
    const fibonacci = [1, 1]
    while (fibonacci.length < 40) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!)
    for (const limit of [7, 15]) {
      const lengths = codeLengths([0, ...fibonacci], limit)
      expect(Math.max(...lengths)).toBe(limit)
      expect(lengths[0]).toBe(0)
      const share = lengths.reduce((sum, length) => sum + (length ? 2 ** -length : 0), 0)
      expect(share).toBe(1)
    }
    expect([...codeLengths([0, 5, 0], 15)]).toEqual([0, 1, 0])
    expect([...codeLengths([0, 0], 15)]).toEqual([0, 0])
  })
})
