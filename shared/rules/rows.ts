/** Adjacency in compressed rows: successors of v are `targets[starts[v]..starts[v+1])`. */
export interface Rows {
  starts: Int32Array
  targets: Int32Array
}

/** Rows of a graph given as pairs; `keep` leaves pairs out. */
export function rowsOf(
  size: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  keep: Uint8Array | null = null,
): Rows {
  const starts = new Int32Array(size + 1)
  for (let i = 0; i < from.length; i++)
    if (keep === null || keep[i] === 1) bump(starts, (from[i] ?? 0) + 1)
  for (let v = 0; v < size; v++) bump(starts, v + 1, at(starts, v))
  const next = starts.slice()
  const targets = new Int32Array(at(starts, size))
  for (let i = 0; i < from.length; i++) {
    if (keep !== null && keep[i] !== 1) continue
    const v = from[i] ?? 0
    targets[at(next, v)] = to[i] ?? 0
    bump(next, v)
  }
  return { starts, targets }
}

/** Reads inside bounds; who calls it keeps them. */
export function at(list: Int32Array, i: number): number {
  return list[i] ?? 0
}

export function bump(list: Int32Array, i: number, by = 1): void {
  list[i] = at(list, i) + by
}
