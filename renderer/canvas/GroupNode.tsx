import {
  NodeResizeControl,
  ResizeControlVariant,
  type NodeProps,
  type ResizeDragEvent,
  type ResizeParams,
} from '@xyflow/react'
import { memo, useContext } from 'react'
import { groupDefinition } from '#shared/catalogue/catalogue'
import { MIN_GROUP_SIZE, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import { GROUP_ICON_SIZE } from '#shared/render/node-drawing'
import { cx } from '../ui/classes'
import { useCanEdit, useSession, useView } from '../session/context'
import { NodeBadge } from './NodeBadge'
import { LabelEditor } from './LabelEditor'
import { LinkDots } from './LinkDots'
import { LinkSign } from './LinkSign'
import { useCanvas } from './canvas-store'
import { isFree } from './gesture'
import { ResizeContext } from './resize-context'
import type { GroupFlowNode } from './to-flow'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** What can be reached of a group that is near: badge, dots, handles, label. The look is painted. */
export const GroupNodeView = memo(function GroupNodeView({
  data: { node },
  selected,
}: NodeProps<GroupFlowNode>) {
  const session = useSession()
  const canEdit = useCanEdit()
  const editing = useView((v) => v.editing?.kind === 'node' && v.editing.id === node.id)
  const isAlone = useView((v) => v.selection.length === 1)
  const hovered = useCanvas((c) => c.hovered === node.id && !c.linking)
  const hasIcon = groupDefinition(node.groupKind).icon !== null

  return (
    <div className="pointer-events-none relative h-full w-full">
      <header
        data-grip
        className={cx(
          'pointer-events-auto relative flex h-7 max-w-full items-center gap-2 overflow-hidden pr-2',
          hasIcon ? '' : 'justify-center pl-2',
        )}
      >
        <span
          data-icon
          className="h-full shrink-0"
          style={{ width: hasIcon ? GROUP_ICON_SIZE : 12 }}
        />
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
        ) : null}
      </header>
      <NodeBadge node={node} />
      <LinkSign node={node} />
      {canEdit && (hovered || (selected && isAlone)) && !editing ? <LinkDots id={node.id} /> : null}
      {canEdit && selected && isAlone && !node.locked ? <ResizeHandles id={node.id} /> : null}
    </div>
  )
})

function ResizeHandles({ id }: { id: NodeId }) {
  const { onResize, onResizeEnd } = useContext(ResizeContext)
  const rect = (p: ResizeParams): Rect => ({
    x: p.x,
    y: p.y,
    w: p.width,
    h: p.height,
  })
  const shared = {
    minWidth: MIN_GROUP_SIZE.w,
    minHeight: MIN_GROUP_SIZE.h,
    onResize: (e: ResizeDragEvent, p: ResizeParams) => onResize(id, rect(p), isFreeResize(e)),
    onResizeEnd: (e: ResizeDragEvent, p: ResizeParams) => onResizeEnd(id, rect(p), isFreeResize(e)),
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

function isFreeResize({ sourceEvent }: ResizeDragEvent): boolean {
  return (
    (sourceEvent instanceof MouseEvent || sourceEvent instanceof TouchEvent) && isFree(sourceEvent)
  )
}
