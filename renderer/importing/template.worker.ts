import { nanoid } from 'nanoid'
import { importCloudFormation } from '#shared/formats/importers/cloudformation/import-cloudformation'
import { LIMITS } from '#shared/model/records'
import type { SessionContent } from '#shared/model/session'
import type { ImportReport } from '#shared/reports/import-report'

export interface TemplateRequest {
  file: File
  /** Milliseconds since the epoch. */
  now: number
  actor: string
}

export type TemplateAnswer =
  { ok: true; content: SessionContent; report: ImportReport } | { ok: false; detail: string }

self.onmessage = async ({ data }: MessageEvent<TemplateRequest>) => {
  self.postMessage((await read(data)) satisfies TemplateAnswer)
}

async function read({ file, now, actor }: TemplateRequest): Promise<TemplateAnswer> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch (error) {
    return {
      ok: false,
      detail:
        error instanceof TypeError
          ? 'This file is not proper text (UTF-8). Nothing was imported; save it as UTF-8 and try again.'
          : 'The file could not be read. Nothing was imported; check that it is still there.',
    }
  }
  const imported = importCloudFormation(text, {
    fileName: file.name,
    edit: { newId: () => nanoid(12), now, actor },
  })
  if (!imported.ok) return imported
  const { content, subjects, notImported, notes } = imported
  const groups = content.nodes.filter(({ kind }) => kind === 'group').length
  const title = withoutEnding(file.name).slice(0, LIMITS.label)
  return {
    ok: true,
    content: {
      ...content,
      meta: { ...content.meta, title },
      boards: content.boards.map((board) => ({ ...board, name: title.slice(0, 80) })),
    },
    report: {
      fileName: file.name,
      resources: { all: subjects.size + notImported.length, drawn: subjects.size },
      services: content.nodes.length - groups,
      groups,
      connectors: content.edges.length,
      notImported,
      notes,
    },
  }
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[^.\s]+$/, '').trim() || 'Template'
}
