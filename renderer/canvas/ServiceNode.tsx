import type { NodeProps } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { serviceById } from '#shared/catalogue/catalogue'
import { ICON_SIZE } from '#shared/model/geometry'
import { initials, LABEL_LINE_HEIGHT, labelLines, LABEL_STYLE } from '#shared/render/node-drawing'
import { useCanEdit, useSession, useView } from '../session/context'
import { AwsIcon } from '../ui/AwsIcon'
import { cx } from '../ui/classes'
import { useCanvas } from './canvas-store'
import { DispositionChip } from './DispositionChip'
import { LabelEditor } from './LabelEditor'
import { LinkDots } from './LinkDots'
import { NodeBadge } from './NodeBadge'
import type { ServiceFlowNode } from './to-flow'

/** One service on the board: the official icon, its label under it, its badge. Same measures as in pictures. */
export const ServiceNodeView = memo(function ServiceNodeView({
  data: { node },
  selected,
}: NodeProps<ServiceFlowNode>) {
  const session = useSession()
  const canEdit = useCanEdit()
  const editing = useView((v) => v.editing?.kind === 'node' && v.editing.id === node.id)
  const linkTarget = useCanvas((c) => c.linking?.target === node.id)
  const hovered = useCanvas((c) => c.hovered === node.id && !c.linking)
  const definition = serviceById(node.serviceId)
  const lines = useMemo(() => labelLines(node), [node])

  return (
    <div className="relative flex h-full w-full flex-col items-center" title={node.label}>
      <div
        className={cx(
          'relative shrink-0 rounded-[4px]',
          (selected || linkTarget) && 'shadow-[0_0_0_2px_var(--canvas),0_0_0_4px_var(--accent)]',
        )}
        style={{ width: ICON_SIZE, height: ICON_SIZE }}
      >
        {definition ? (
          <AwsIcon icon={definition.icon} size={ICON_SIZE} />
        ) : (
          <div className="flex size-12 items-center justify-center rounded border border-line-strong bg-surface text-sm font-semibold text-muted">
            {initials(node.label || node.serviceId)}
          </div>
        )}
        {node.disposition ? <DispositionChip disposition={node.disposition} /> : null}
        <NodeBadge id={node.id} />
        {canEdit && (hovered || selected) && !editing ? <LinkDots id={node.id} offset={5} /> : null}
      </div>
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
      ) : (
        <div
          className="mt-[5px] text-center whitespace-nowrap text-ink"
          style={{
            fontSize: LABEL_STYLE.sizePx,
            fontWeight: LABEL_STYLE.weight,
            lineHeight: `${LABEL_LINE_HEIGHT}px`,
          }}
        >
          {lines.map((line, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
            <div key={i}>{line}</div>
          ))}
        </div>
      )}
    </div>
  )
})
