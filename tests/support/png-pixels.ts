import { crc32, createInflate } from 'node:zlib'

export interface PngRows {
  widthPx: number
  heightPx: number
  /** Bytes for a pixel. */
  channels: number
  /** Names of the chunks, in order. */
  chunks: string[]
}

/**
 * Reads a PNG of ours from the specification, row by row, so that one larger than memory can be looked at.
 *
 * @param onRow a row's bytes, good until it returns
 * @throws Error on a wrong checksum, a row that is missing, or a filter that is not one of ours
 */
export async function readPng(
  png: Uint8Array,
  onRow: (row: Uint8Array, y: number) => void,
): Promise<PngRows> {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const chunks: string[] = []
  const inflate = createInflate({ chunkSize: 1 << 20 })
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length))
      throw new Error(`The checksum of ${type} is wrong`)
    chunks.push(type)
    if (type === 'IDAT') inflate.write(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  inflate.end()
  const [widthPx, heightPx] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = bytes[25] === 2 ? 3 : 4
  const line = new Uint8Array(1 + widthPx * channels)
  const row = new Uint8Array(widthPx * channels)
  let filled = 0
  let y = 0
  // zlib checks the sum over all rows at the end.
  for await (const part of inflate as AsyncIterable<Uint8Array>)
    for (let from = 0; from < part.length;) {
      const taken = part.subarray(from, from + line.length - filled)
      line.set(taken, filled)
      filled += taken.length
      from += taken.length
      if (filled < line.length) break
      const filter = line[0]
      if (filter === 0) row.set(line.subarray(1))
      else if (filter === 2) for (let i = 0; i < row.length; i++) row[i]! += line[i + 1]!
      else throw new Error(`Row ${y} has filter ${filter}`)
      onRow(row, y++)
      filled = 0
    }
  if (y !== heightPx || filled > 0) throw new Error(`${y} of ${heightPx} rows are there`)
  return { widthPx, heightPx, channels, chunks }
}
