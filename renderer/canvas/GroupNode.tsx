import { NodeResizeControl, ResizeControlVariant, type NodeProps } from '@xyflow/react'
import { memo, useContext } from 'react'
import { groupDefinition } from '#shared/catalogue/catalogue'
import { groupLabelColor } from '#shared/catalogue/groups'
import { MIN_GROUP_SIZE, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import { GROUP_TINTS } from '#shared/render/board-svg'
import { GROUP_ICON_SIZE } from '#shared/render/node-drawing'
import { themes } from '#shared/render/theme'
import { AwsIcon } from '../ui/AwsIcon'
import { cx } from '../ui/classes'
import { useCanEdit, useSession, useView } from '../session/context'
import { useTheme } from '../ui/theme'
import { NodeBadge } from './NodeBadge'
import { LabelEditor } from './LabelEditor'
import { LinkDots } from './LinkDots'
import { useCanvas } from './canvas-store'
import { ResizeContext } from './resize-context'
import type { GroupFlowNode } from './to-flow'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** A group as AWS draws it. Its inside lets the pointer through, so one can marquee and pan in it. */
export const GroupNodeView = memo(function GroupNodeView({
  data: { node },
  selected,
}: NodeProps<GroupFlowNode>) {
  const session = useSession()
  const canEdit = useCanEdit()
  const theme = useTheme()
  const editing = useView((v) => v.editing?.kind === 'node' && v.editing.id === node.id)
  const taking = useCanvas((c) => c.dropTarget === node.id || c.linking?.target === node.id)
  const hovered = useCanvas((c) => c.hovered === node.id && !c.linking)
  const definition = groupDefinition(node.groupKind)
  const color = definition.color[theme]

  return (
    <div
      className="pointer-events-none relative h-full w-full rounded-[1px]"
      style={
        selected || taking
          ? { boxShadow: '0 0 0 2px var(--canvas), 0 0 0 4px var(--accent)' }
          : undefined
      }
    >
      <svg className="absolute inset-0 h-full w-full overflow-visible" aria-hidden="true">
        <rect
          width="100%"
          height="100%"
          fill={color}
          fillOpacity={taking ? 0.16 : GROUP_TINTS[node.groupKind] * themes[theme].tint}
          stroke={color}
          strokeWidth={1.25}
          {...(definition.dashed ? { strokeDasharray: '5 4' } : {})}
        />
      </svg>
      <GripFrame />
      <header
        className={cx(
          'group-grip pointer-events-auto relative flex h-7 max-w-full cursor-grab items-center gap-2 overflow-hidden pr-2',
          definition.icon ? '' : 'justify-center pl-2',
        )}
        style={{ color: groupLabelColor(node.groupKind, theme) }}
      >
        {definition.icon ? <AwsIcon icon={definition.icon} size={GROUP_ICON_SIZE} /> : null}
        {editing ? (
          <LabelEditor
            value={node.label}
            name={`Label of ${node.label}`}
            className="min-w-24 px-1 text-xs leading-5"
            onDone={(label) => {
              session.view.getState().set({ editing: null })
              if (label !== null && label !== '' && label !== node.label)
                session.edit([{ op: 'setNode', id: node.id, set: { label } }])
              session.view.canvas?.focus()
            }}
          />
        ) : (
          <span className="truncate text-xs font-semibold">{node.label}</span>
        )}
        {node.detail === 'complete' ? (
          <span
            className="shrink-0 rounded-full border px-1.5 text-[10px] leading-[14px] font-medium"
            style={{ borderColor: color }}
            title="Complete: what is not drawn here does not exist"
          >
            complete
          </span>
        ) : null}
      </header>
      <NodeBadge id={node.id} corner />
      {canEdit && (hovered || selected) && !editing ? <LinkDots id={node.id} /> : null}
      {canEdit && selected && !node.locked ? <ResizeHandles id={node.id} /> : null}
    </div>
  )
})

/** A strip along the border to take hold of. */
function GripFrame() {
  return (
    <>
      <span className="group-grip pointer-events-auto absolute inset-x-0 -top-1 h-2 cursor-grab" />
      <span className="group-grip pointer-events-auto absolute inset-x-0 -bottom-1 h-2 cursor-grab" />
      <span className="group-grip pointer-events-auto absolute inset-y-0 -left-1 w-2 cursor-grab" />
      <span className="group-grip pointer-events-auto absolute inset-y-0 -right-1 w-2 cursor-grab" />
    </>
  )
}

function ResizeHandles({ id }: { id: NodeId }) {
  const { onResize, onResizeEnd } = useContext(ResizeContext)
  const rect = (p: { x: number; y: number; width: number; height: number }): Rect => ({
    x: p.x,
    y: p.y,
    w: p.width,
    h: p.height,
  })
  const shared = {
    minWidth: MIN_GROUP_SIZE.w,
    minHeight: MIN_GROUP_SIZE.h,
    onResize: (_: unknown, p: Parameters<typeof rect>[0]) => onResize(id, rect(p)),
    onResizeEnd: (_: unknown, p: Parameters<typeof rect>[0]) => onResizeEnd(id, rect(p)),
  }
  return (
    <>
      {SIDES.map((side) => (
        <NodeResizeControl
          key={side}
          position={side}
          variant={ResizeControlVariant.Line}
          className="resize-line"
          {...shared}
        />
      ))}
      {CORNERS.map((corner) => (
        <NodeResizeControl key={corner} position={corner} className="resize-corner" {...shared} />
      ))}
    </>
  )
}
