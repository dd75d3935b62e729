import type { TextAnswer } from '../workers/text.worker'
import { makeText, type TextRequest } from './make-text'
import { failed } from './picture-error'

/** Sessions with more nodes are written in a worker: here it would hold the window up. */
const HERE_UP_TO = 400

/**
 * Makes a file of text, a large one in a thread of its own.
 *
 * @throws PictureError
 * @throws AbortError when `signal` fires first; the work is stopped at once
 */
export async function textOfFile(request: TextRequest, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted()
  if (request.content.nodes.length <= HERE_UP_TO) return makeText(request)
  const worker = new Worker(new URL('../workers/text.worker.ts', import.meta.url), {
    type: 'module',
  })
  try {
    return await new Promise<string>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      worker.onmessage = ({ data }: MessageEvent<TextAnswer>) => {
        if ('text' in data) resolve(data.text)
        else reject(failed(data.failed))
      }
      worker.onerror = (event) => {
        event.preventDefault()
        reject(failed(event.message || 'its writer stopped'))
      }
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}
