import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.escape',
  title: 'Step out',
  area: 'Edit',
  keys: ['Escape'],
  run: ({ view, session, bridge }) => {
    if (view.quickAdd) view.set({ quickAdd: false })
    else if (view.find) view.set({ find: false })
    else if (view.preview) view.set({ preview: null })
    else if (view.tool !== 'select') view.set({ tool: 'select' })
    else if (view.selection.length + view.selectedEdges.length + view.selectedMarks.length > 0)
      view.select([])
    else if (view.presenting) {
      session.presence.show({ laser: null })
      view.set({ presenting: null })
      void bridge.call('window.setFullScreen', { on: false }).catch(() => undefined)
    } else if (view.chromeHidden) view.set({ chromeHidden: false })
  },
})
