/** A prefix code: for every symbol its bits, turned round since deflate writes them lowest first, and how many. */
export interface Code {
  codes: Uint16Array
  lengths: Uint8Array
}

/** The best code for symbols that occur as often as `counts` says, none of it longer than `limit` bits. */
export function codeFor(counts: ArrayLike<number>, limit: number): Code {
  const lengths = codeLengths(counts, limit)
  return { codes: codesOf(lengths), lengths }
}

/**
 * Lengths in bits of the best prefix code for symbols that occur as often as `counts` says, none longer than `limit`.
 *
 * A symbol that does not occur has length 0. One symbol alone has length 1.
 */
export function codeLengths(counts: ArrayLike<number>, limit: number): Uint8Array {
  const lengths = new Uint8Array(counts.length)
  const used: number[] = []
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol]) used.push(symbol)
  used.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
  if (used.length === 1) lengths[used[0] ?? 0] = 1
  if (used.length < 2) return lengths
  const perLength = leavesPerDepth(used.map((symbol) => counts[symbol] ?? 0))
  keepWithin(perLength, limit)
  // The rarest symbols get the longest codes.
  let at = 0
  for (let length = limit; length > 0; length--)
    for (let n = perLength[length] ?? 0; n > 0; n--) lengths[used[at++] ?? 0] = length
  return lengths
}

/** Codes for lengths, as deflate numbers them. Source: RFC 1951, 3.2.2. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length)
  let next = 0
  for (let length = 1; length < 16; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) codes[symbol] = reversed(next++, length)
    next <<= 1
  }
  return codes
}

/** How many leaves a Huffman tree over `weights`, lightest first, has at each depth. */
function leavesPerDepth(weights: readonly number[]): Uint16Array {
  const total = 2 * weights.length - 1
  const weight = new Float64Array(total)
  weight.set(weights)
  const parent = new Int32Array(total)
  // Both queues, of leaves and of joints, are in order of weight: the two lightest are at their heads.
  let leaf = 0
  let joint = weights.length
  for (let made = weights.length; made < total; made++) {
    let sum = 0
    for (let side = 0; side < 2; side++) {
      const isLeaf =
        leaf < weights.length && (joint >= made || (weight[leaf] ?? 0) <= (weight[joint] ?? 0))
      const lightest = isLeaf ? leaf++ : joint++
      sum += weight[lightest] ?? 0
      parent[lightest] = made
    }
    weight[made] = sum
  }
  const depth = new Int32Array(total)
  const leaves = new Uint16Array(Math.max(total, 16))
  for (let node = total - 2; node >= 0; node--) {
    depth[node] = (depth[parent[node] ?? 0] ?? 0) + 1
    if (node < weights.length) leaves[depth[node] ?? 0] = (leaves[depth[node] ?? 0] ?? 0) + 1
  }
  return leaves
}

/** Moves leaves that lie deeper than `limit` up, and others down until the code is complete again. */
function keepWithin(leaves: Uint16Array, limit: number): void {
  for (let depth = leaves.length - 1; depth > limit; depth--) {
    leaves[limit] = (leaves[limit] ?? 0) + (leaves[depth] ?? 0)
    leaves[depth] = 0
  }
  let room = 0
  for (let depth = 1; depth <= limit; depth++) room += (leaves[depth] ?? 0) << (limit - depth)
  for (; room > 1 << limit; room--) {
    leaves[limit] = (leaves[limit] ?? 0) - 1
    let depth = limit - 1
    while (!leaves[depth]) depth--
    leaves[depth] = (leaves[depth] ?? 0) - 1
    leaves[depth + 1] = (leaves[depth + 1] ?? 0) + 2
  }
}

function reversed(code: number, length: number): number {
  let turned = 0
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit)
  return turned
}
