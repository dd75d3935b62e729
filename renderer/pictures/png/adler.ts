/** Largest prime below 2¹⁶. */
export const ADLER_BASE = 65_521

/** Adler-32 of some bytes as its two sums, with how many bytes it covers. Source: RFC 1950. */
export interface Adler {
  a: number
  b: number
  length: number
}

export const NOTHING_SUMMED: Adler = { a: 1, b: 0, length: 0 }

/** The sum over two runs of bytes, one after the other, from the sums over each. */
export function combineAdler(first: Adler, second: Adler): Adler {
  return {
    a: (first.a + second.a + ADLER_BASE - 1) % ADLER_BASE,
    b:
      (first.b + second.b + (second.length % ADLER_BASE) * (first.a + ADLER_BASE - 1)) % ADLER_BASE,
    length: first.length + second.length,
  }
}

/** The sum as a zlib stream ends with it, highest byte first. */
export function adlerBytes({ a, b }: Adler): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(b >> 8, b & 0xff, a >> 8, a & 0xff)
}
