import { createBoardView, type BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import { union, type Rect } from '../model/geometry'
import type { Fact, Facts } from '../model/records'
import { boardContent } from '../model/session'
import { drawSession } from '../samples/draw'
import type { Template } from './define'

/** A template as records on a board of its own. */
export interface TemplateDrawing {
  view: BoardView
  /** Around all nodes, board units. */
  rect: Rect
}

const drawings = new WeakMap<Template, TemplateDrawing>()

/**
 * Draws a template on an empty target board; drawn once, then remembered.
 *
 * Nobody has confirmed anything of it yet: all its facts are assumed.
 */
export function templateDrawing(template: Template): TemplateDrawing {
  const known = drawings.get(template)
  if (known) return known
  const content = drawSession({ title: template.title, customer: '' }, stillContext(), (session) =>
    session.firstBoard(template.title, 'target', template.draw),
  )
  const [board] = content.boards
  const drawn = board && boardContent(content, board.id)
  const rect = drawn && union(drawn.nodes)
  if (!drawn || !rect) throw new Error(`Nothing is drawn in ${template.templateId}`)
  const made: TemplateDrawing = {
    rect,
    view: createBoardView({
      board: drawn.board,
      nodes: drawn.nodes.map((node) => ({ ...node, facts: assumed(node.facts) })),
      edges: drawn.edges.map((edge) => ({ ...edge, facts: assumed(edge.facts) })),
    }),
  }
  drawings.set(template, made)
  return made
}

/** Ids that count up and no clock: the same drawing each time. */
function stillContext(): EditContext {
  let count = 0
  return { newId: () => `template-${++count}`, now: 0, actor: '' }
}

function assumed(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, { value }]): [string, Fact] => [
      key,
      { value, source: 'assumed' },
    ]),
  )
}
