import { crc32 } from 'node:zlib'

/** First bytes of every journal. */
export const JOURNAL_MAGIC = new TextEncoder().encode('DBJRNL1\n')

const HEADER = 8

export interface ScannedLog {
  records: Uint8Array[]
  /** Where the last good record ends. */
  goodBytes: number
  /** Records in the middle that fail their checksum although later ones are fine: damage, not a torn tail. */
  damaged: number
  /** Bytes after the last good record: what a crash left of an edit that was never acknowledged. */
  tornBytes: number
}

/** One record as it stands in the journal: length, crc32, payload. */
export function encodeRecord(payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER + payload.byteLength)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, payload.byteLength)
  view.setUint32(4, crc32(payload))
  bytes.set(payload, HEADER)
  return bytes
}

/** Reads as many records as are sound. Never throws. */
export function scanLog(bytes: Uint8Array): ScannedLog {
  const records: Uint8Array[] = []
  if (!startsWith(bytes, JOURNAL_MAGIC))
    return { records, goodBytes: 0, damaged: 0, tornBytes: bytes.byteLength }
  let at = JOURNAL_MAGIC.byteLength
  let goodBytes = at
  let damaged = 0
  let suspect = 0
  while (at < bytes.byteLength) {
    const record = recordAt(bytes, at)
    if (!record) break
    if (record.sound) {
      records.push(record.payload)
      damaged += suspect
      suspect = 0
      goodBytes = record.end
    } else suspect++
    at = record.end
  }
  return { records, goodBytes, damaged, tornBytes: bytes.byteLength - goodBytes }
}

function recordAt(
  bytes: Uint8Array,
  at: number,
): { payload: Uint8Array; sound: boolean; end: number } | null {
  if (at + HEADER > bytes.byteLength) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER)
  const length = view.getUint32(0)
  const end = at + HEADER + length
  // A length of zero is what a file system leaves when it grew a file and lost the data.
  if (length === 0 || end > bytes.byteLength) return null
  const payload = bytes.subarray(at + HEADER, end)
  return { payload, sound: crc32(payload) === view.getUint32(4), end }
}

export function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.byteLength >= prefix.byteLength && prefix.every((byte, i) => bytes[i] === byte)
}
