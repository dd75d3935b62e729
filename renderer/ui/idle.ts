/** How long work may still go on before a frame is due; `null` where the page is not told. */
export type TimeLeft = (() => number) | null

/** Runs work when nothing else wants the thread, after `timeoutMs` at the latest; gives back what calls it off. */
export function whenIdle(work: (left: TimeLeft) => void, timeoutMs: number): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const handle = window.requestIdleCallback((deadline) => work(() => deadline.timeRemaining()), {
      timeout: timeoutMs,
    })
    return () => window.cancelIdleCallback(handle)
  }
  const handle = window.setTimeout(() => work(null), 60)
  return () => window.clearTimeout(handle)
}

/** A piece of work is begun only with so much time left, ms. */
const ROOM_MS = 4

/**
 * Runs work in pieces, each of which takes a few milliseconds, whenever nothing else wants the thread; at least one
 * every `timeoutMs`. Gives back what calls the rest off.
 */
export function inPieces(work: Iterator<unknown>, timeoutMs: number): () => void {
  let cancel = (): void => undefined
  const go = (left: TimeLeft): void => {
    do if (work.next().done) return
    while (left && left() > ROOM_MS)
    cancel = whenIdle(go, timeoutMs)
  }
  cancel = whenIdle(go, timeoutMs)
  return () => cancel()
}
