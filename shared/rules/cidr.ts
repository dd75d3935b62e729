/** First address and number of addresses of an IPv4 range such as `10.0.0.0/16`; `null` for anything else. */
function range(text: string): readonly [first: number, size: number] | null {
  const [, a, b, c, d, bits] =
    /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\s*\/\s*(\d{1,2})\s*$/.exec(text) ?? []
  const bytes = [a, b, c, d].map(Number)
  const length = Number(bits)
  if (bytes.some((byte) => !(byte <= 255)) || !(length <= 32)) return null
  const size = 2 ** (32 - length)
  const address = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  return [Math.floor(address / size) * size, size]
}

/** Address ranges that a fact names, separated by commas; `null` where one of them is no IPv4 range. */
function ranges(text: string): (readonly [number, number])[] | null {
  const found = text.split(/[,;]/).map(range)
  return found.every((one) => one !== null) ? found : null
}

/** Whether two lists of IPv4 ranges have an address in common; `unknown` where one cannot be read. */
export function cidrsOverlap(a: string, b: string): boolean | 'unknown' {
  const [mine, theirs] = [ranges(a), ranges(b)]
  if (mine === null || theirs === null) return 'unknown'
  return mine.some(([first, size]) =>
    theirs.some(([other, count]) => first < other + count && other < first + size),
  )
}
