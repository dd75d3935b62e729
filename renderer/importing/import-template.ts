import { nanoid } from 'nanoid'
import { toast } from 'sonner'
import { serializeSession } from '#shared/formats/session-file/serialize'
import type { SessionSummary } from '#shared/ipc/contract'
import type { EditContext } from '#shared/model/edit-context'
import { LIMITS } from '#shared/model/records'
import { addImportedBoard, withImportNote } from '#shared/operations/import-board'
import { importNote } from '#shared/reports/import-report'
import { BridgeError, type AppBridge } from '../bridge/app-bridge'
import type { OpenSession } from '../session/open-session'
import { appStore } from '../stores/app-store'
import { keepReport } from '../stores/import-reports'
import { readTemplate } from './read-template'
import type { TemplateAnswer, TemplateRequest } from './template.worker'

/** Shorter work needs no word. */
const QUIET_MS = 250

/**
 * Makes a session of a template, by the way that session files take. Failures are said.
 * @returns `null` when nothing was imported
 */
export async function importTemplateAsSession(
  bridge: AppBridge,
  file: File,
): Promise<SessionSummary | null> {
  const actor = appStore.getState().preferences.displayName || 'Host'
  const now = Date.now()
  const read = await readAloud({ file, now, actor })
  if (!read) return null
  const edit: EditContext = { newId: () => nanoid(12), now, actor }
  const session = serializeSession(withImportNote(read.content, importNote(read.report), edit), {
    app: __APP_VERSION__,
    savedAt: now,
  })
  try {
    const made = await bridge.call('sessions.import', {
      name: file.name,
      bytes: new TextEncoder().encode(session),
    })
    keepReport({ kind: 'own', sessionId: made.id }, read.report)
    return made
  } catch (error) {
    refuse(
      file.name,
      error instanceof BridgeError ? error.message : 'The app could not save it. Try again.',
    )
    return null
  }
}

/** Adds a template to an open session as a board of its own, in one undo step, and shows it. */
export async function importTemplateAsBoard(session: OpenSession, file: File): Promise<void> {
  const { actor, now } = session.editContext()
  const read = await readAloud({ file, now, actor })
  if (!read) return
  const { screen } = appStore.getState()
  if (screen.kind !== 'session' || screen.target !== session.target)
    return refuse(
      file.name,
      'The session was left before the template was read. Nothing was changed.',
    )
  const { content } = session.snapshot
  const { content: imported } = read
  if (
    content.nodes.length + imported.nodes.length > LIMITS.nodesPerSession ||
    content.edges.length + imported.edges.length > LIMITS.edgesPerSession
  )
    return refuse(
      file.name,
      'This session would become too large. Import it as a session of its own.',
    )
  const added = addImportedBoard(content, imported, importNote(read.report), session.editContext())
  if (added.id === null || !session.edit(added.changes))
    return refuse(file.name, 'You may look at this session, but not change it.')
  keepReport(session.target, read.report, { isShown: true })
  session.view
    .getState()
    .set({ boardId: added.id, selection: [], selectedEdges: [], dialog: 'imported' })
}

/** Asks for a file, then {@link importTemplateAsBoard}. */
export function chooseTemplate(session: OpenSession): void {
  const picker = document.createElement('input')
  picker.type = 'file'
  picker.accept = TEMPLATE_ENDINGS
  picker.hidden = true
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? []
    picker.remove()
    if (file) void importTemplateAsBoard(session, file)
  })
  picker.addEventListener('cancel', () => picker.remove())
  // Without a place in the page the browser may forget the field before the person has chosen.
  document.body.append(picker)
  picker.click()
}

export const TEMPLATE_ENDINGS = '.yaml,.yml,.json,.template'

type Understood = Extract<TemplateAnswer, { ok: true }>

/** Reads a template and says how far it is, once that takes a moment; a refusal is said and gives `null`. */
async function readAloud(request: TemplateRequest): Promise<Understood | null> {
  const { name } = request.file
  const id = `import ${crypto.randomUUID()}`
  const stop = new AbortController()
  let stage = `Reading ${name}…`
  let isLoud = false
  const say = (): void => {
    isLoud = true
    toast.loading(stage, { id, action: { label: 'Cancel', onClick: () => stop.abort() } })
  }
  const timer = setTimeout(say, QUIET_MS)
  try {
    const read = await readTemplate(request, stop.signal, (nodes) => {
      stage = `Laying out ${nodes === 1 ? 'one node' : `${nodes.toLocaleString('en')} nodes`} of ${name}…`
      if (isLoud) say()
    })
    if (read.ok) return read
    refuse(name, read.detail)
    return null
  } catch (error) {
    if (!stop.signal.aborted) throw error
    toast(`${name} was not imported`, { description: 'You stopped it. Nothing was changed.' })
    return null
  } finally {
    clearTimeout(timer)
    toast.dismiss(id)
  }
}

function refuse(name: string, detail: string): void {
  toast.error(`Importing ${name} did not work`, { description: detail, duration: 8000 })
}
