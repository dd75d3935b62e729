import { union, type Size } from '#shared/model/geometry'
import { sessionChunk } from '#shared/formats/picture/png'
import { fontFiles, textOf } from './font'
import { iconBitmaps } from './icon-bitmaps'
import type { PictureContent, PictureScale } from './paint-picture'
import { PaintingWorker, type Answer } from './painting-worker'
import { failed, isTooLarge, tooLarge } from './picture-error'
import { combineAdler, NOTHING_SUMMED, type Adler } from './png/adler'
import { pngHead, pngTail } from './png/png-file'

export interface PaintedPng {
  blob: Blob
  /** What the picture shows, in board units. */
  size: Size
}

export interface Watch {
  /** Called with the share that is done, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Pixels that one worker paints before it pays to start another. */
const WORTH_A_WORKER = 6_000_000
const MOST_WORKERS = 4

/**
 * A picture as PNG, painted and compressed strip by strip in threads of their own.
 *
 * @param session JSON to carry inside
 * @throws PictureError
 * @throws AbortError when `signal` fires first; the work is stopped at once
 */
export async function paintPng(
  shown: PictureContent,
  scale: PictureScale,
  session: string | null,
  { onProgress, signal }: Watch,
): Promise<PaintedPng> {
  signal?.throwIfAborted()
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const workers = Array.from({ length: workersFor(shown, scale) }, () => new PaintingWorker())
  try {
    const { size, strips } = await Promise.race([
      paintStrips(workers, shown, scale, onProgress),
      stopped,
    ])
    const adler = strips.reduce((sum, strip) => combineAdler(sum, strip.adler), NOTHING_SUMMED)
    const parts = [
      ...pngHead(size.widthPx, size.heightPx, shown.background === 'solid' ? 3 : 4),
      ...strips.map(({ chunk }) => chunk),
      ...pngTail(adler, session === null ? [] : [sessionChunk(session)]),
    ]
    return { blob: new Blob(parts, { type: 'image/png' }), size: size.bounds }
  } finally {
    for (const worker of workers) worker.dispose()
  }
}

interface PaintedStrip {
  /** As a blob it is out of this window's memory; a large picture's strips may go to disk. */
  chunk: Blob
  adler: Adler
}

/** Lets workers paint, each the next strip that nobody has begun. */
async function paintStrips(
  workers: readonly PaintingWorker[],
  shown: PictureContent,
  scale: PictureScale,
  onProgress: Watch['onProgress'],
): Promise<{ size: Answer<'begun'>; strips: readonly PaintedStrip[] }> {
  const { nodes } = shown.content
  const fonts = fontFiles(textOf(shown.content))
  let drawn = typeof scale === 'number' ? iconBitmaps(nodes, shown.theme, scale) : null
  const strips: PaintedStrip[] = []
  let next = 0
  let done = 0
  const paint = async (worker: PaintingWorker): Promise<Answer<'begun'>> => {
    const size = await worker.begin({ shown, scale, fonts })
    const { widthPx, heightPx, rows } = size
    if (isTooLarge(widthPx, heightPx)) throw tooLarge(widthPx, heightPx)
    drawn ??= iconBitmaps(nodes, shown.theme, size.scale)
    worker.useIcons(await drawn)
    const count = Math.ceil(heightPx / rows)
    const takeStrips = async (): Promise<void> => {
      while (next < count) {
        const at = next++
        const topPx = at * rows
        const { chunk, adler } = await worker.strip(topPx, Math.min(rows, heightPx - topPx))
        strips[at] = { chunk: new Blob([chunk]), adler }
        done++
        onProgress?.(done / count)
      }
    }
    // Two are asked for at any time, so that the worker never waits for this window.
    await Promise.all([takeStrips(), takeStrips()])
    return size
  }
  const [size] = await Promise.all(workers.map(paint))
  if (!size) throw failed('there is nobody to paint it')
  return { size, strips }
}

function workersFor({ content }: PictureContent, scale: PictureScale): number {
  const box = union(content.nodes)
  if (!box || typeof scale !== 'number') return 1
  const most = Math.min(MOST_WORKERS, navigator.hardwareConcurrency)
  const worth = Math.ceil((box.w * box.h * scale * scale) / WORTH_A_WORKER)
  return Math.max(1, Math.min(most, worth))
}
