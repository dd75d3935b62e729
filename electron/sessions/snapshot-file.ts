import { crc32 } from 'node:zlib'
import { SCHEMA_VERSION } from '../../shared/protocol/handshake'
import { startsWith } from './record-log'

const MAGIC = new TextEncoder().encode('DBSNAP1\n')
const HEADER = MAGIC.byteLength + 16

export type ReadSnapshot =
  | { kind: 'missing' }
  | { kind: 'damaged'; reason: string }
  | { kind: 'newer'; schema: number }
  | { kind: 'ok'; generation: number; state: Uint8Array }

/**
 * A whole document on disk: magic, schema, generation, length, crc32, Yjs state.
 *
 * `generation` g says that every journal numbered below g is contained.
 */
export function encodeSnapshot(generation: number, state: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER + state.byteLength)
  bytes.set(MAGIC)
  const view = new DataView(bytes.buffer, MAGIC.byteLength)
  view.setUint32(0, SCHEMA_VERSION)
  view.setUint32(4, generation)
  view.setUint32(8, state.byteLength)
  view.setUint32(12, crc32(state))
  bytes.set(state, HEADER)
  return bytes
}

/** Never throws; a snapshot of a newer schema is recognised before its content is looked at. */
export function decodeSnapshot(bytes: Uint8Array | null): ReadSnapshot {
  if (!bytes) return { kind: 'missing' }
  if (!startsWith(bytes, MAGIC) || bytes.byteLength < HEADER)
    return { kind: 'damaged', reason: 'its beginning is not that of a snapshot' }
  const view = new DataView(bytes.buffer, bytes.byteOffset + MAGIC.byteLength, 16)
  const schema = view.getUint32(0)
  if (schema > SCHEMA_VERSION) return { kind: 'newer', schema }
  const state = bytes.subarray(HEADER)
  if (state.byteLength !== view.getUint32(8))
    return { kind: 'damaged', reason: 'it is shorter or longer than it says' }
  if (crc32(state) !== view.getUint32(12))
    return { kind: 'damaged', reason: 'its checksum does not fit' }
  return { kind: 'ok', generation: view.getUint32(4), state }
}
