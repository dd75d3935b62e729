import type { BoardId, DiscoveryId, EdgeId, FrameId, MarkId, NodeId, PackId, WaiverId } from './ids'
import type {
  Board,
  BoardEdge,
  BoardNode,
  DiscoveryItem,
  Fact,
  Frame,
  Mark,
  PosturePoint,
  RulePackRecord,
  SessionMeta,
  Waiver,
} from './records'

/** New values of some fields; a field set to `undefined` is removed. Facts are changed one by one. */
export type NodeFields = Partial<
  Pick<BoardNode, 'parentId' | 'x' | 'y' | 'w' | 'h' | 'label' | 'order' | 'locked' | 'link'> & {
    serviceId: string
    disposition: Extract<BoardNode, { kind: 'service' }>['disposition']
    dispositionReason: string | undefined
    groupKind: Extract<BoardNode, { kind: 'group' }>['groupKind']
    detail: Extract<BoardNode, { kind: 'group' }>['detail']
  }
>

export type EdgeFields = Partial<
  Pick<BoardEdge, 'source' | 'target' | 'kind' | 'label' | 'order' | 'shape' | 'waypoints'>
>

/** Whatever its kind has of these. */
export type MarkFields = Partial<
  Pick<Mark, 'x' | 'y' | 'w' | 'h' | 'order' | 'locked'> & {
    text: string
    color: Exclude<Mark, { kind: 'image' }>['color']
    sizePx: number
    shape: Extract<Mark, { kind: 'shape' }>['shape']
    fill: Extract<Mark, { kind: 'shape' }>['fill']
    points: Extract<Mark, { kind: 'line' | 'stroke' }>['points']
    arrow: boolean
    alt: string
  }
>

/** A vote that somebody casts, or takes back where `isFor` is false. */
export interface VoteChange {
  emoji: string
  name: string
  isFor: boolean
}

/** `null` forgets the fact: it is unknown again. */
export type FactChanges = Readonly<Record<string, Fact | null>>

/** One step of an edit. Steps that name a record that is gone do nothing. */
export type Change =
  | { op: 'addNode'; node: BoardNode }
  | { op: 'setNode'; id: NodeId; set?: NodeFields; facts?: FactChanges }
  | { op: 'removeNode'; id: NodeId }
  | { op: 'addEdge'; edge: BoardEdge }
  | { op: 'setEdge'; id: EdgeId; set?: EdgeFields; facts?: FactChanges }
  | { op: 'removeEdge'; id: EdgeId }
  | { op: 'addMark'; mark: Mark }
  | { op: 'setMark'; id: MarkId; set?: MarkFields; votes?: readonly VoteChange[] }
  | { op: 'removeMark'; id: MarkId }
  | { op: 'addBoard'; board: Board }
  | { op: 'setBoard'; id: BoardId; set: Partial<Omit<Board, 'id'>> }
  | { op: 'removeBoard'; id: BoardId }
  | { op: 'addFrame'; frame: Frame }
  | { op: 'setFrame'; id: FrameId; set: Partial<Omit<Frame, 'id' | 'boardId'>> }
  | { op: 'removeFrame'; id: FrameId }
  | { op: 'addDiscovery'; item: DiscoveryItem }
  | { op: 'setDiscovery'; id: DiscoveryId; set: Partial<Omit<DiscoveryItem, 'id'>> }
  | { op: 'removeDiscovery'; id: DiscoveryId }
  | { op: 'addWaiver'; waiver: Waiver }
  | { op: 'setWaiver'; id: WaiverId; set: Partial<Omit<Waiver, 'id' | 'boardId'>> }
  | { op: 'removeWaiver'; id: WaiverId }
  | { op: 'addPack'; pack: RulePackRecord }
  | { op: 'setPack'; id: PackId; set: Partial<Omit<RulePackRecord, 'id'>> }
  | { op: 'removePack'; id: PackId }
  | { op: 'putPoint'; point: PosturePoint }
  | { op: 'removePoint'; id: PosturePoint['id'] }
  | { op: 'setMeta'; set: Partial<SessionMeta> }

/**
 * An edit as data: what a gesture wants to happen, worked out from a board without touching it.
 *
 * Applied to a document it is one transaction and one undo step; applied to plain records it is a preview.
 */
export type Patch = readonly Change[]
