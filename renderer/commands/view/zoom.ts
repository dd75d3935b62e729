import { chosenBounds, defineCommand } from '../define'

export default [
  defineCommand({
    id: 'view.zoomFit',
    title: 'Zoom to fit the board',
    area: 'View',
    keys: ['Shift+1'],
    run: ({ session }) => session.view.canvas?.fitAll(),
  }),
  defineCommand({
    id: 'view.zoomSelection',
    title: 'Zoom to selection',
    area: 'View',
    keys: ['Shift+2'],
    when: ({ view }) => view.selection.length + view.selectedMarks.length > 0,
    run: ({ session, board, view }) => {
      const box = chosenBounds(board, view)
      if (box) session.view.canvas?.fitRect(box, { animate: true, maxZoom: 2 })
    },
  }),
  defineCommand({
    id: 'view.zoom100',
    title: 'Zoom to 100 %',
    area: 'View',
    keys: ['Mod+0'],
    run: ({ session }) => session.view.canvas?.zoomTo(1),
  }),
  defineCommand({
    id: 'view.zoomIn',
    title: 'Zoom in',
    area: 'View',
    keys: ['Mod+=', 'Mod++'],
    run: ({ session }) => session.view.canvas?.zoomBy(1.25),
  }),
  defineCommand({
    id: 'view.zoomOut',
    title: 'Zoom out',
    area: 'View',
    keys: ['Mod+-'],
    run: ({ session }) => session.view.canvas?.zoomBy(0.8),
  }),
]
