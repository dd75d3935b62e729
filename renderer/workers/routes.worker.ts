import type { RoutesMessage } from '../canvas/routes-desk'
import { RoutesService } from '../canvas/routes-service'
import { joinChanges, type BoardChange } from '#shared/render/board-change'

const service = new RoutesService()
/** The beginning of a large change, whose rest has not come yet. */
let begun: BoardChange[] = []

self.onmessage = ({ data }: MessageEvent<RoutesMessage>) => {
  if ('begun' in data) {
    begun.push(data.begun)
    return
  }
  const change = joinChanges([...begun, data.change])
  begun = []
  for (const answer of service.answer({ ...data, change }))
    self.postMessage(answer, { transfer: [answer.routes.numbers.buffer] })
}
