import { isDeeperThan } from '../../lib/json-depth'
import { SCHEMA_VERSION } from '../../protocol/handshake'
import { byOrder, SESSION_LISTS, type SessionContent } from '../../model/session'
import { MAX_FILE_CHARS, SESSION_FORMAT, SessionEnvelope } from './envelope'
import { migrateEnvelope, migrations, type Migration, type PlainEnvelope } from './migrations'

export type ParseFailureCode = 'file.not-ours' | 'file.too-new' | 'file.damaged' | 'file.too-large'

export type ParseResult =
  | {
      ok: true
      content: SessionContent
      /** Version of the file, when it was an older one. */
      upgradedFrom?: number
      /** References to what is not in the file; kept as they are. */
      problems: string[]
    }
  | {
      ok: false
      code: ParseFailureCode
      /** What happened, to what, and what to do next; for people. */
      detail: string
    }

/** What a test may put in the place of the released version and steps. */
export interface ParseOptions {
  currentVersion?: number
  steps?: readonly Migration[]
}

/** Deeper than any session is; keeps a hostile file from exhausting the stack. */
const MAX_DEPTH = 64
const MOST_PROBLEMS = 100

/**
 * Reads the text of a session file, of this version or an older one. Never throws.
 *
 * Nothing is guessed: a record that does not validate makes the file damaged, with the record's path in `detail`.
 * References are not repaired here; dangling ones are reported.
 */
export function parseSession(text: string, options: ParseOptions = {}): ParseResult {
  if (text.length > MAX_FILE_CHARS)
    return failure(
      'file.too-large',
      `This file is larger than ${MAX_FILE_CHARS / 1024 / 1024} MB, which is more than a session can be. It was not opened.`,
    )
  try {
    return parseChecked(text, options)
  } catch (error) {
    // A file may be hostile enough to exhaust the stack or the memory of the parser itself.
    const reason = error instanceof Error ? error.message : 'unknown reason'
    return failure('file.damaged', `This file cannot be read (${reason}). It was not changed.`)
  }
}

function parseChecked(text: string, options: ParseOptions): ParseResult {
  if (isDeeperThan(text, MAX_DEPTH))
    return failure(
      'file.damaged',
      'This file is nested too deeply to be a session. It was not changed.',
    )
  let json: unknown
  try {
    json = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON'
    return text.includes(SESSION_FORMAT)
      ? failure(
          'file.damaged',
          `This session file is cut off or was changed by hand: ${reason}. Nothing was changed; try an earlier copy.`,
        )
      : notOurs()
  }
  if (!isRecord(json) || json['format'] !== SESSION_FORMAT) return notOurs()

  const current = options.currentVersion ?? SCHEMA_VERSION
  const version = json['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return failure(
      'file.damaged',
      'This session file does not say which version it is: version. Nothing was changed; try an earlier copy.',
    )
  if (version > current)
    return failure(
      'file.too-new',
      `This session was saved by a newer Drawbridge${savedBy(json)}. Update the app to open it. Nothing was changed.`,
    )

  const upgraded = migrateEnvelope(json, version, current, options.steps ?? migrations)
  // The steps end at the version of the schema; only a test has another one.
  const parsed = SessionEnvelope.safeParse({ ...upgraded, version: SCHEMA_VERSION })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path.map(String).join('.') || 'the file'
    return failure(
      'file.damaged',
      `This session file has something in it that is not right, at ${path}: ${issue?.message ?? 'unknown'}. Nothing was changed; try an earlier copy.`,
    )
  }
  const content = sorted(parsed.data.session)
  const duplicate = duplicateId(content)
  if (duplicate !== null)
    return failure(
      'file.damaged',
      `This session file has two records with the same id, at ${duplicate}. Nothing was changed; try an earlier copy.`,
    )
  return {
    ok: true,
    content,
    ...(version < current ? { upgradedFrom: version } : {}),
    problems: danglingReferences(content),
  }
}

function sorted(session: SessionEnvelope['session']): SessionContent {
  const content = { ...session }
  for (const list of SESSION_LISTS) content[list].sort(byOrder)
  return content
}

function duplicateId(content: SessionContent): string | null {
  for (const list of SESSION_LISTS) {
    const seen = new Set<string>()
    for (const { id } of content[list]) {
      if (seen.has(id)) return `session.${list} ${id}`
      seen.add(id)
    }
  }
  return null
}

function danglingReferences(content: SessionContent): string[] {
  const boards = new Set<string>(content.boards.map(({ id }) => id))
  const nodes = new Map<string, string>(content.nodes.map(({ id, boardId }) => [id, boardId]))
  const problems: string[] = []
  const report = (problem: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem)
  }
  for (const node of content.nodes) {
    if (!boards.has(node.boardId))
      report(`Node ${node.id} is on board ${node.boardId}, which is not in the file.`)
    if (node.parentId !== null && !nodes.has(node.parentId))
      report(`Node ${node.id} is inside ${node.parentId}, which is not in the file.`)
  }
  for (const edge of content.edges) {
    if (!boards.has(edge.boardId))
      report(`Connector ${edge.id} is on board ${edge.boardId}, which is not in the file.`)
    for (const end of [edge.source, edge.target])
      if (!nodes.has(end)) report(`Connector ${edge.id} ends at ${end}, which is not in the file.`)
      else if (nodes.get(end) !== edge.boardId)
        report(`Connector ${edge.id} ends at ${end}, which is on another board.`)
  }
  for (const mark of content.marks)
    if (!boards.has(mark.boardId))
      report(`Mark ${mark.id} is on board ${mark.boardId}, which is not in the file.`)
  for (const frame of content.frames)
    if (!boards.has(frame.boardId))
      report(`Frame ${frame.id} is on board ${frame.boardId}, which is not in the file.`)
  for (const item of content.discovery)
    for (const id of item.nodeIds)
      if (!nodes.has(id)) report(`Note ${item.id} is about ${id}, which is not in the file.`)
  return problems
}

function savedBy(json: PlainEnvelope): string {
  const app = json['app']
  return typeof app === 'string' && /^[\w.+-]{1,40}$/.test(app) ? `, version ${app}` : ''
}

function notOurs(): ParseResult {
  return failure(
    'file.not-ours',
    'This is not a Drawbridge session, nor a picture that carries one. Nothing was changed.',
  )
}

function failure(code: ParseFailureCode, detail: string): ParseResult {
  return { ok: false, code, detail }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
