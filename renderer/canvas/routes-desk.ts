import { changeInParts, slimChange, type BoardChange } from '#shared/render/board-change'
import { inPieces } from '../ui/idle'
import { RoutesService, type RoutesAnswer, type RoutesRequest } from './routes-service'

/** Somebody who works routes out elsewhere, one question at a time. */
export interface RoutesDesk {
  ask(request: RoutesRequest): void
  stop(): void
}

/** Opens a desk; it answers each question, or says once that it cannot. */
export type OpenDesk = (answer: (answer: RoutesAnswer) => void, fail: () => void) => RoutesDesk

/** What crosses to the worker: a question, or before it the beginning of a large change. */
export type RoutesMessage = RoutesRequest | { begun: BoardChange }

/** So many records go to the worker at a time: copying more would hold a frame up. */
const RECORDS_AT_A_TIME = 800
/** However busy the window is, questions and answers go on after so long, ms. */
const GO_ON_AFTER_MS = 200

/** Routes worked out in a worker, asked for and taken in while nothing else wants the window. */
export function openWorker(answer: (answer: RoutesAnswer) => void, fail: () => void): RoutesDesk {
  let worker: Worker | null = null
  let cancelAsking = (): void => undefined
  let cancelTaking: (() => void) | null = null
  const answers: RoutesAnswer[] = []

  function* take(): Generator<void, void> {
    for (let next = answers.shift(); next; next = answers.shift()) {
      answer(next)
      yield
    }
    cancelTaking = null
  }

  function open(): Worker {
    const made = new Worker(new URL('../workers/routes.worker.ts', import.meta.url), {
      type: 'module',
    })
    made.onmessage = ({ data }: MessageEvent<RoutesAnswer>) => {
      answers.push(data)
      cancelTaking ??= inPieces(take(), GO_ON_AFTER_MS)
    }
    made.onerror = fail
    return made
  }

  function* ask(request: RoutesRequest): Generator<void, void> {
    const to = (worker ??= open())
    const post = (message: RoutesMessage): void => to.postMessage(message)
    yield
    const parts = changeInParts(request.change, RECORDS_AT_A_TIME)
    const last = parts.pop()
    for (const begun of parts) {
      post({ begun: slimChange(begun) })
      yield
    }
    post({ ...request, change: slimChange(last ?? request.change) })
  }

  return {
    ask(request) {
      cancelAsking = inPieces(ask(request), GO_ON_AFTER_MS)
    },
    stop() {
      cancelAsking()
      cancelTaking?.()
      worker?.terminate()
    },
  }
}

/** Where there are no workers, routing holds the window up, but it is done. */
export function openHere(answer: (answer: RoutesAnswer) => void): RoutesDesk {
  const service = new RoutesService()
  let isOpen = true
  return {
    ask(request) {
      queueMicrotask(() => {
        for (const part of service.answer(request)) if (isOpen) answer(part)
      })
    },
    stop: () => (isOpen = false),
  }
}
