import type { Subject } from '#shared/rules/verdict'
import type { OpenSession } from '../session/open-session'
import { union } from '#shared/model/geometry'

/** Selects what a finding or question is about and brings it to the middle of the screen. */
export function showSubjects(session: OpenSession, subjects: readonly Subject[]): void {
  const view = session.board.getState().view
  if (!view) return
  const nodes = subjects.flatMap((s) => (s.kind === 'node' ? (view.node(s.id) ?? []) : []))
  const edges = subjects.flatMap((s) => (s.kind === 'edge' ? (view.edge(s.id) ?? []) : []))
  session.view.getState().select(
    nodes.map((n) => n.id),
    edges.map((e) => e.id),
  )
  const ends = edges.flatMap((e) => [view.node(e.source) ?? [], view.node(e.target) ?? []].flat())
  const box = union([...nodes, ...ends])
  if (box) session.view.canvas?.fitRect(box, { animate: true, maxZoom: 1, padding: 200 })
}
