import { copyNodes, parseClipboard, pasteNodes } from '#shared/operations/clipboard'
import { removeNodes } from '#shared/operations/nodes'
import { union } from '#shared/model/geometry'
import { scopeOf } from '#shared/catalogue/scope-of'
import { defineCommand, hasNodes, type CommandContext } from '../define'

/** Where the last paste or duplicate went, so that the next lands beside it and not on top. */
let pastes = 0
let lastText = ''

function place(context: CommandContext, text: string, near: { x: number; y: number }): void {
  const clip = parseClipboard(text)
  if (!clip) return
  const { session, board, view } = context
  const pasted = pasteNodes(board, clip, near, scopeOf, session.editContext())
  if (session.edit(pasted.changes)) view.select(pasted.ids)
  view.showHint(pasted.hint)
}

/** Text for the clipboard, or `null` when nothing is selected. */
export function clipboardText({ board, view }: CommandContext): string | null {
  if (view.selection.length === 0) return null
  return JSON.stringify(copyNodes(board, view.selection))
}

/** Pastes clipboard text at the middle of the screen, each repeat a little further on. */
export function pasteText(context: CommandContext, text: string): void {
  pastes = text === lastText ? pastes + 1 : 0
  lastText = text
  const middle = context.session.view.canvas?.center() ?? { x: 0, y: 0 }
  place(context, text, { x: middle.x + pastes * 24, y: middle.y + pastes * 24 })
}

async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

export default [
  defineCommand({
    id: 'edit.copy',
    title: 'Copy',
    area: 'Edit',
    when: ({ view }) => view.selection.length > 0,
    run: async (context) => {
      const text = clipboardText(context)
      if (text) await write(text)
    },
  }),
  defineCommand({
    id: 'edit.cut',
    title: 'Cut',
    area: 'Edit',
    when: hasNodes,
    run: async (context) => {
      const text = clipboardText(context)
      if (!text) return
      await write(text)
      context.session.edit(removeNodes(context.board, context.view.selection))
    },
  }),
  defineCommand({
    id: 'edit.duplicate',
    title: 'Duplicate',
    area: 'Edit',
    keys: ['Mod+D'],
    when: hasNodes,
    run: (context) => {
      const text = clipboardText(context)
      const clip = text === null ? null : parseClipboard(text)
      const box = clip && union(clip.nodes)
      if (text && box)
        place(context, text, { x: box.x + box.w / 2 + 24, y: box.y + box.h / 2 + 24 })
    },
  }),
]
