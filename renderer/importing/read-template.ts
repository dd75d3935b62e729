import { boardContent } from '#shared/model/session'
import { applyLayout } from '#shared/operations/layout'
import { layOut } from '../workers/layout'
import type { TemplateAnswer, TemplateRequest } from './template.worker'

/** No template has as many bytes, whatever its letters. */
const MAX_BYTES = 20 * 1024 * 1024

/** Beyond this the importer's own rows are shown instead. */
const LAYOUT_LIMIT_MS = 20_000

/** How much of a file is looked at to say what it is. Bytes. */
const HEAD = 5 * 1024 * 1024

/** Whether a file is to be read as a CloudFormation template: by what is in it; its name counts only for text in doubt. */
export async function isTemplate(file: File): Promise<boolean> {
  const head = await file.slice(0, HEAD).text()
  const start = head.replace(/^\ufeff/, '').trimStart()
  // Pictures, SVG, and files of our own.
  if (/^(<|\ufffdPNG)/.test(start) || start.slice(0, 4096).includes('"drawbridge-session"'))
    return false
  return (
    /AWSTemplateFormatVersion|AWS::Serverless-20/.test(head) ||
    (/["']?Resources["']?\s*:/.test(head) && /\b(AWS|Custom)::\w+/.test(head)) ||
    /\.(ya?ml|template)$/i.test(file.name)
  )
}

/**
 * Reads a template and lays its board out, each in a thread of its own.
 *
 * @throws AbortError when `signal` fires first; the work is stopped at once
 */
export async function readTemplate(
  request: TemplateRequest,
  signal: AbortSignal,
  onLayout: (nodes: number) => void,
): Promise<TemplateAnswer> {
  if (request.file.size > MAX_BYTES)
    return {
      ok: false,
      detail: `This file is larger than ${MAX_BYTES / 1024 / 1024} MB, which is more than a template can be. It was not imported.`,
    }
  const read = await understand(request, signal)
  if (!read.ok) return read
  const [board] = read.content.boards
  const records = board && boardContent(read.content, board.id)
  if (!records || records.nodes.length === 0) return read
  onLayout(records.nodes.length)
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LAYOUT_LIMIT_MS)])
    return { ...read, content: applyLayout(read.content, await layOut(records, limit)) }
  } catch (error) {
    signal.throwIfAborted()
    // An import in the importer's own rows is worth more than none.
    const reason =
      error instanceof Error && error.name !== 'TimeoutError'
        ? error.message.slice(0, 200)
        : `it took more than ${LAYOUT_LIMIT_MS / 1000} seconds`
    const note = `The board could not be laid out (${reason}); everything stands in rows.`
    return { ...read, report: { ...read.report, notes: [...read.report.notes, note] } }
  }
}

function understand(request: TemplateRequest, signal: AbortSignal): Promise<TemplateAnswer> {
  const worker = new Worker(new URL('./template.worker.ts', import.meta.url), { type: 'module' })
  const answered = new Promise<TemplateAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onerror = (event) => {
      event.preventDefault()
      resolve({
        ok: false,
        detail: `The template could not be understood: ${event.message || 'its reader stopped'}. Nothing was imported.`,
      })
    }
    worker.onmessage = ({ data }: MessageEvent<TemplateAnswer>) => resolve(data)
    worker.postMessage(request)
  })
  return answered.finally(() => worker.terminate())
}
