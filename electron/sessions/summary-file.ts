import type * as Y from 'yjs'
import { z } from 'zod'
import { countRecords } from '../../shared/doc/codec'
import type { SessionSummary } from '../../shared/ipc/contract'
import type { SessionId } from '../../shared/model/ids'
import { LIMITS } from '../../shared/model/records'
import type { SessionContent } from '../../shared/model/session'
import { SCHEMA_VERSION } from '../../shared/protocol/handshake'

/** What the library's list needs, kept beside the document so that listing opens nothing. */
const SummaryFile = z.object({
  schema: z.number().int(),
  title: z.string(),
  customer: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  trashedAt: z.number().nullable(),
  boardCount: z.number(),
  nodeCount: z.number(),
})
export type SummaryFile = z.infer<typeof SummaryFile>

/** `null` when the file is missing or not readable; it can always be made again from the document. */
export function parseSummary(bytes: Uint8Array | null): SummaryFile | null {
  if (!bytes) return null
  try {
    const parsed = SummaryFile.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function encodeSummary(summary: SummaryFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(summary, null, 2)}\n`)
}

/** What a summary is made from; whole content will do. */
export interface Summarized {
  meta: SessionContent['meta']
  boards: { readonly length: number }
  nodes: { readonly length: number }
}

/** The same from a document, without reading its records: saving happens while people draw. */
export function outline(doc: Y.Doc): Summarized {
  const meta = doc.getMap('meta')
  const text = (key: string): string => {
    const value = meta.get(key)
    return typeof value === 'string' ? value.slice(0, LIMITS.label) : ''
  }
  const createdAt = meta.get('createdAt')
  return {
    meta: {
      title: text('title'),
      customer: text('customer'),
      createdAt: typeof createdAt === 'number' ? createdAt : 0,
    },
    boards: { length: countRecords(doc.getMap('boards')) },
    nodes: { length: countRecords(doc.getMap('nodes')) },
  }
}

export function summarize(
  content: Summarized,
  known: { changedAt: number; trashedAt: number | null },
): SummaryFile {
  return {
    schema: SCHEMA_VERSION,
    title: content.meta.title,
    customer: content.meta.customer,
    createdAt: content.meta.createdAt,
    boardCount: content.boards.length,
    nodeCount: content.nodes.length,
    ...known,
  }
}

/** The list entry for a summary. */
export function listed(
  id: SessionId,
  summary: SummaryFile | null,
  state: { state: SessionSummary['state']; problem?: string },
): SessionSummary {
  return {
    id,
    title: summary?.title ?? 'Unreadable session',
    customer: summary?.customer ?? '',
    createdAt: summary?.createdAt ?? 0,
    changedAt: summary?.changedAt ?? 0,
    trashedAt: summary?.trashedAt ?? null,
    boardCount: summary?.boardCount ?? 0,
    nodeCount: summary?.nodeCount ?? 0,
    ...state,
  }
}
