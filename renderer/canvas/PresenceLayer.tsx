import { ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import type { NodeId } from '#shared/model/ids'
import type { Peer } from '../session/presence'
import { useBoardView, useSession, useView } from '../session/context'
import { useCanvas } from './canvas-store'

/** The others on this board: cursors with names, what they have selected, what they drag, their lasers. */
export function PresenceLayer() {
  const session = useSession()
  const peers = useStore(session.presence.peers, (s) => s.peers)
  const view = useBoardView()
  const zoom = useView((v) => v.zoom)
  const here = peers.filter((p) => p.boardId === view.board.id)
  if (here.length === 0) return null
  return (
    <ViewportPortal>
      <div className="pointer-events-none absolute top-0 left-0" style={{ zIndex: 2000 }}>
        {here.map((peer) => (
          <PeerMarks key={peer.clientId} peer={peer} zoom={zoom} />
        ))}
      </div>
    </ViewportPortal>
  )
}

function PeerMarks({ peer, zoom }: { peer: Peer; zoom: number }) {
  const view = useBoardView()
  const scale = { transform: `scale(${1 / zoom})`, transformOrigin: '0 0' }
  return (
    <>
      {peer.selection.slice(0, 50).map((id) => {
        const node = view.node(id as NodeId)
        if (!node) return null
        const at = peer.drag?.[id] ?? node
        return (
          <div
            key={id}
            className="absolute rounded"
            style={{
              left: at.x - 3,
              top: at.y - 3,
              width: node.w + 6,
              height: node.h + 6,
              border: `1.5px solid ${peer.color}`,
            }}
          />
        )
      })}
      {peer.laser ? (
        <div
          className="absolute size-4 rounded-full"
          style={{
            left: peer.laser.x - 8,
            top: peer.laser.y - 8,
            background: '#ff2d3f',
            boxShadow: '0 0 14px 4px rgb(255 45 63 / 60%)',
          }}
        />
      ) : null}
      {peer.cursor ? (
        <div
          className="absolute"
          style={{ left: peer.cursor.x, top: peer.cursor.y }}
          data-peer={peer.name}
        >
          <div style={scale}>
            <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
              <path
                d="M2 2l5.2 14 2.3-5.6L15.5 8z"
                fill={peer.color}
                stroke="#fff"
                strokeWidth="1.4"
                strokeLinejoin="round"
              />
            </svg>
            <span
              className="absolute top-4 left-3 rounded px-1.5 py-0.5 text-[11px] font-medium whitespace-nowrap text-white"
              style={{ background: peer.color }}
            >
              {peer.name || 'Guest'}
            </span>
          </div>
        </div>
      ) : null}
    </>
  )
}

/** Overlay positions of what peers are dragging on this board, to be laid over the records. */
export function usePeerDrags(): ReadonlyMap<string, { x: number; y: number }> | null {
  const session = useSession()
  const boardId = useView((v) => v.boardId)
  const peers = useStore(session.presence.peers, (s) => s.peers)
  const dragging = peers.filter((p) => p.drag && p.boardId === boardId)
  const mine = useCanvas((c) => c.overlay)
  if (dragging.length === 0) return null
  const all = new Map<string, { x: number; y: number }>()
  for (const peer of dragging)
    for (const [id, at] of Object.entries(peer.drag ?? {}))
      if (!mine.has(id as NodeId)) all.set(id, at)
  return all
}
