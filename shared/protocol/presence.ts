import { z } from 'zod'

const Point = z.object({ x: z.number(), y: z.number() })

/** What a peer shows of itself to the others (awareness); shared, never saved. Validate before use: a peer may lie. */
export const Presence = z.object({
  name: z.string().max(80),
  /** One of the presence colours, hex. */
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  boardId: z.string().max(64).nullable(),
  /** Board units. */
  cursor: Point.nullable(),
  selection: z.array(z.string().max(64)).max(500),
  /** Positions in flight while dragging, board units by node id. */
  drag: z.record(z.string().max(64), Point).nullable(),
  laser: Point.nullable(),
})
export type Presence = z.infer<typeof Presence>
