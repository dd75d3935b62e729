import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importCloudFormation } from '../../shared/formats/importers/cloudformation/import-cloudformation'
import { readAnySession, sniffFormat } from '../../shared/formats/picture/read-any'
import { createBoardView } from '../../shared/model/board-view'
import { BoardKind } from '../../shared/model/records'
import { boardContent, type SessionContent } from '../../shared/model/session'
import { applyPacks, sessionPacks } from '../../shared/packs/apply-packs'
import { readPack, type RulePack } from '../../shared/packs/read-pack'
import {
  hasFindings,
  reportBoard,
  RISKS,
  type CheckReport,
  type FileReport,
} from '../../shared/reports/check-report'
import { sarifReport } from '../../shared/reports/sarif-report'
import { textReport } from '../../shared/reports/text-report'
import type { Risk, Rule } from '../../shared/rules/define-rule'
import { projectSession, createDocument } from '../../shared/doc/document'
import { UsageError } from './usage-error'

export const CHECK_USAGE = `  --format text|json|sarif    how to say it (default: text)
  --pack <file>               a rule pack; may be given several times
  --fail-on <risk>            critical, high, medium or low: what makes the call fail (default: high)
  --board <kind or name>      only boards of this kind (current, target, sketch) or name
`

/** What the check takes from the world. */
export interface CheckWorld {
  version: string
  /** Milliseconds since the epoch. */
  now: number
  print(text: string): void
  complain(text: string): void
}

/** `drawbridge check`. Gives the exit code: 0 clean, 1 findings, 2 bad input. */
export async function check(args: readonly string[], world: CheckWorld): Promise<number> {
  const { files, format, packFiles, failOn, board } = readArguments(args)
  const packs: RulePack[] = []
  for (const file of packFiles) packs.push(await readPackFile(file))
  const own = applyPacks(packs)

  const report: CheckReport = { files: [] }
  const inForce = new Map<string, Rule>()
  for (const file of files) {
    const { content, ...read } = await readBoards(file, world.now)
    const reported: FileReport = { file, boards: [], ...read }
    report.files.push(reported)
    if (!content) continue
    const session = sessionPacks(content.packs)
    for (const problem of session.problems) world.complain(`${file}: rule pack ${problem}`)
    const rules = session.packs.length === 0 ? own : applyPacks([...session.packs, ...packs])
    for (const rule of rules) inForce.set(rule.id, rule)
    for (const record of content.boards) {
      if (board !== undefined && record.kind !== board && record.name !== board) continue
      const records = boardContent(content, record.id)
      if (records)
        reported.boards.push(
          reportBoard(createBoardView(records), rules, content.waivers, world.now),
        )
    }
  }
  const readable = report.files.filter(({ error }) => error === undefined)
  if (board !== undefined && readable.length > 0 && readable.every((f) => f.boards.length === 0))
    throw new UsageError(`None of the files has a board "${board}".`)

  if (format === 'json') world.print(`${JSON.stringify(report, null, 2)}\n`)
  else if (format === 'sarif')
    world.print(
      `${JSON.stringify(sarifReport(report, [...inForce.values()], world.version), null, 2)}\n`,
    )
  else world.print(textReport(report))
  for (const { file, error } of report.files)
    if (error && format !== 'text') world.complain(`${file}: ${error.message}`)
  if (readable.length < report.files.length) return 2
  return hasFindings(report, failOn) ? 1 : 0
}

interface Arguments {
  files: readonly string[]
  format: 'text' | 'json' | 'sarif'
  packFiles: readonly string[]
  failOn: Risk
  board: string | undefined
}

function readArguments(args: readonly string[]): Arguments {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        pack: { type: 'string', multiple: true, default: [] },
        'fail-on': { type: 'string', default: 'high' },
        board: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (positionals.length === 0) throw new UsageError('Name at least one file to check.')
  const format = values.format
  if (format !== 'text' && format !== 'json' && format !== 'sarif')
    throw new UsageError(`--format is text, json or sarif, not "${format}".`)
  const failOn = RISKS.find((risk) => risk === values['fail-on'])
  if (!failOn) throw new UsageError(`--fail-on is ${RISKS.join(', ')}, not "${values['fail-on']}".`)
  const { board } = values
  if (board !== undefined && board.trim() === '')
    throw new UsageError(`--board is a name, or one of ${BoardKind.options.join(', ')}.`)
  return { files: positionals, format, packFiles: values.pack, failOn, board }
}

async function readPackFile(file: string): Promise<RulePack> {
  const read = readPack(await textOf(file))
  if (read.ok) return read.pack
  throw new UsageError(`The rule pack ${file} cannot be used:\n  ${read.problems.join('\n  ')}`)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES') return 'it may not be read'
  return error instanceof Error ? error.message : String(error)
}

type ReadBoards = Pick<FileReport, 'notImported' | 'error'> & { content?: SessionContent }

/** A session file, a picture that carries one, or a template. */
async function readBoards(file: string, now: number): Promise<ReadBoards> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return bad('file.unreadable', `It cannot be read: ${reasonOf(error)}.`)
  }
  const session = readAnySession(bytes)
  // What a file of ours cannot be, a document would mend: both judge the mended board.
  if (session.ok)
    return { content: projectSession(createDocument(session.content)).content, notImported: [] }
  const format = sniffFormat(bytes)
  if (session.code !== 'file.not-ours' || format === 'png' || format === 'svg')
    return bad(session.code, session.detail)
  let count = 0
  const imported = importCloudFormation(new TextDecoder().decode(bytes), {
    fileName: file.split(/[\\/]/).at(-1) ?? file,
    edit: { newId: () => `r${(++count).toString(36)}`, now, actor: 'Drawbridge' },
  })
  if (imported.ok) return { content: imported.content, notImported: [...imported.notImported] }
  return imported.code === 'template.not-a-template'
    ? bad(
        'file.not-ours',
        'It is neither a Drawbridge session, nor a picture that carries one, nor a CloudFormation template.',
      )
    : bad(imported.code, imported.detail)
}

function bad(code: string, message: string): ReadBoards {
  return { notImported: [], error: { code, message } }
}
