import { RoutesService, type RoutesRequest } from '../canvas/routes-service'

const service = new RoutesService()

self.onmessage = ({ data }: MessageEvent<RoutesRequest>) => {
  const answer = service.answer(data)
  self.postMessage(answer, { transfer: [answer.routes.numbers.buffer] })
}
