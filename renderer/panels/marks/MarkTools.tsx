import {
  Circle,
  Eraser,
  MousePointer2,
  MoveUpRight,
  Pen,
  Slash,
  Square,
  StickyNote,
  Type,
  type LucideIcon,
} from 'lucide-react'
import { commandById, shortcutOf } from '../../commands/registry'
import { useCanEdit, useCommand, useView } from '../../session/context'
import type { Tool } from '../../stores/view-store'
import { IconButton } from '../../ui/Button'
import { MarkStrip } from './MarkStrip'

const GROUPS: readonly (readonly [Tool, LucideIcon][])[] = [
  [['select', MousePointer2]],
  [
    ['sticky', StickyNote],
    ['text', Type],
    ['rectangle', Square],
    ['ellipse', Circle],
    ['line', Slash],
    ['arrow', MoveUpRight],
  ],
  [
    ['pen', Pen],
    ['eraser', Eraser],
  ],
]

/** What one draws with, at the bottom of the board, and how it looks. */
export function MarkTools() {
  const run = useCommand()
  const canEdit = useCanEdit()
  const tool = useView((v) => v.tool)
  const isHidden = useView((v) => v.chromeHidden || v.presenting !== null)
  if (!canEdit || isHidden) return null
  return (
    <div
      data-own-press
      className="ui-scale pointer-events-none absolute inset-x-0 bottom-3 z-10 flex flex-col items-center gap-2"
    >
      <MarkStrip />
      <div
        role="toolbar"
        aria-label="Whiteboard"
        className="pointer-events-auto flex items-center gap-0.5 rounded-lg border border-line bg-raised p-1 shadow-float"
      >
        {GROUPS.map((group, i) => (
          <div key={group[0]?.[0]} className="flex items-center gap-0.5">
            {i > 0 ? <span className="mx-1 h-4 w-px bg-line" /> : null}
            {group.map(([id, Icon]) => (
              <IconButton
                key={id}
                label={commandById(`whiteboard.${id}`)?.title ?? id}
                keys={shortcutOf(`whiteboard.${id}`) ?? ''}
                active={tool === id}
                onClick={() => run(`whiteboard.${id}`)}
              >
                <Icon size={16} strokeWidth={1.75} />
              </IconButton>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
