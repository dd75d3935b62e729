import type { Point } from '../model/geometry'

/** Between two runs that would lie on each other. */
const LANE = 8
/** Runs nearer than this count as lying on each other. */
const TOO_NEAR = 5

/** The middle run of a connector that goes out, across and in. */
interface Run {
  points: Point[]
  /** Index of the run's first point. */
  at: number
  /** Where the run lies, and what it spans, on the other axis. */
  place: number
  low: number
  high: number
  /** Order among neighbours in which they cross least. */
  rank: number
}

/**
 * Moves middle runs that would lie on each other apart, sideways; changes the polylines in place.
 *
 * Only runs between two bends move, so ends stay where they are and everything stays orthogonal.
 */
export function separateLanes(lines: readonly Point[][]): void {
  separate(lines, 'x', 'y')
  separate(lines, 'y', 'x')
}

function separate(lines: readonly Point[][], across: 'x' | 'y', along: 'x' | 'y'): void {
  const runs: Run[] = []
  for (const points of lines) {
    for (let at = 1; at + 2 < points.length; at++) {
      const p = points[at]
      const q = points[at + 1]
      const before = points[at - 1]
      if (!p || !q || !before || p[across] !== q[across] || p[along] === q[along]) continue
      const down = q[along] > p[along] ? 1 : -1
      const forward = p[across] >= before[across] ? 1 : -1
      runs.push({
        points,
        at,
        place: p[across],
        low: Math.min(p[along], q[along]),
        high: Math.max(p[along], q[along]),
        // Going forward and down, the upper one turns last; mirrored for the other three ways.
        rank: -down * forward * p[along],
      })
    }
  }
  runs.sort((a, b) => a.place - b.place)
  for (let start = 0; start < runs.length;) {
    const first = runs[start]
    if (!first) break
    let end = start + 1
    while (end < runs.length && (runs[end]?.place ?? Infinity) - first.place < TOO_NEAR) end++
    for (const cluster of overlapping(runs.slice(start, end))) moveApart(cluster, across)
    start = end
  }
}

/** Splits runs on one line into those that touch each other, directly or through others. */
function overlapping(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.low - b.low)
  const clusters: Run[][] = []
  let high = -Infinity
  for (const run of sorted) {
    const current = clusters.at(-1)
    if (current && run.low < high) current.push(run)
    else clusters.push([run])
    high = clusters.at(-1)?.length === 1 ? run.high : Math.max(high, run.high)
  }
  return clusters.filter((cluster) => cluster.length > 1)
}

function moveApart(cluster: Run[], across: 'x' | 'y'): void {
  cluster.sort((a, b) => a.rank - b.rank)
  const step = Math.min(LANE, 48 / cluster.length)
  for (const [at, run] of cluster.entries()) {
    const by = (at - (cluster.length - 1) / 2) * step
    for (const index of [run.at, run.at + 1]) {
      const point = run.points[index]
      if (point) run.points[index] = { ...point, [across]: run.place + by }
    }
  }
}
