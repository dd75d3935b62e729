import { inflate } from '#shared/model/geometry'
import { addFrame } from '#shared/operations/notes'
import { boundsOf } from '#shared/render/bounds'
import { canEdit, chosenBounds, defineCommand } from '../define'

const isPresenting = ({ view }: { view: { presenting: unknown } }): boolean =>
  view.presenting !== null

export default [
  defineCommand({
    id: 'present.start',
    title: 'Present',
    area: 'Present',
    keys: ['Mod+Shift+P', 'F5'],
    also: 'slideshow full screen projector',
    when: ({ view }) => view.presenting === null,
    run: ({ view, bridge }) => {
      view.set({
        presenting: { step: 0, showFindings: false, laser: false },
        selection: [],
        selectedEdges: [],
      })
      void bridge.call('window.setFullScreen', { on: true }).catch(() => undefined)
    },
  }),
  defineCommand({
    id: 'present.next',
    title: 'Next frame or board',
    area: 'Present',
    keys: ['PageDown', 'ArrowRight', 'Space'],
    when: (c) => isPresenting(c) && c.view.selection.length === 0,
    run: ({ view }) => {
      if (view.presenting)
        view.set({ presenting: { ...view.presenting, step: view.presenting.step + 1 } })
    },
  }),
  defineCommand({
    id: 'present.previous',
    title: 'Previous frame or board',
    area: 'Present',
    keys: ['PageUp', 'ArrowLeft'],
    when: (c) => isPresenting(c) && c.view.selection.length === 0,
    run: ({ view }) => {
      if (view.presenting)
        view.set({
          presenting: { ...view.presenting, step: Math.max(0, view.presenting.step - 1) },
        })
    },
  }),
  defineCommand({
    id: 'present.laser',
    title: 'Laser pointer',
    area: 'Present',
    keys: ['L'],
    when: isPresenting,
    run: ({ view, session }) => {
      if (!view.presenting) return
      if (view.presenting.laser) session.presence.show({ laser: null })
      view.set({ presenting: { ...view.presenting, laser: !view.presenting.laser } })
    },
  }),
  defineCommand({
    id: 'present.findings',
    title: 'Show or hide findings while presenting',
    area: 'Present',
    keys: ['F'],
    when: isPresenting,
    run: ({ view }) => {
      if (view.presenting)
        view.set({
          presenting: { ...view.presenting, showFindings: !view.presenting.showFindings },
        })
    },
  }),
  defineCommand({
    id: 'present.addFrame',
    title: 'Add a frame around the selection',
    area: 'Present',
    keys: ['Shift+F'],
    also: 'slide view',
    when: (c) => canEdit(c) && c.board.nodes.length + c.board.marks.length > 0,
    run: ({ session, board, view }) => {
      const box = chosenBounds(board, view) ?? boundsOf(board.nodes, board.marks)
      if (!box) return
      const count = session.snapshot.content.frames.filter(
        (f) => f.boardId === board.board.id,
      ).length
      const made = addFrame(
        session.snapshot.content,
        board.board.id,
        { title: `Frame ${count + 1}`, rect: inflate(box, 24) },
        session.editContext(),
      )
      session.edit(made.changes)
      view.set({ panel: 'notes', panelOpen: true })
      view.showHint('Frame added. Present steps through the frames of each board.')
    },
  }),
]
