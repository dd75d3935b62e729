import { z } from 'zod'
import type { SessionSummary } from '../../shared/ipc/contract'
import type { SessionId } from '../../shared/model/ids'
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

export function summarize(
  content: SessionContent,
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
