import { createBoardView } from '#shared/model/board-view'
import type { BoardContent } from '#shared/model/session'
import { applyPacks } from '#shared/packs/apply-packs'
import { readPack } from '#shared/packs/read-pack'
import { checkInParts } from '#shared/rules/engine'
import { packPart } from '#shared/rules/packed-part'

/** What the worker is asked: a board, and the texts of the rule packs in force. */
export interface ChecksRequest {
  content: BoardContent
  packs: readonly string[]
}

/** Few enough that taking a part in fits into a frame of the window. */
const THINGS_PER_PART = 200

self.onmessage = ({ data }: MessageEvent<ChecksRequest>) => {
  const packs = data.packs.flatMap((text) => {
    const read = readPack(text)
    return read.ok ? [read.pack] : []
  })
  const view = createBoardView(data.content)
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
