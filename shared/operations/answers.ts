import type { EditContext } from '../model/edit-context'
import { DiscoveryId, type EdgeId, type NodeId } from '../model/ids'
import type { Patch } from '../model/patch'
import { Disposition, type DiscoveryItem, type FactSource, type FactValue } from '../model/records'
import type { SessionContent } from '../model/session'
import { keyAfter } from './order'

/** What a question is about: a fact of nodes and connectors, a node's disposition, or a group's detail. */
export interface Asked {
  kind: 'fact' | 'disposition' | 'detail'
  key: string
  nodes: readonly NodeId[]
  edges: readonly EdgeId[]
}

export type AnswerTo =
  | { is: 'value'; value: FactValue; source: FactSource }
  /** It does not apply to these things: rules that hang on it do not either. */
  | { is: 'notApplicable' }
  /** Nobody could say: it becomes a risk in the notes, owned by whoever is named. */
  | { is: 'unknown'; text: string; owner?: string }

/** Writes an answer: one edit, however many things it is about. */
export function answer(
  content: SessionContent,
  asked: Asked,
  given: AnswerTo,
  edit: EditContext,
): Patch {
  if (given.is === 'unknown')
    return [{ op: 'addDiscovery', item: riskOf(content, asked, given, edit) }]
  if (asked.kind === 'detail')
    return given.is === 'value' && given.value === true
      ? asked.nodes.map((id) => ({ op: 'setNode', id, set: { detail: 'complete' } }))
      : []
  if (asked.kind === 'disposition') {
    const chosen = Disposition.safeParse(given.is === 'value' ? given.value : null)
    return chosen.success
      ? asked.nodes.map((id) => ({ op: 'setNode', id, set: { disposition: chosen.data } }))
      : []
  }
  const fact = {
    value: given.is === 'value' ? given.value : null,
    source: given.is === 'value' ? given.source : ('user' as const),
    by: edit.actor,
    at: edit.now,
  }
  return [
    ...asked.nodes.map((id) => ({ op: 'setNode' as const, id, facts: { [asked.key]: fact } })),
    ...asked.edges.map((id) => ({ op: 'setEdge' as const, id, facts: { [asked.key]: fact } })),
  ]
}

function riskOf(
  content: SessionContent,
  asked: Asked,
  { text, owner }: Extract<AnswerTo, { is: 'unknown' }>,
  edit: EditContext,
): DiscoveryItem {
  return {
    id: DiscoveryId.parse(edit.newId()),
    kind: 'risk',
    text: `Not known: ${text}`,
    order: keyAfter(content.discovery),
    nodeIds: [...asked.nodes],
    ...(asked.edges.length > 0 ? { edgeIds: [...asked.edges] } : {}),
    factKey: asked.key,
    owner: owner ?? edit.actor,
    createdAt: edit.now,
    author: edit.actor,
  }
}
