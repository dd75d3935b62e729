import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { ICON_SIZE } from '#shared/model/geometry'
import { useCanEdit, useSession, useView } from '../session/context'
import { useCanvas } from './canvas-store'
import { DISPOSITION_WORDS } from './disposition-words'
import { LabelEditor } from './LabelEditor'
import { LinkDots } from './LinkDots'
import { LinkSign } from './LinkSign'
import { NodeBadge } from './NodeBadge'
import type { ServiceFlowNode } from './to-flow'

/** What can be reached of a service that is near: its box, its dots, its badge, its label. The look is painted. */
export const ServiceNodeView = memo(function ServiceNodeView({
  data: { node },
  selected,
}: NodeProps<ServiceFlowNode>) {
  const session = useSession()
  const canEdit = useCanEdit()
  const editing = useView((v) => v.editing?.kind === 'node' && v.editing.id === node.id)
  const isAlone = useView((v) => v.selection.length === 1)
  const hovered = useCanvas((c) => c.hovered === node.id && !c.linking)
  return (
    <div className="relative flex h-full w-full flex-col items-center" title={node.label}>
      <NodeBadge node={node} />
      <LinkSign node={node} />
      <div data-icon className="relative shrink-0" style={{ width: ICON_SIZE, height: ICON_SIZE }}>
        {canEdit && (hovered || (selected && isAlone)) && !editing ? (
          <LinkDots id={node.id} offset={5} />
        ) : null}
      </div>
      {node.disposition ? (
        <span className="sr-only">{DISPOSITION_WORDS[node.disposition]}</span>
      ) : null}
      {editing ? (
        <LabelEditor
          value={node.label}
          name={`Label of ${node.label}`}
          className="mt-0.5 w-28 px-1 text-center text-xs leading-4"
          onDone={(label) => {
            session.view.getState().set({ editing: null })
            if (label !== null && label !== '' && label !== node.label)
              session.edit([{ op: 'setNode', id: node.id, set: { label } }])
            session.view.canvas?.focus()
          }}
        />
      ) : null}
    </div>
  )
})
