import type { FactValue } from '../model/records'
import type { Tri } from './kleene'

const ALL: readonly [number, number] = [0, 65_535]

/**
 * Ranges of ports that a fact names: `22, 80, 8000-9000`, `all` or `any`, `none`. `null` where it makes no sense.
 */
export function portRanges(value: FactValue): (readonly [from: number, to: number])[] | null {
  if (typeof value === 'number') return Number.isInteger(value) ? [[value, value]] : null
  if (typeof value === 'boolean') return null
  const items = (Array.isArray(value) ? value : value.split(/[,;]/)).map((item) =>
    item.trim().toLowerCase(),
  )
  const ranges: (readonly [number, number])[] = []
  for (const item of items) {
    if (item === '' || item === 'none') continue
    if (item === 'all' || item === 'any' || item === '-1') {
      ranges.push(ALL)
      continue
    }
    const [, from, to = from] =
      /^(?:(?:tcp|udp)\s*[:/]?\s*)?(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(item) ?? []
    if (from === undefined) return null
    ranges.push([Number(from), Number(to)])
  }
  return ranges
}

/** Whether the fact opens one of these ports, or with `only` any other than these. */
export function opensPorts(value: FactValue, ports: readonly number[], only: boolean): Tri {
  const ranges = portRanges(value)
  if (ranges === null) return 'unknown'
  if (only) return ranges.every(([from, to]) => from === to && ports.includes(from))
  return ranges.some(([from, to]) => ports.some((port) => port >= from && port <= to))
}
