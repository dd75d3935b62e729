import { codeFor, type Code } from './huffman'

/** Longest copy that deflate knows, and how far back one may reach. Bytes. */
export const LONGEST_COPY = 258
export const FARTHEST_COPY = 32_768

/** Ends a deflate stream that stands at a byte boundary: an empty stored block that says it is the last. */
export const LAST_BLOCK = Uint8Array.of(1, 0, 0, 0xff, 0xff)

/** Symbols in one block: few enough for its code to fit them, enough to make up for writing the code down. */
const BLOCK = 32_768
/** No symbol takes more bytes, its extra bits included; nor does a block's head. */
const SYMBOL_BYTES = 6
const HEAD_BYTES = 400

const END_OF_BLOCK = 256
const COPY = 1 << 30
/** Order in which the lengths of the code for lengths are written. Source: RFC 1951, 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const

/** Writes bytes and copies of earlier bytes as raw deflate, each block in a code of its own. Source: RFC 1951. */
export class DeflateWriter {
  /** Bytes as they are; copies as `COPY | length << 15 | distance - 1`. */
  private readonly symbols = new Int32Array(BLOCK)
  private count = 0
  private readonly literals = new Uint32Array(286)
  private readonly distances = new Uint32Array(30)
  private out = new Uint8Array(BLOCK)
  private size = 0
  /** Bits that do not fill a byte yet, lowest first. */
  private bits = 0
  private held = 0

  literal(byte: number): void {
    this.symbols[this.count++] = byte
    if (this.count === BLOCK) this.writeBlock()
  }

  /** Repeats what stands `distance` bytes back; they may overlap. `length` is 3 to {@link LONGEST_COPY}. */
  copy(length: number, distance: number): void {
    this.symbols[this.count++] = COPY | (length << 15) | (distance - 1)
    if (this.count === BLOCK) this.writeBlock()
  }

  /** Everything written, up to a byte boundary, where other deflate data may follow. The writer is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.count > 0) this.writeBlock()
    this.grow(HEAD_BYTES)
    // An empty stored block.
    this.put(0, 3)
    this.put(0, -this.held & 7)
    this.flushBits()
    for (const byte of [0, 0, 0xff, 0xff]) this.out[this.size++] = byte
    const taken = this.out.slice(0, this.size)
    this.size = 0
    return taken
  }

  private writeBlock(): void {
    const { symbols, literals, distances, count } = this
    for (let at = 0; at < count; at++) this.countSymbol(symbols[at] ?? 0)
    literals[END_OF_BLOCK] = 1
    const literalCode = codeFor(literals, 15)
    const distanceCode = codeFor(distances, 15)
    this.grow(count * SYMBOL_BYTES + HEAD_BYTES)
    this.writeHead(literalCode.lengths, distanceCode.lengths)
    this.writeSymbols(literalCode, distanceCode)
    literals.fill(0)
    distances.fill(0)
    this.count = 0
  }

  private countSymbol(symbol: number): void {
    const { literals, distances } = this
    if (symbol < COPY) {
      literals[symbol] = (literals[symbol] ?? 0) + 1
      return
    }
    const length = lengthSymbol[(symbol >> 15) & 0x1ff] ?? 0
    const distance = distanceSymbol((symbol & 0x7fff) + 1)
    literals[length] = (literals[length] ?? 0) + 1
    distances[distance] = (distances[distance] ?? 0) + 1
  }

  private writeHead(literalLengths: Uint8Array, distanceLengths: Uint8Array): void {
    const lengths = [...literalLengths, ...distanceLengths]
    const counts = new Uint32Array(LENGTH_ORDER.length)
    for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
    const code = codeFor(counts, 7)
    this.put(0b100, 3)
    this.put(literalLengths.length - 257, 5)
    this.put(distanceLengths.length - 1, 5)
    this.put(LENGTH_ORDER.length - 4, 4)
    for (const symbol of LENGTH_ORDER) this.put(code.lengths[symbol] ?? 0, 3)
    for (const length of lengths) this.putCode(code, length)
  }

  private writeSymbols(literals: Code, distances: Code): void {
    const { symbols, count } = this
    for (let at = 0; at < count; at++) {
      const symbol = symbols[at] ?? 0
      if (symbol < COPY) this.putCode(literals, symbol)
      else this.writeCopy((symbol >> 15) & 0x1ff, (symbol & 0x7fff) + 1, literals, distances)
    }
    this.putCode(literals, END_OF_BLOCK)
  }

  private writeCopy(length: number, distance: number, literals: Code, distances: Code): void {
    const asLength = lengthSymbol[length] ?? 0
    this.putCode(literals, asLength)
    this.put(length - (lengthBase[asLength] ?? 0), lengthExtra[asLength] ?? 0)
    const asDistance = distanceSymbol(distance)
    this.putCode(distances, asDistance)
    const extra = asDistance < 4 ? 0 : (asDistance >> 1) - 1
    this.put((distance - 1) & ((1 << extra) - 1), extra)
  }

  private putCode({ codes, lengths }: Code, symbol: number): void {
    this.put(codes[symbol] ?? 0, lengths[symbol] ?? 0)
  }

  /** @param count 16 at most */
  private put(value: number, count: number): void {
    this.bits |= value << this.held
    this.held += count
    if (this.held >= 16) {
      this.out[this.size++] = this.bits
      this.out[this.size++] = this.bits >>> 8
      this.bits >>>= 16
      this.held -= 16
    }
  }

  private flushBits(): void {
    for (; this.held > 0; this.held -= 8) {
      this.out[this.size++] = this.bits
      this.bits >>>= 8
    }
    this.held = 0
    this.bits = 0
  }

  private grow(by: number): void {
    if (this.size + by <= this.out.length) return
    const larger = new Uint8Array(Math.max(this.size + by, 2 * this.out.length))
    larger.set(this.out.subarray(0, this.size))
    this.out = larger
  }
}

const lengthSymbol = new Uint16Array(LONGEST_COPY + 1)
const lengthBase = new Uint16Array(286)
const lengthExtra = new Uint8Array(286)

// 8 lengths with a symbol each, then 4 symbols for every further bit; the longest has one to itself.
for (let symbol = 257, length = 3; symbol < 285; symbol++) {
  const extra = symbol < 265 ? 0 : (symbol - 261) >> 2
  lengthBase[symbol] = length
  lengthExtra[symbol] = extra
  for (let n = 0; n < 1 << extra; n++) lengthSymbol[length++] = symbol
}
lengthBase[285] = LONGEST_COPY
lengthSymbol[LONGEST_COPY] = 285

/** Four distances with a symbol each, then two symbols for every further bit. */
function distanceSymbol(distance: number): number {
  if (distance < 5) return distance - 1
  const extra = 30 - Math.clz32(distance - 1)
  return 2 * extra + 2 + (((distance - 1) >> extra) & 1)
}
