import scriptUrl from 'elkjs/lib/elk-worker.min.js?url'

/** Starts the layout library in a thread of its own. Its script is loaded here, on first use, and nowhere else. */
export function startLayoutWorker(): Worker {
  return new Worker(scriptUrl, { name: 'layout' })
}
