import type { BoardEdge, BoardNode, Fact } from '#shared/model/records'
import type { Change, Patch } from '#shared/model/patch'
import { BoardId, DiscoveryId, EdgeId, FrameId, NodeId } from '#shared/model/ids'
import type { SessionContent } from '#shared/model/session'
import { Chance } from '../shared/rules/random-board'

const KEYS = ['multiAz', 'encrypted', 'engine']
const ORDERS = ['a0', 'a1', 'a1V', 'b', 'c']

/** Any edit of up to five steps, sound or not: orphans, loops and dangling connectors among them. */
export function randomPatch(content: SessionContent, chance: Chance, fresh: string): Patch {
  return Array.from({ length: 1 + chance.int(5) }, (_, i) =>
    randomChange(content, chance, `${fresh}-${i}`),
  )
}

/** Leaves out what replaces a record or takes a field away: those win or lose otherwise when others write meanwhile. */
export function onlySets(patch: Patch, content: SessionContent): Patch {
  return patch.filter((change) => {
    if (change.op === 'addNode') return content.nodes.every(({ id }) => id !== change.node.id)
    const values = [
      ...('set' in change ? Object.values(change.set ?? {}) : []),
      ...('facts' in change
        ? Object.values(change.facts ?? {}).map((fact) => fact ?? undefined)
        : []),
    ]
    return !values.includes(undefined)
  })
}

function randomChange(content: SessionContent, chance: Chance, fresh: string): Change {
  const boardId = chance.pick([...content.boards.map(({ id }) => id), BoardId.parse('gone')])
  const nodes = [...content.nodes.map(({ id }) => id), NodeId.parse('gone')]
  const edges = [...content.edges.map(({ id }) => id), EdgeId.parse('gone')]
  const facts = { [chance.pick(KEYS)]: chance.maybe(0.25) ? null : fact(chance) }
  const order = chance.pick(ORDERS)
  const number = chance.int(500)
  switch (chance.int(18)) {
    case 0:
    case 1:
    case 2:
      return { op: 'addNode', node: node(NodeId.parse(fresh), boardId, nodes, chance) }
    case 3:
      return { op: 'removeNode', id: chance.pick(nodes) }
    case 4:
      return { op: 'setNode', id: chance.pick(nodes), set: { x: number, y: number } }
    case 5:
      return { op: 'setNode', id: chance.pick(nodes), set: { w: 1 + number } }
    case 6:
      return { op: 'setNode', id: chance.pick(nodes), set: { label: fresh, order } }
    case 7:
      return {
        op: 'setNode',
        id: chance.pick(nodes),
        set: { parentId: chance.maybe(0.2) ? null : chance.pick(nodes) },
      }
    case 8:
      return {
        op: 'setNode',
        id: chance.pick(nodes),
        set: { locked: chance.maybe(0.5) ? true : undefined },
        facts,
      }
    case 9:
      return { op: 'addEdge', edge: edge(EdgeId.parse(fresh), boardId, nodes, chance) }
    case 10:
      return { op: 'setEdge', id: chance.pick(edges), set: { label: fresh }, facts }
    case 11:
      return { op: 'setEdge', id: chance.pick(edges), set: { target: chance.pick(nodes) } }
    case 12:
      return { op: 'removeEdge', id: chance.pick(edges) }
    case 13: {
      const board = { id: BoardId.parse(fresh), name: fresh, kind: 'sketch', order } as const
      return chance.maybe(0.3) ? { op: 'addBoard', board } : { op: 'removeEdge', id: edges[0]! }
    }
    case 14:
      return chance.maybe(0.1)
        ? { op: 'removeBoard', id: boardId }
        : { op: 'setBoard', id: boardId, set: { name: fresh } }
    case 15: {
      const place = { x: number, y: 0, w: 10, h: 10 }
      const frame = { id: FrameId.parse(fresh), boardId, title: '', order, presenterNotes: '' }
      const known = content.frames[0]?.id
      return known && chance.maybe(0.6)
        ? { op: 'setFrame', id: known, set: { y: number } }
        : { op: 'addFrame', frame: { ...frame, ...place } }
    }
    case 16: {
      const known = content.discovery[0]?.id
      if (known && chance.maybe(0.3)) return { op: 'removeDiscovery', id: known }
      const item = { id: DiscoveryId.parse(fresh), kind: 'idea' as const, order, nodeIds: [] }
      return known && chance.maybe(0.5)
        ? { op: 'setDiscovery', id: known, set: { text: fresh, owner: undefined } }
        : { op: 'addDiscovery', item: { ...item, text: '', owner: 'me', createdAt: 1 } }
    }
    default: {
      const old = content.nodes[chance.int(Math.max(1, content.nodes.length))]
      return old ? { op: 'addNode', node: old } : { op: 'removeNode', id: NodeId.parse('gone') }
    }
  }
}

function fact(chance: Chance): Fact {
  return { value: chance.int(9), source: 'user' }
}

function node(id: NodeId, boardId: BoardId, others: readonly NodeId[], chance: Chance): BoardNode {
  const shape = {
    id,
    boardId,
    parentId: chance.maybe(0.5) ? null : chance.pick(others),
    x: chance.int(500),
    y: chance.int(500),
    w: 50,
    h: 50,
    label: id,
    order: chance.pick(ORDERS),
    facts: chance.maybe(0.5) ? {} : { [chance.pick(KEYS)]: fact(chance) },
  }
  return chance.maybe(0.5)
    ? { ...shape, kind: 'group', groupKind: 'generic' }
    : { ...shape, kind: 'service', serviceId: 'ec2' }
}

function edge(id: EdgeId, boardId: BoardId, ends: readonly NodeId[], chance: Chance): BoardEdge {
  const source = chance.pick(ends)
  const target = chance.pick(ends)
  const order = chance.pick(ORDERS)
  return { id, boardId, source, target, kind: 'request', label: '', order, facts: {} }
}
