import type { PanelName } from '../../stores/view-store'
import { canEdit, defineCommand } from '../define'

const PANELS: readonly [PanelName, string][] = [
  ['inspector', 'Inspector'],
  ['findings', 'Findings'],
  ['questions', 'Questions'],
  ['notes', 'Notes'],
  ['plan', 'Plan'],
]

export default [
  defineCommand({
    id: 'view.togglePanels',
    title: 'Hide or show everything but the board',
    area: 'View',
    keys: ['\\'],
    also: 'panels clean focus',
    run: ({ view }) => view.set({ chromeHidden: !view.chromeHidden }),
  }),
  defineCommand({
    id: 'view.togglePalette',
    title: 'Hide or show the palette',
    area: 'View',
    keys: ['Shift+P'],
    run: ({ view }) => view.set({ paletteOpen: !view.paletteOpen }),
  }),
  defineCommand({
    id: 'view.toggleDetails',
    title: 'Hide or show the details',
    area: 'View',
    keys: ['Shift+D'],
    also: 'right panel inspector findings',
    run: ({ view }) => view.set({ panelOpen: !view.panelOpen }),
  }),
  defineCommand({
    id: 'view.toggleMinimap',
    title: 'Hide or show the minimap',
    area: 'View',
    keys: ['Shift+M'],
    run: ({ view }) => view.set({ minimap: !view.minimap }),
  }),
  defineCommand({
    id: 'view.toggleGrid',
    title: 'Snap to grid',
    area: 'View',
    keys: ['Shift+G'],
    also: 'raster align magnet',
    when: canEdit,
    isOn: ({ view }) => view.snapToGrid,
    run: ({ view }) => {
      view.set({ snapToGrid: !view.snapToGrid })
      view.showHint(
        view.snapToGrid
          ? 'Services and groups move freely again.'
          : 'Services and groups keep to the grid now.',
      )
    },
  }),
  ...PANELS.map(([panel, title], i) =>
    defineCommand({
      id: `view.panel.${panel}`,
      title: `Show ${title}`,
      area: 'View',
      keys: [`Alt+${i + 1}`],
      run: ({ view }) => view.set({ panel, panelOpen: true, chromeHidden: false }),
    }),
  ),
]
