import { useEffect, useRef, useState } from 'react'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import type { BoardView } from '#shared/model/board-view'
import type { BoardNode } from '#shared/model/records'
import { chosenMarks } from '#shared/operations/chosen'
import { edgeText } from '#shared/render/edge-drawing'
import { badgeWords, type NodeVerdictBadge } from '../stores/badges'
import { countOf, nameOf } from '../canvas/marks/mark-names'
import { useBoardView, useSession, useVerdicts, useView } from '../session/context'
import { marksSaid } from './marks/marks-said'

/** Says what happens on the board to those who do not see it: what came, what went, what is chosen, what is found. */
export function Announcer() {
  const said = useAnnouncement()
  return (
    <p role="status" aria-live="polite" className="sr-only" data-testid="announcer">
      {said}
    </p>
  )
}

function useAnnouncement(): string {
  const session = useSession()
  const view = useBoardView()
  const selection = useView((v) => v.selection)
  const selectedEdges = useView((v) => v.selectedEdges)
  const selectedMarks = useView((v) => v.selectedMarks)
  const badges = useVerdicts((v) => v.badges)
  const [said, setSaid] = useState('')
  const before = useRef<BoardView>(view)
  useEffect(() => {
    const old = before.current
    before.current = view
    const changed =
      old.board.id === view.board.id
        ? [difference(old, view, badges), marksSaid(old.marks, view.marks)]
            .filter((part) => part !== '')
            .join('; ')
        : ''
    if (changed) {
      setSaid(changed)
      return
    }
    const [only] = selection
    const [edgeId] = selectedEdges
    const node = selection.length === 1 && only ? view.node(only) : undefined
    const edge = selectedEdges.length === 1 && edgeId ? view.edge(edgeId) : undefined
    const [mark] = selectedMarks.length === 1 ? chosenMarks(view, selectedMarks) : []
    const count = selection.length + selectedMarks.length
    if (count > 1) setSaid(`${countOf(selection.length, selectedMarks.length)} selected`)
    else if (mark) setSaid(`${nameOf(mark)}${mark.locked ? ', locked' : ''}`)
    else if (node) setSaid(`${described(node, view)}${found(badges.get(node.id))}`)
    else if (edge) {
      const [from, to] = [view.node(edge.source)?.label, view.node(edge.target)?.label]
      setSaid(['Connector', from, 'to', to, edgeText(edge)].filter(Boolean).join(' '))
    } else setSaid('')
  }, [session, view, selection, selectedEdges, selectedMarks, badges])
  return said
}

/** "RDS added to private subnet A; 2 findings." */
function difference(
  old: BoardView,
  view: BoardView,
  badges: ReadonlyMap<string, NodeVerdictBadge>,
): string {
  if (old === view || Math.abs(old.nodes.length - view.nodes.length) > 1) {
    const by = view.nodes.length - old.nodes.length
    return by === 0 ? '' : `${Math.abs(by)} nodes ${by > 0 ? 'added' : 'removed'}`
  }
  if (view.nodes.length > old.nodes.length) {
    const node = view.nodes.find((one) => !old.node(one.id))
    const parent = node && view.parent(node.id)
    return node
      ? `${node.label} added${parent ? ` to ${parent.label}` : ''}${found(badges.get(node.id))}`
      : ''
  }
  if (view.nodes.length < old.nodes.length) {
    const node = old.nodes.find((one) => !view.node(one.id))
    return node ? `${node.label} removed` : ''
  }
  if (view.edges.length > old.edges.length) {
    const edge = view.edges.find((one) => !old.edge(one.id))
    const [from, to] = edge ? [view.node(edge.source), view.node(edge.target)] : []
    return from && to ? `${from.label} connected to ${to.label}` : ''
  }
  if (view.edges.length < old.edges.length) return 'Connector removed'
  if (view.nodes === old.nodes) return ''
  const moved = view.nodes.find((node) => old.node(node.id)?.parentId !== node.parentId)
  const into = moved && view.parent(moved.id)
  if (moved) return into ? `${moved.label} moved into ${into.label}` : `${moved.label} moved out`
  return ''
}

function described(node: BoardNode, view: BoardView): string {
  const what =
    node.kind === 'service'
      ? serviceById(node.serviceId)?.name
      : groupDefinition(node.groupKind).name
  const parent = view.parent(node.id)
  const parts = [node.label]
  if (what && what !== node.label) parts.push(what)
  if (parent) parts.push(`in ${parent.label}`)
  if (node.locked) parts.push('locked')
  return parts.join(', ')
}

function found(badge: NodeVerdictBadge | undefined): string {
  return badge ? `; ${badgeWords(badge)}` : ''
}
