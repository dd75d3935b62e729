import { PNG_SIGNATURE, pngChunk } from '#shared/formats/picture/png'
import { adlerBytes, type Adler } from './adler'
import { LAST_BLOCK } from './deflate-writer'
import type { Channels } from './strip'

/** Deflate with a window of 32 KB, no dictionary, fastest. Source: RFC 1950, 2.2. */
const ZLIB_HEAD = Uint8Array.of(0x78, 0x01)
const BITS_PER_CHANNEL = 8
const COLOUR_TYPES: Readonly<Record<Channels, number>> = { 3: 2, 4: 6 }

/** What stands before a picture's strips. Source of the format: PNG specification, third edition, w3.org/TR/png-3. */
export function pngHead(
  widthPx: number,
  heightPx: number,
  channels: Channels,
): Uint8Array<ArrayBuffer>[] {
  const header = new Uint8Array(13)
  const fields = new DataView(header.buffer)
  fields.setUint32(0, widthPx)
  fields.setUint32(4, heightPx)
  header[8] = BITS_PER_CHANNEL
  header[9] = COLOUR_TYPES[channels]
  return [PNG_SIGNATURE, pngChunk('IHDR', header), pngChunk('IDAT', ZLIB_HEAD)]
}

/** What stands after them. @param adler over all strips, in order */
export function pngTail(
  adler: Adler,
  carried: readonly Uint8Array<ArrayBuffer>[],
): Uint8Array<ArrayBuffer>[] {
  return [pngChunk('IDAT', LAST_BLOCK, adlerBytes(adler)), ...carried, pngChunk('IEND')]
}
