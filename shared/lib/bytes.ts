const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUE = new Uint8Array(128).fill(255)
for (const [value, char] of [...ALPHABET].entries()) VALUE[char.charCodeAt(0)] = value

const CODE = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0))
const PADDING = '='.charCodeAt(0)
/** More arguments than this may be too many for one call. */
const CHUNK = 8192

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  const code = (value: number): number => CODE[value & 63] ?? 0
  for (let at = 0, to = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    codes[to++] = code(word >> 18)
    codes[to++] = code(word >> 12)
    codes[to++] = at + 1 < bytes.length ? code(word >> 6) : PADDING
    codes[to++] = at + 2 < bytes.length ? code(word) : PADDING
  }
  const parts: string[] = []
  for (let at = 0; at < codes.length; at += CHUNK)
    parts.push(String.fromCharCode(...codes.subarray(at, at + CHUNK)))
  return parts.join('')
}

/** The bytes of base64 text, white space allowed; `null` when it is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const compact = text.replace(/\s+/g, '').replace(/={1,2}$/, '')
  if (compact.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((compact.length * 3) / 4))
  let buffer = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < compact.length; i++) {
    const code = compact.charCodeAt(i)
    const value = code < 128 ? (VALUE[code] ?? 255) : 255
    if (value === 255) return null
    buffer = ((buffer << 6) | value) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 255
    }
  }
  return bytes
}

/** UTF-8 bytes of a text; halves of surrogate pairs become U+FFFD. */
export function toUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let at = 0
  for (const char of text) {
    // `for of` never gives an empty string.
    let point = char.codePointAt(0) as number
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
    if (point < 0x80) bytes[at++] = point
    else if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6)
      bytes[at++] = 0x80 | (point & 63)
    } else if (point < 0x10000) {
      bytes[at++] = 0xe0 | (point >> 12)
      bytes[at++] = 0x80 | ((point >> 6) & 63)
      bytes[at++] = 0x80 | (point & 63)
    } else {
      bytes[at++] = 0xf0 | (point >> 18)
      bytes[at++] = 0x80 | ((point >> 12) & 63)
      bytes[at++] = 0x80 | ((point >> 6) & 63)
      bytes[at++] = 0x80 | (point & 63)
    }
  }
  return bytes.slice(0, at)
}

/** The text of UTF-8 bytes, without a byte order mark; `null` when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = []
  let part = ''
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const more = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1
    if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || at + more >= bytes.length) return null
    let point = more === 0 ? lead : lead & (0x3f >> more)
    for (let i = 1; i <= more; i++) {
      const next = bytes[at + i] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      point = (point << 6) | (next & 63)
    }
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || point < (SMALLEST[more] ?? 0))
      return null
    part += String.fromCodePoint(point)
    at += more + 1
    if (part.length > 8192) {
      parts.push(part)
      part = ''
    }
  }
  parts.push(part)
  return parts.join('')
}

/** Smallest code point that needs so many following bytes: longer forms are forbidden. */
const SMALLEST = [0, 0x80, 0x800, 0x10000] as const
