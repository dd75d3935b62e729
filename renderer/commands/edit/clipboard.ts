import { scopeOf } from '#shared/catalogue/scope-of'
import { center, type Point } from '#shared/model/geometry'
import { middleOnGrid } from '#shared/model/grid'
import { removeChosen } from '#shared/operations/chosen'
import {
  clipBounds,
  copyChosen,
  parseClipboard,
  paste,
  type ClipboardContent,
} from '#shared/operations/clipboard'
import { chosenIn, defineCommand, hasThings, type CommandContext } from '../define'

/** How far from what it was made of a duplicate lies, and each further paste from the last. Board units. */
const BESIDE = 24

/** Where the last paste or duplicate went, so that the next lands beside it and not on top. */
let pastes = 0
let lastText = ''

/** Puts what was copied on the board, around a point, and chooses it. */
function place({ session, board, view }: CommandContext, clip: ClipboardContent, to: Point): void {
  const box = view.snapToGrid ? clipBounds(clip) : null
  const at = box ? middleOnGrid(to, box) : to
  const edit = session.editContext()
  const pasted = paste(board, clip, at, { scopeOf, edit, marks: session.snapshot.content.marks })
  if (session.edit(pasted.changes)) view.select(pasted.nodes, [], pasted.marks)
  view.showHint(pasted.hint)
}

/** Text for the clipboard, or `null` when neither nodes nor marks are selected. */
export function clipboardText({ board, view }: CommandContext): string | null {
  const clip = copyChosen(board, chosenIn(view))
  return clipBounds(clip) ? JSON.stringify(clip) : null
}

/** Takes away what has been put on the clipboard. Connectors that were not copied stay. */
export function removeCut({ session, board, view }: CommandContext): void {
  session.edit(removeChosen(board, { nodes: view.selection, marks: view.selectedMarks }))
}

/**
 * Pastes clipboard text at a point, or at the middle of the screen, each repeat a little further on.
 *
 * @returns whether it was ours
 */
export function pasteText(context: CommandContext, text: string, at?: Point): boolean {
  const clip = parseClipboard(text)
  if (!clip) return false
  if (at) {
    place(context, clip, at)
    return true
  }
  pastes = text === lastText ? pastes + 1 : 0
  lastText = text
  const middle = context.session.view.canvas?.center() ?? { x: 0, y: 0 }
  place(context, clip, { x: middle.x + pastes * BESIDE, y: middle.y + pastes * BESIDE })
  return true
}

/** Where a browser keeps its clipboard from pages, as from those that came by plain HTTP, its copy event is left. */
async function write(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    document.execCommand('copy')
  }
}

export default [
  defineCommand({
    id: 'edit.copy',
    title: 'Copy',
    area: 'Edit',
    systemKeys: 'Mod+C',
    when: ({ view }) => view.selection.length + view.selectedMarks.length > 0,
    run: async (context) => {
      const text = clipboardText(context)
      if (text) await write(text)
    },
  }),
  defineCommand({
    id: 'edit.cut',
    title: 'Cut',
    area: 'Edit',
    systemKeys: 'Mod+X',
    when: hasThings,
    run: async (context) => {
      const text = clipboardText(context)
      if (!text) return
      await write(text)
      removeCut(context)
    },
  }),
  defineCommand({
    id: 'edit.duplicate',
    title: 'Duplicate',
    area: 'Edit',
    keys: ['Mod+D'],
    when: hasThings,
    run: (context) => {
      const clip = copyChosen(context.board, chosenIn(context.view))
      const box = clipBounds(clip)
      if (box) place(context, clip, center({ ...box, x: box.x + BESIDE, y: box.y + BESIDE }))
    },
  }),
]
