import { canEdit, defineCommand, menuPoint } from '../define'
import { readableKeys } from '../registry'
import { pasteText } from './clipboard'

export default defineCommand({
  id: 'edit.paste',
  title: 'Paste',
  area: 'Edit',
  systemKeys: 'Mod+V',
  when: canEdit,
  run: async (context) => {
    const { bridge, view } = context
    const at = menuPoint(view)
    const text = await bridge.readClipboard()
    if (text === null)
      view.showHint(`The browser keeps the clipboard from menus. Press ${readableKeys('Mod+V')}.`)
    else if (!pasteText(context, text, at ?? undefined))
      view.showHint('There is nothing of a board on the clipboard.')
  },
})
