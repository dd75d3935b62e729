import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { Board, BoardEdge, BoardNode } from '#shared/model/records'
import { applyPacks } from '#shared/packs/apply-packs'
import { readPack } from '#shared/packs/read-pack'
import { checkInParts } from '#shared/rules/engine'
import { packPart } from '#shared/rules/packed-part'

/** What the worker is sent: a board's records, some at a time, and then what is asked of it. */
export type ChecksRequest =
  | { nodes: readonly BoardNode[] }
  | { edges: readonly BoardEdge[] }
  /** The texts of the rule packs in force. */
  | { board: Board; packs: readonly string[] }

/** Few enough that taking a part in takes two or three milliseconds of the window's. */
const THINGS_PER_PART = 50

const nodes: BoardNode[] = []
const edges: BoardEdge[] = []

self.onmessage = ({ data }: MessageEvent<ChecksRequest>) => {
  if ('nodes' in data) nodes.push(...data.nodes)
  else if ('edges' in data) edges.push(...data.edges)
  else check(createBoardView({ board: data.board, nodes, edges }), data.packs)
}

function check(view: BoardView, packTexts: readonly string[]): void {
  const packs = packTexts.flatMap((text) => {
    const read = readPack(text)
    return read.ok ? [read.pack] : []
  })
  const rules = applyPacks(packs)
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]))
  for (const part of checkInParts(view, rules, THINGS_PER_PART)) {
    const packed = packPart(part, titles)
    const { outcomes, saidAt, detailAt, reads, readsEnd } = packed
    self.postMessage(packed, {
      transfer: [
        outcomes.buffer,
        saidAt.buffer,
        detailAt.buffer,
        reads.buffer,
        readsEnd.buffer,
      ] as Transferable[],
    })
  }
}
