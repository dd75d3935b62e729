import { z } from 'zod'
import {
  BoardId,
  DiscoveryId,
  EdgeId,
  FrameId,
  MarkId,
  NodeId,
  PackId,
  PointId,
  WaiverId,
} from './ids'
import { LINK_LENGTH, LINK_PROBLEM, WEB_LINK } from './web-link'

/** Limits that keep a hostile or broken file from eating the machine. */
export const LIMITS = {
  label: 500,
  text: 20_000,
  coordinate: 10_000_000,
  factsPerRecord: 200,
  packText: 512 * 1024,
  nodesPerSession: 60_000,
  edgesPerSession: 90_000,
  marksPerSession: 20_000,
  strokePoints: 4000,
  votersPerEmoji: 200,
  emojisPerSticky: 20,
  /** Characters of base64, of one picture and of all in a session. */
  imageText: 2 * 1024 * 1024,
  imageTextPerSession: 24 * 1024 * 1024,
} as const

const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)
const extent = z.number().min(1).max(LIMITS.coordinate)
const orderKey = z.string().min(1).max(200)
const point = z.object({ x: coordinate, y: coordinate })

export const BoardKind = z.enum(['current', 'target', 'sketch'])
export type BoardKind = z.infer<typeof BoardKind>

export const GroupKind = z.enum([
  'awsCloud',
  'account',
  'region',
  'vpc',
  'availabilityZone',
  'publicSubnet',
  'privateSubnet',
  'securityGroup',
  'autoScalingGroup',
  'corporateDataCenter',
  'serverContents',
  'generic',
])
export type GroupKind = z.infer<typeof GroupKind>

export const EdgeKind = z.enum(['request', 'data', 'event', 'replication', 'dependency'])
export type EdgeKind = z.infer<typeof EdgeKind>

/** `sketch`: what is not drawn may exist. `complete`: what is not drawn does not exist. Inherited inward. */
export const Detail = z.enum(['sketch', 'complete'])
export type Detail = z.infer<typeof Detail>

export const FactSource = z.enum(['user', 'customer', 'import', 'aws-default', 'assumed'])
export type FactSource = z.infer<typeof FactSource>

export const FactValue = z.union([
  z.boolean(),
  z.number(),
  z.string().max(LIMITS.text),
  z.array(z.string().max(LIMITS.label)).max(500),
])
export type FactValue = z.infer<typeof FactValue>

/** One thing known about a node or connector. A fact that is absent is *unknown*, which is neither yes nor no. */
export const Fact = z.object({
  /** `null`: known not to apply to this thing. Rules that hang on it do not apply either. */
  value: FactValue.nullable(),
  source: FactSource,
  /** Who said so (display name). */
  by: z.string().max(LIMITS.label).optional(),
  /** Milliseconds since the epoch. */
  at: z.number().optional(),
})
export type Fact = z.infer<typeof Fact>

const Facts = z.record(z.string().max(100), Fact)
export type Facts = z.infer<typeof Facts>

/** The seven Rs. Source: AWS Prescriptive Guidance, "About the migration strategies". */
export const Disposition = z.enum([
  'rehost',
  'replatform',
  'relocate',
  'refactor',
  'repurchase',
  'retire',
  'retain',
])
export type Disposition = z.infer<typeof Disposition>

const nodeShape = {
  id: NodeId,
  boardId: BoardId,
  /** The group it is in; `null` at the top level of the board. */
  parentId: NodeId.nullable(),
  /** Absolute position of the top left corner and size, in board units. */
  x: coordinate,
  y: coordinate,
  w: extent,
  h: extent,
  label: z.string().max(LIMITS.label),
  /** Fractional index: drawing order among siblings, later is on top. */
  order: orderKey,
  facts: Facts,
  /** Stays where it is: neither dragged nor moved by automatic layout. */
  locked: z.boolean().optional(),
  /** Web address to open from the board, `https:` or `http:`. */
  link: z.string().max(LINK_LENGTH).regex(WEB_LINK, LINK_PROBLEM).optional(),
}

export const ServiceNode = z.object({
  ...nodeShape,
  kind: z.literal('service'),
  /** A `serviceId` of the catalogue. Unknown ids are kept and drawn as a plain box. */
  serviceId: z.string().min(1).max(100),
  /** What is to become of a workload that exists today. */
  disposition: Disposition.optional(),
  dispositionReason: z.string().max(LIMITS.text).optional(),
})
export type ServiceNode = z.infer<typeof ServiceNode>

export const GroupNode = z.object({
  ...nodeShape,
  kind: z.literal('group'),
  groupKind: GroupKind,
  detail: Detail.optional(),
})
export type GroupNode = z.infer<typeof GroupNode>

export const BoardNode = z.discriminatedUnion('kind', [ServiceNode, GroupNode])
export type BoardNode = z.infer<typeof BoardNode>

/** How a connector runs; orthogonal where nothing is said. */
export const EdgeShape = z.enum(['orthogonal', 'straight', 'curved'])
export type EdgeShape = z.infer<typeof EdgeShape>

/** On screen: a connector. Its ends may be services or groups. */
export const BoardEdge = z.object({
  id: EdgeId,
  boardId: BoardId,
  source: NodeId,
  target: NodeId,
  kind: EdgeKind,
  label: z.string().max(LIMITS.label),
  order: orderKey,
  shape: EdgeShape.optional(),
  /** Points that somebody put it through, from source to target; absolute on the board. */
  waypoints: z.array(point).max(50).optional(),
  /** Among them `protocol` (text) and `encrypted` (boolean). */
  facts: Facts,
})
export type BoardEdge = z.infer<typeof BoardEdge>

export const Board = z.object({
  id: BoardId,
  name: z.string().max(LIMITS.label),
  kind: BoardKind,
  order: orderKey,
})
export type Board = z.infer<typeof Board>

const markShape = {
  id: MarkId,
  boardId: BoardId,
  /** Absolute position of the top left corner and size, in board units. */
  x: coordinate,
  y: coordinate,
  w: extent,
  h: extent,
  /** Fractional index: drawing order among the board's marks, later is on top. */
  order: orderKey,
  locked: z.boolean().optional(),
}

export const StickyColor = z.enum(['yellow', 'blue', 'green', 'pink', 'purple', 'grey'])
export type StickyColor = z.infer<typeof StickyColor>

export const Ink = z.enum(['ink', 'muted', 'blue', 'red', 'green', 'orange', 'purple'])
export type Ink = z.infer<typeof Ink>

/** What people vote with. Neither letters nor `/` nor `_`, so that it is no other key's name. */
export const Emoji = z
  .string()
  .min(1)
  .max(16)
  .regex(/^[^/A-Za-z_]+$/)

/** Names of those who voted, by emoji. */
export const Votes = z
  .record(Emoji, z.array(z.string().min(1).max(80)).max(LIMITS.votersPerEmoji))
  .refine((votes) => Object.keys(votes).length <= LIMITS.emojisPerSticky, 'too many emojis')
export type Votes = z.infer<typeof Votes>

export const StickyMark = z.object({
  ...markShape,
  kind: z.literal('sticky'),
  text: z.string().max(LIMITS.text),
  color: StickyColor,
  votes: Votes,
})
export type StickyMark = z.infer<typeof StickyMark>

export const TextMark = z.object({
  ...markShape,
  kind: z.literal('text'),
  text: z.string().max(LIMITS.text),
  sizePx: z.number().min(8).max(200),
  color: Ink,
})

export const ShapeMark = z.object({
  ...markShape,
  kind: z.literal('shape'),
  shape: z.enum(['rectangle', 'ellipse']),
  color: Ink,
  fill: z.enum(['none', 'tint']),
  text: z.string().max(LIMITS.text),
})

export const LineMark = z.object({
  ...markShape,
  kind: z.literal('line'),
  /** Start and end, absolute on the board. */
  points: z.tuple([point, point]),
  color: Ink,
  /** Whether it has a head at its end. */
  arrow: z.boolean(),
})

export const StrokeMark = z.object({
  ...markShape,
  kind: z.literal('stroke'),
  /** What the pen drew: x and y from the top left corner, and pressure from 0 to 1. */
  points: z
    .array(z.tuple([coordinate, coordinate, z.number().min(0).max(1)]))
    .min(1)
    .max(LIMITS.strokePoints),
  color: Ink,
  sizePx: z.number().min(1).max(40),
})

export const ImageMark = z.object({
  ...markShape,
  kind: z.literal('image'),
  mime: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
  /** Base64. */
  data: z
    .string()
    .max(LIMITS.imageText)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
  /** What it shows, for those who cannot see it. */
  alt: z.string().max(LIMITS.label),
})
export type ImageMark = z.infer<typeof ImageMark>

/** Something drawn on the whiteboard that no rule looks at. */
export const Mark = z.discriminatedUnion('kind', [
  StickyMark,
  TextMark,
  ShapeMark,
  LineMark,
  StrokeMark,
  ImageMark,
])
export type Mark = z.infer<typeof Mark>

/** A view for presenting; it owns no nodes. */
export const Frame = z.object({
  id: FrameId,
  boardId: BoardId,
  title: z.string().max(LIMITS.label),
  x: coordinate,
  y: coordinate,
  w: extent,
  h: extent,
  order: orderKey,
  presenterNotes: z.string().max(LIMITS.text),
})
export type Frame = z.infer<typeof Frame>

/** `risk`: something nobody could say, owned by somebody until it is known. */
export const DiscoveryKind = z.enum(['challenge', 'openQuestion', 'idea', 'nextStep', 'risk'])
export type DiscoveryKind = z.infer<typeof DiscoveryKind>

/** One line of the discovery notes, beside the board and tied to its nodes. */
export const DiscoveryItem = z.object({
  id: DiscoveryId,
  kind: DiscoveryKind,
  text: z.string().max(LIMITS.text),
  order: orderKey,
  /** Nodes this is about, on any board of the session. */
  nodeIds: z.array(NodeId).max(1000),
  /** Next steps and owned risks: who does it. */
  owner: z.string().max(LIMITS.label).optional(),
  /** ISO calendar date, `2026-11-30`. */
  dueDate: z.string().max(10).optional(),
  done: z.boolean().optional(),
  /** Risks: the fact that nobody could say, of each of `nodeIds` and `edgeIds`. */
  factKey: z.string().max(100).optional(),
  edgeIds: z.array(EdgeId).max(1000).optional(),
  /** Answer to an open question. */
  answer: z.string().max(LIMITS.text).optional(),
  createdAt: z.number(),
  author: z.string().max(LIMITS.label).optional(),
})
export type DiscoveryItem = z.infer<typeof DiscoveryItem>

export const WaiverCategory = z.enum([
  'accepted',
  'compensating',
  'falsePositive',
  'notApplicable',
  'customerDeclined',
])
export type WaiverCategory = z.infer<typeof WaiverCategory>

/** A finding that somebody decided to live with, why, and until when. */
export const Waiver = z.object({
  id: WaiverId,
  boardId: BoardId,
  ruleId: z.string().min(1).max(100),
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('node'), id: NodeId }),
    z.object({ kind: z.literal('edge'), id: EdgeId }),
    z.object({ kind: z.literal('board'), id: BoardId }),
  ]),
  category: WaiverCategory,
  reason: z.string().min(1).max(LIMITS.text),
  author: z.string().max(LIMITS.label),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  expiresAt: z.number(),
  /** Of the facts that the finding rested on when it was waived: other facts reopen it. */
  factsHash: z.string().max(64),
  order: orderKey,
})
export type Waiver = z.infer<typeof Waiver>

/** A pack of rules that somebody added to this session, as the text of its JSON file. */
export const RulePackRecord = z.object({
  id: PackId,
  name: z.string().max(LIMITS.label),
  text: z.string().max(LIMITS.packText),
  enabled: z.boolean(),
  order: orderKey,
})
export type RulePackRecord = z.infer<typeof RulePackRecord>

const count = z.number().int().min(0)

/** How a board stood at one moment: holds, findings, questions; by `all`, pillar and design principle. */
export const PosturePoint = z.object({
  /** `<board>-<number of the ten minutes since the epoch>`: peers that write the same moment write one record. */
  id: PointId,
  boardId: BoardId,
  /** Milliseconds since the epoch. */
  at: z.number(),
  tallies: z.record(z.string().max(60), z.tuple([count, count, count])),
})
export type PosturePoint = z.infer<typeof PosturePoint>

export const SessionMeta = z.object({
  title: z.string().max(LIMITS.label),
  customer: z.string().max(LIMITS.label),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
})
export type SessionMeta = z.infer<typeof SessionMeta>
