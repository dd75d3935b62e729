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
  if (value instanceof Uint8Array) return { [BYTES]: encodeBase64(value) }
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
    return decodeBase64(only[1])
  return Object.fromEntries(entries.map(([key, inner]) => [key, unpack(inner)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const DIGITS = new Map([...ALPHABET].map((letter, digit) => [letter.charCodeAt(0), digit]))
const CHUNK = 3 * 4096

function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += CHUNK) {
    let part = ''
    const to = Math.min(from + CHUNK, bytes.length)
    for (let at = from; at < to; at += 3) {
      const a = bytes[at] ?? 0
      const b = bytes[at + 1] ?? 0
      const c = bytes[at + 2] ?? 0
      part += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4))
      part += at + 1 < to ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '='
      part += at + 2 < to ? ALPHABET.charAt(c & 63) : '='
    }
    parts.push(part)
  }
  return parts.join('')
}

function decodeBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  if (text.length % 4 !== 0) throw new SyntaxError('Bytes are not in base64')
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const digit = (at: number): number => {
    if (at >= text.length - padding) return 0
    const found = DIGITS.get(text.charCodeAt(at))
    if (found === undefined) throw new SyntaxError('Bytes are not in base64')
    return found
  }
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const word = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3)
    bytes[to] = word >> 16
    if (to + 1 < bytes.length) bytes[to + 1] = (word >> 8) & 255
    if (to + 2 < bytes.length) bytes[to + 2] = word & 255
  }
  return bytes
}
