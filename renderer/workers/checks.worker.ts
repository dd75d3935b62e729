import { createBoardView } from '#shared/model/board-view'
import type { BoardContent } from '#shared/model/session'
import { applyPacks } from '#shared/packs/apply-packs'
import { readPack } from '#shared/packs/read-pack'
import { checkInParts, type ColdPart } from '#shared/rules/engine'

/** What the worker is asked: a board, and the texts of the rule packs in force. */
export interface ChecksRequest {
  content: BoardContent
  packs: readonly string[]
}

const THINGS_PER_PART = 500

self.onmessage = ({ data }: MessageEvent<ChecksRequest>) => {
  const packs = data.packs.flatMap((text) => {
    const read = readPack(text)
    return read.ok ? [read.pack] : []
  })
  const view = createBoardView(data.content)
  for (const part of checkInParts(view, applyPacks(packs), THINGS_PER_PART))
    self.postMessage(part satisfies ColdPart)
}
