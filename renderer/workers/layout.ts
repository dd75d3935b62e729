import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'
import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardContent } from '#shared/model/session'
import { layoutGraph, placesFrom, type LayoutGraph } from '#shared/operations/layout'
import { startLayoutWorker } from './layout.worker'

/** How far a layout is. The library tells nothing between. */
export type LayoutStage = 'starting' | 'layingOut' | 'done'

/**
 * Lays a board out from left to right, off the main thread.
 *
 * @returns a place for every node, to be applied by `applyLayout` or `arrangeLaidOut`
 * @throws AbortError when `signal` fires first; its worker is stopped at once
 */
export async function layOut(
  content: BoardContent,
  signal?: AbortSignal,
  onProgress?: (stage: LayoutStage) => void,
): Promise<ReadonlyMap<NodeId, Rect>> {
  signal?.throwIfAborted()
  onProgress?.('starting')
  const elk = new ELK({ workerFactory: startLayoutWorker })
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    const graph = layoutGraph(content)
    onProgress?.('layingOut')
    const laidOut = await Promise.race([elk.layout(graph satisfies ElkNode), aborted])
    onProgress?.('done')
    // ELK gives back the graph it was given, with places.
    return placesFrom(laidOut as LayoutGraph)
  } finally {
    elk.terminateWorker()
  }
}
