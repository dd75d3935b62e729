/** Runs work when nothing else wants the thread, after `timeoutMs` at the latest; gives back what calls it off. */
export function whenIdle(work: () => void, timeoutMs: number): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const handle = window.requestIdleCallback(work, { timeout: timeoutMs })
    return () => window.cancelIdleCallback(handle)
  }
  const handle = window.setTimeout(work, 60)
  return () => window.clearTimeout(handle)
}
