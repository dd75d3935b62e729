import { assertNever } from '../lib/assert-never'
import type { Facts, Mark } from './records'
import type { FactChanges, Patch, VoteChange } from './patch'
import { withVotes } from './votes'
import { createBoardView, type BoardView } from './board-view'
import { byOrder, emptySession, type SessionContent } from './session'

/** What a session would be after an edit, without editing it. Untouched records keep their identity. */
export function previewPatch(content: SessionContent, patch: Patch): SessionContent {
  let meta = content.meta
  const boards = table(content.boards)
  const nodes = table(content.nodes)
  const edges = table(content.edges)
  const marks = table(content.marks)
  const frames = table(content.frames)
  const discovery = table(content.discovery)
  const waivers = table(content.waivers)
  const packs = table(content.packs)
  const history = table(content.history)
  for (const change of patch) {
    switch (change.op) {
      case 'addNode':
        nodes.set(change.node.id, change.node)
        break
      case 'setNode':
        changeRecord(nodes, change.id, change.set, change.facts)
        break
      case 'removeNode':
        nodes.delete(change.id)
        break
      case 'addEdge':
        edges.set(change.edge.id, change.edge)
        break
      case 'setEdge':
        changeRecord(edges, change.id, change.set, change.facts)
        break
      case 'removeEdge':
        edges.delete(change.id)
        break
      case 'addMark':
        marks.set(change.mark.id, change.mark)
        break
      case 'setMark':
        changeRecord(marks, change.id, change.set)
        changeVotes(marks, change.id, change.votes)
        break
      case 'removeMark':
        marks.delete(change.id)
        break
      case 'addBoard':
        boards.set(change.board.id, change.board)
        break
      case 'setBoard':
        changeRecord(boards, change.id, change.set)
        break
      case 'removeBoard':
        boards.delete(change.id)
        break
      case 'addFrame':
        frames.set(change.frame.id, change.frame)
        break
      case 'setFrame':
        changeRecord(frames, change.id, change.set)
        break
      case 'removeFrame':
        frames.delete(change.id)
        break
      case 'addDiscovery':
        discovery.set(change.item.id, change.item)
        break
      case 'setDiscovery':
        changeRecord(discovery, change.id, change.set)
        break
      case 'removeDiscovery':
        discovery.delete(change.id)
        break
      case 'addWaiver':
        waivers.set(change.waiver.id, change.waiver)
        break
      case 'setWaiver':
        changeRecord(waivers, change.id, change.set)
        break
      case 'removeWaiver':
        waivers.delete(change.id)
        break
      case 'addPack':
        packs.set(change.pack.id, change.pack)
        break
      case 'setPack':
        changeRecord(packs, change.id, change.set)
        break
      case 'removePack':
        packs.delete(change.id)
        break
      case 'putPoint':
        history.set(change.point.id, change.point)
        break
      case 'removePoint':
        history.delete(change.id)
        break
      case 'setMeta':
        meta = { ...meta, ...change.set }
        break
      default:
        assertNever(change)
    }
  }
  return {
    meta,
    boards: ordered(boards),
    nodes: ordered(nodes),
    edges: ordered(edges),
    marks: ordered(marks),
    frames: ordered(frames),
    discovery: ordered(discovery),
    waivers: ordered(waivers),
    packs: ordered(packs),
    history: ordered(history),
  }
}

/** A board as a patch would make it, without editing it. */
export function previewBoard(view: BoardView, patch: Patch): BoardView {
  const content = previewPatch(
    {
      ...emptySession({ title: '', customer: '', createdAt: 0 }),
      boards: [view.board],
      nodes: view.nodes,
      edges: view.edges,
      marks: view.marks,
    },
    patch,
  )
  const [board = view.board] = content.boards
  const { nodes, edges, marks } = content
  return createBoardView({ board, nodes, edges, marks }, view)
}

function table<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((r) => [r.id, r]))
}

function changeRecord<T extends { id: string; facts?: Facts }>(
  records: Map<string, T>,
  id: string,
  set: object = {},
  facts?: FactChanges,
): void {
  const old = records.get(id)
  if (!old) return
  const made: T = { ...old, ...set }
  for (const key of Object.keys(made) as (keyof T)[]) if (made[key] === undefined) delete made[key]
  if (facts) {
    const all: Facts = { ...old.facts }
    for (const [key, fact] of Object.entries(facts)) {
      if (fact === null) delete all[key]
      else all[key] = fact
    }
    made.facts = all
  }
  records.set(id, made)
}

function changeVotes(
  marks: Map<string, Mark>,
  id: string,
  changes: readonly VoteChange[] = [],
): void {
  const mark = marks.get(id)
  if (changes.length > 0 && mark?.kind === 'sticky')
    marks.set(id, { ...mark, votes: withVotes(mark.votes, changes) })
}

function ordered<T extends { id: string; order?: string }>(records: Map<string, T>): T[] {
  return [...records.values()].sort(byOrder)
}
