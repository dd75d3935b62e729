import { z } from 'zod'
import { SCHEMA_VERSION } from '../../protocol/handshake'
import { imageTextOf } from '../../model/mark-room'
import {
  Board,
  BoardEdge,
  BoardNode,
  DiscoveryItem,
  Frame,
  LIMITS,
  Mark,
  PosturePoint,
  RulePackRecord,
  SessionMeta,
  Waiver,
} from '../../model/records'

/** What marks a file as ours. */
export const SESSION_FORMAT = 'drawbridge-session'

/** Largest file that is read, in characters of JSON. */
export const MAX_FILE_CHARS = 256 * 1024 * 1024

/** Lists are bounded so that a hostile file cannot eat the machine. */
const SessionRecords = z.object({
  meta: SessionMeta,
  boards: z.array(Board).max(1000),
  nodes: z.array(BoardNode).max(LIMITS.nodesPerSession),
  edges: z.array(BoardEdge).max(LIMITS.edgesPerSession),
  marks: z
    .array(Mark)
    .max(LIMITS.marksPerSession)
    .refine(
      (marks) => imageTextOf(marks) <= LIMITS.imageTextPerSession,
      'more pictures than a session can hold',
    ),
  frames: z.array(Frame).max(10_000),
  discovery: z.array(DiscoveryItem).max(50_000),
  waivers: z.array(Waiver).max(100_000),
  packs: z.array(RulePackRecord).max(20),
  history: z.array(PosturePoint).max(20_000),
})

/** The whole file. */
export const SessionEnvelope = z.object({
  format: z.literal(SESSION_FORMAT),
  version: z.literal(SCHEMA_VERSION),
  /** Version of the app that wrote it. */
  app: z.string().max(40),
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
  session: SessionRecords,
})
export type SessionEnvelope = z.infer<typeof SessionEnvelope>

/** The published JSON Schema of the current version, as the text of its file. */
export function sessionJsonSchema(): string {
  const schema = z.toJSONSchema(SessionEnvelope, { io: 'input' })
  return (
    JSON.stringify(
      {
        ...schema,
        title: 'Drawbridge session',
        description:
          'One customer engagement: boards, their nodes and connectors, whiteboard marks, frames, discovery notes, waivers and rule packs.',
      },
      null,
      2,
    ) + '\n'
  )
}
