import { scopeOf } from '../catalogue/scope-of'
import { groupDefinition, serviceById } from '../catalogue/catalogue'
import { previewPatch } from '../model/apply-patch'
import { createBoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import type { EdgeId, NodeId } from '../model/ids'
import type { Patch } from '../model/patch'
import type {
  BoardKind,
  Detail,
  DiscoveryKind,
  Disposition,
  EdgeKind,
  FactValue,
  GroupKind,
} from '../model/records'
import { boardContent, type SessionContent } from '../model/session'
import { addBoard } from '../operations/boards'
import { connect } from '../operations/edges'
import { newSession } from '../operations/new-session'
import { addGroup, addService } from '../operations/nodes'
import { addDiscovery, addFrame } from '../operations/notes'

type Facts = Readonly<Record<string, FactValue>>

/** A pen that draws with the same operations as a person's hand. Positions are board units. */
export interface BoardPen {
  group(
    kind: GroupKind,
    label: string,
    rect: readonly [x: number, y: number, w: number, h: number],
    options?: { detail?: Detail; facts?: Facts },
  ): NodeId
  service(
    serviceId: string,
    at: readonly [x: number, y: number],
    label?: string,
    facts?: Facts,
    plan?: { disposition: Disposition; why?: string },
  ): NodeId
  link(
    source: NodeId,
    target: NodeId,
    options?: { kind?: EdgeKind; label?: string; facts?: Facts },
  ): EdgeId
  frame(title: string, rect: readonly [number, number, number, number], notes?: string): void
}

export interface SessionPen {
  /** The board every new session has; renamed and given a kind. */
  firstBoard(name: string, kind: BoardKind, draw: (pen: BoardPen) => void): void
  board(name: string, kind: BoardKind, draw: (pen: BoardPen) => void): void
  note(
    kind: DiscoveryKind,
    text: string,
    about?: { nodes?: readonly NodeId[]; owner?: string; dueDate?: string },
  ): void
}

/**
 * Draws a whole session, operation by operation.
 *
 * @throws Error when an operation is refused or a service is unknown: a sample must be drawn as it is written.
 */
export function drawSession(
  session: { title: string; customer: string },
  edit: EditContext,
  draw: (pen: SessionPen) => void,
): SessionContent {
  let content = newSession(session, edit)
  const apply = (patch: Patch): void => {
    content = previewPatch(content, patch)
  }

  function drawBoard(
    boardId: SessionContent['boards'][number]['id'],
    drawOn: (pen: BoardPen) => void,
  ): void {
    const view = () => {
      const found = boardContent(content, boardId)
      if (!found) throw new Error('The board is gone')
      return createBoardView(found)
    }
    drawOn({
      group(groupKind, label, [x, y, w, h], options = {}) {
        groupDefinition(groupKind)
        const made = addGroup(view(), { groupKind, label, rect: { x, y, w, h } }, scopeOf, edit)
        if (made.hint) throw new Error(made.hint)
        apply(made.changes)
        apply([
          {
            op: 'setNode',
            id: made.id,
            ...(options.detail ? { set: { detail: options.detail } } : {}),
            facts: toFacts(options.facts ?? {}),
          },
        ])
        return made.id
      },
      service(serviceId, [x, y], label, facts = {}, plan) {
        const definition = serviceById(serviceId)
        if (!definition) throw new Error(`No service ${serviceId}`)
        const made = addService(
          view(),
          { serviceId, label: label ?? definition.shortName, at: { x, y }, facts },
          scopeOf,
          edit,
        )
        if (made.hint) throw new Error(made.hint)
        apply(made.changes)
        if (plan)
          apply([
            {
              op: 'setNode',
              id: made.id,
              set: {
                disposition: plan.disposition,
                ...(plan.why === undefined ? {} : { dispositionReason: plan.why }),
              },
            },
          ])
        return made.id
      },
      link(source, target, options = {}) {
        const made = connect(view(), { source, target, ...options }, edit)
        if (!made.id) throw new Error(made.hint ?? 'Not connected')
        apply(made.changes)
        return made.id
      },
      frame(title, [x, y, w, h], notes = '') {
        const made = addFrame(content, boardId, { title, rect: { x, y, w, h } }, edit)
        apply(made.changes)
        apply([{ op: 'setFrame', id: made.id, set: { presenterNotes: notes } }])
      },
    })
  }

  function toFacts(values: Facts) {
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        { value, source: 'user' as const, by: edit.actor, at: edit.now },
      ]),
    )
  }

  draw({
    firstBoard(name, kind, drawOn) {
      const [first] = content.boards
      if (!first) throw new Error('A new session has a board')
      apply([{ op: 'setBoard', id: first.id, set: { name, kind } }])
      drawBoard(first.id, drawOn)
    },
    board(name, kind, drawOn) {
      const made = addBoard(content, { name, kind }, edit)
      apply(made.changes)
      drawBoard(made.id, drawOn)
    },
    note(kind, text, about = {}) {
      const made = addDiscovery(
        content,
        {
          kind,
          text,
          nodeIds: about.nodes ?? [],
          ...(about.owner === undefined ? {} : { owner: about.owner }),
          ...(about.dueDate === undefined ? {} : { dueDate: about.dueDate }),
        },
        edit,
      )
      apply(made.changes)
    },
  })
  return content
}
