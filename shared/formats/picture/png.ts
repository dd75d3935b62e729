import { fromUtf8, toUtf8 } from '../../render/base64'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

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
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/**
 * A PNG that carries a session and looks the same: an `iTXt` chunk before `IEND`, which other programs ignore.
 *
 * A session that it carried before is replaced. Bytes that are no PNG come back as they are.
 * Source of the format: PNG specification, third edition, w3.org/TR/png-3, section 11.3.3.4.
 */
export function embedInPng(png: Uint8Array, sessionJson: string): Uint8Array {
  const chunks = readChunks(png)
  const last = chunks?.at(-1)
  if (!chunks || last?.type !== 'IEND') return png
  const kept = chunks.filter((chunk) => sessionOf(chunk) === null && chunk !== last)
  const parts = [
    png.subarray(0, SIGNATURE.length),
    ...kept.map(({ start, end }) => png.subarray(start, end)),
    makeChunk('iTXt', textData(sessionJson)),
    png.subarray(last.start, last.end),
  ]
  return concat(parts)
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
  for (let start: number = SIGNATURE.length; start + 12 <= png.length;) {
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

function textData(text: string): Uint8Array {
  return concat([textHead(), toUtf8(text)])
}

/** Keyword, its end, not compressed, method 0, no language, no translated keyword. */
function textHead(): Uint8Array {
  return concat([toUtf8(KEYWORD), new Uint8Array([0, 0, 0, 0, 0])])
}

function makeChunk(type: string, data: Uint8Array): Uint8Array {
  const typed = concat([toUtf8(type), data])
  const chunk = new Uint8Array(typed.length + 8)
  view(chunk).setUint32(0, data.length)
  chunk.set(typed, 4)
  view(chunk).setUint32(chunk.length - 4, crc32(typed))
  return chunk
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** CRC-32 as PNG, gzip and zip use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
