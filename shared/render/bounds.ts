import { union, type Rect } from '../model/geometry'
import type { Mark } from '../model/records'
import { markExtent } from './mark-drawing'

/** The place that nodes and marks take together, votes and all lines of text included; `null` when there are none. */
export function boundsOf(nodes: readonly Rect[], marks: readonly Mark[]): Rect | null {
  return union([...nodes, ...marks.map(markExtent)])
}
