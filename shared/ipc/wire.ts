import { fromBase64, toBase64 } from '../lib/bytes'

/**
 * Contract values as JSON, for the way between a browser and its host.
 *
 * `POST /api/call` carries `{ "name": …, "input": … }` and answers with a `Reply`. A `Uint8Array` anywhere inside is
 * written as `{ "$bytes": "<base64>" }`; everything else is plain JSON.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(pack(value))
}

/** @throws SyntaxError when `text` is not JSON or bytes in it are not base64. */
export function fromWire(text: string): unknown {
  return unpack(JSON.parse(text))
}

const BYTES = '$bytes'

function pack(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: toBase64(value) }
  if (Array.isArray(value)) return value.map(pack)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pack(inner)]))
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (only && entries.length === 1 && only[0] === BYTES && typeof only[1] === 'string')
    return decode(only[1])
  return Object.fromEntries(entries.map(([key, inner]) => [key, unpack(inner)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function decode(text: string): Uint8Array {
  const bytes = text.length % 4 === 0 && !/\s/.test(text) ? fromBase64(text) : null
  if (!bytes) throw new SyntaxError('Bytes are not in base64')
  return bytes
}
