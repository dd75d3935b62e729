import type { Tool } from '../../stores/view-store'
import { canEdit, defineCommand } from '../define'

const TOOLS: readonly [tool: Tool, title: string, keys: string, also: string][] = [
  ['select', 'Select', 'V', 'pointer arrow hand'],
  ['sticky', 'Sticky note', 'N', 'post-it whiteboard vote'],
  ['text', 'Text', 'T', 'write heading whiteboard'],
  ['rectangle', 'Rectangle', 'Shift+R', 'box shape whiteboard'],
  ['ellipse', 'Ellipse', 'Shift+O', 'circle oval shape whiteboard'],
  ['line', 'Line', 'Shift+L', 'whiteboard'],
  ['arrow', 'Arrow', 'Shift+A', 'line whiteboard'],
  ['pen', 'Pen', 'P', 'draw ink whiteboard'],
  ['eraser', 'Eraser', 'E', 'rub out whiteboard'],
]

/** What the left button does from now on. */
export default TOOLS.map(([tool, title, key, also]) =>
  defineCommand({
    id: `whiteboard.${tool}`,
    title,
    area: 'Board',
    keys: [key],
    also,
    when: canEdit,
    run: ({ view }) => {
      if (tool !== 'select') view.select([])
      view.set({ tool })
    },
  }),
)
