import { ViewportPortal } from '@xyflow/react'
import { nodeIcon } from '#shared/catalogue/catalogue'
import type { BoardView } from '#shared/model/board-view'
import { center, type Rect } from '#shared/model/geometry'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import { useBoardView, useView } from '../session/context'
import { AwsIcon } from '../ui/AwsIcon'

/** Ghosts of what an edit under consideration would add, change and remove. */
export function PreviewLayer() {
  const view = useBoardView()
  const preview = useView((v) => v.preview)
  if (!preview || preview.after.board.id !== view.board.id) return null
  const { after } = preview
  const nodes = after.nodes.filter((node) => view.node(node.id) !== node)
  const edges = after.edges.filter((edge) => view.edge(edge.id) !== edge)
  const goneNodes = view.nodes.filter((node) => !after.node(node.id))
  const goneEdges = view.edges.filter((edge) => isOtherEnds(edge, after))
  return (
    <ViewportPortal>
      <div
        className="pointer-events-none absolute top-0 left-0"
        style={{ zIndex: 1500 }}
        data-preview={preview.id}
      >
        <svg className="absolute top-0 left-0 overflow-visible" width="1" height="1" aria-hidden>
          {goneEdges.map((edge) => (
            <Line key={edge.id} view={view} edge={edge} color="var(--danger)" />
          ))}
          {edges.map((edge) => (
            <Line key={edge.id} view={after} edge={edge} color="var(--accent)" />
          ))}
        </svg>
        {goneNodes.map((node) => (
          <Outline key={node.id} rect={node} color="var(--danger)" label="removed" />
        ))}
        {nodes.map((node) =>
          view.node(node.id) ? (
            <Outline key={node.id} rect={node} color="var(--accent)" label={changeOf(view, node)} />
          ) : (
            <Ghost key={node.id} node={node} />
          ),
        )}
      </div>
    </ViewportPortal>
  )
}

function isOtherEnds(edge: BoardEdge, after: BoardView): boolean {
  const now = after.edge(edge.id)
  return !now || now.source !== edge.source || now.target !== edge.target
}

/** What is different about a node that stays. */
function changeOf(view: BoardView, node: BoardNode): string {
  const was = view.node(node.id)
  if (!was) return 'added'
  if (was.parentId !== node.parentId || was.x !== node.x || was.y !== node.y) return 'moved'
  if (was.w !== node.w || was.h !== node.h) return ''
  return 'changed'
}

function Outline({ rect, color, label }: { rect: Rect; color: string; label: string }) {
  return (
    <div
      className="absolute rounded-md"
      style={{
        left: rect.x - 4,
        top: rect.y - 4,
        width: rect.w + 8,
        height: rect.h + 8,
        border: `2px dashed ${color}`,
      }}
    >
      {label === '' ? null : (
        <span
          className="absolute -top-2.5 left-2 rounded-full px-1.5 text-[11px] leading-4 font-medium text-white"
          style={{ background: color }}
        >
          {label}
        </span>
      )}
    </div>
  )
}

function Ghost({ node }: { node: BoardNode }) {
  const icon = nodeIcon(node)
  return (
    <div
      className="absolute rounded-md"
      data-ghost={node.id}
      style={{
        left: node.x,
        top: node.y,
        width: node.w,
        height: node.h,
        border: node.kind === 'group' ? '2px dashed var(--accent)' : undefined,
        background: 'color-mix(in srgb, var(--accent) 8%, transparent)',
      }}
    >
      <div
        className={
          node.kind === 'group'
            ? 'flex items-center gap-1.5 p-1.5 opacity-70'
            : 'flex flex-col items-center opacity-70'
        }
      >
        {icon ? <AwsIcon icon={icon} size={node.kind === 'group' ? 20 : 48} /> : null}
        <span className="text-xs font-medium text-accent">{node.label}</span>
      </div>
      <span className="absolute -top-2.5 left-2 rounded-full bg-accent px-1.5 text-[11px] leading-4 font-medium text-accent-ink">
        added
      </span>
    </div>
  )
}

function Line({ view, edge, color }: { view: BoardView; edge: BoardEdge; color: string }) {
  const [source, target] = [view.node(edge.source), view.node(edge.target)]
  if (!source || !target) return null
  const [a, b] = [center(source), center(target)]
  return (
    <line
      x1={a.x}
      y1={a.y}
      x2={b.x}
      y2={b.y}
      stroke={color}
      strokeWidth={2}
      strokeDasharray="6 5"
      strokeLinecap="round"
    />
  )
}
