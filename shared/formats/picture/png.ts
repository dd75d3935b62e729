import { fromUtf8, toUtf8 } from '../../lib/bytes'

/** The first bytes of every PNG. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Keyword of the text chunk that carries a session. */
const KEYWORD = 'drawbridge-session'

interface Chunk {
  type: string
  /** Of the whole chunk, length and checksum included. */
  start: number
  end: number
  data: Uint8Array
}

/** Whether bytes begin as every PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/**
 * The chunk in which a PNG carries a session: `iTXt`, to stand before `IEND`. Other programs ignore it.
 *
 * Source of the format: PNG specification, third edition, w3.org/TR/png-3, section 11.3.3.4.
 */
export function sessionChunk(sessionJson: string): Uint8Array<ArrayBuffer> {
  return pngChunk('iTXt', textHead(), toUtf8(sessionJson))
}

/** A PNG chunk, with its length and checksum. */
export function pngChunk(type: string, ...data: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const chunk = concat([new Uint8Array(4), toUtf8(type), ...data, new Uint8Array(4)])
  const end = chunk.length - 4
  view(chunk).setUint32(0, end - 8)
  view(chunk).setUint32(end, crc32(chunk.subarray(4, end)))
  return chunk
}

/** The session JSON that a PNG carries; `null` when it carries none, or it or the file is damaged. Never throws. */
export function extractFromPng(png: Uint8Array): string | null {
  for (const chunk of readChunks(png) ?? []) {
    const text = sessionOf(chunk)
    if (text === null) continue
    const stored = view(png).getUint32(chunk.end - 4)
    if (crc32(png.subarray(chunk.start + 4, chunk.end - 4)) !== stored) return null
    return fromUtf8(text)
  }
  return null
}

/** All whole chunks in file order; `null` for no PNG. Stops where the file is cut off. */
function readChunks(png: Uint8Array): Chunk[] | null {
  if (!isPng(png)) return null
  const chunks: Chunk[] = []
  for (let start = PNG_SIGNATURE.length; start + 12 <= png.length;) {
    const length = view(png).getUint32(start)
    const end = start + 12 + length
    if (end > png.length) break
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8))
    chunks.push({ type, start, end, data: png.subarray(start + 8, start + 8 + length) })
    if (type === 'IEND') break
    start = end
  }
  return chunks
}

/** The text's bytes when this is the chunk that carries a session. */
function sessionOf({ type, data }: Chunk): Uint8Array | null {
  if (type !== 'iTXt') return null
  const head = textHead()
  return head.every((byte, at) => data[at] === byte) ? data.subarray(head.length) : null
}

/** Keyword, its end, not compressed, method 0, no language, no translated keyword. */
function textHead(): Uint8Array {
  return concat([toUtf8(KEYWORD), new Uint8Array([0, 0, 0, 0, 0])])
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** CRC-32 as PNG, gzip and zip use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let at = 0; at < bytes.length; at++)
    crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
