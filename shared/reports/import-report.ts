import { LIMITS } from '../model/records'

export interface LeftOut {
  logicalId: string
  type: string
  reason: string
}

/** What was understood of a template, for the person who imported it. */
export interface ImportReport {
  fileName: string
  /** Resources of the template, and those that something on the board stands for. */
  resources: { all: number; drawn: number }
  services: number
  groups: number
  connectors: number
  notImported: readonly LeftOut[]
  notes: readonly string[]
}

/** How every note about an import begins: by it the note is found again. */
const START = 'Not imported from '

/**
 * What an import left out, as one discovery note; `null` when nothing was. One line for each type and reason, cut at
 * what a note can hold.
 */
export function importNote({
  fileName,
  resources,
  notImported,
  notes,
}: ImportReport): string | null {
  if (notImported.length === 0 && notes.length === 0) return null
  const kinds = new Map<string, LeftOut[]>()
  for (const one of notImported) {
    const key = `${one.type}\n${one.reason}`
    const known = kinds.get(key)
    if (known) known.push(one)
    else kinds.set(key, [one])
  }
  const lines = [...kinds.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          `${[first, ...rest].map(({ logicalId }) => logicalId).join(', ')} (${first.type}): ${first.reason}`,
        ],
  )
  const count =
    notImported.length === 0 ? 'nothing' : `${notImported.length} of ${resources.all} resources`
  const text = [`${START}${fileName.slice(0, 200)}: ${count}.`, ...lines, ...notes].join('\n')
  return text.length <= LIMITS.text ? text : `${text.slice(0, LIMITS.text - 1)}…`
}

export function isImportNote(text: string): boolean {
  return text.startsWith(START)
}

/** The list of what was left out as tab-separated lines, to be pasted into a sheet. */
export function leftOutTable(notImported: readonly LeftOut[]): string {
  return [
    'Logical id\tType\tReason',
    ...notImported.map((one) => [one.logicalId, one.type, one.reason].map(cell).join('\t')),
  ].join('\n')
}

function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
