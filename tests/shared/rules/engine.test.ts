import { describe, expect, it } from 'vitest'
import { NodeId } from '#shared/model/ids'
import { EdgeKind, GroupKind, type BoardEdge, type BoardNode } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { createRulesEngine, evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import type { Verdicts } from '#shared/rules/verdicts'
import { parseBoard } from '../../support/board-text'
import { Chance, learn, randomBoard, randomEdge, randomNode, viewOf } from './random-board'

const HISTORIES = 500
const EDITS = 8

let fresh = 0

function edit(chance: Chance, content: BoardContent): BoardContent {
  const { board, nodes, edges } = content
  const ids = nodes.map((node) => node.id)
  const node = (change: (node: BoardNode) => BoardNode): BoardContent => {
    if (nodes.length === 0) return content
    const at = chance.int(nodes.length)
    return { ...content, nodes: nodes.map((one, i) => (i === at ? change(one) : one)) }
  }
  const edge = (change: (edge: BoardEdge) => BoardEdge): BoardContent => {
    if (edges.length === 0) return content
    const at = chance.int(edges.length)
    return { ...content, edges: edges.map((one, i) => (i === at ? change(one) : one)) }
  }
  const anyId = (): NodeId => (ids.length === 0 ? NodeId.parse('gone') : chance.pick(ids))
  switch (chance.int(16)) {
    case 0:
      return node((one) => learn(chance, one, 0.5))
    case 1:
      return node((one) => ({ ...one, facts: {} }))
    case 2:
      return node((one) => ({ ...one, x: one.x + 8, order: `b${++fresh}` }))
    case 3:
      return node((one) => ({ ...one, label: chance.pick(['web-1', 'web-2', 'x', '']) }))
    case 4:
      return node((one) => ({ ...one, parentId: chance.maybe(0.3) ? null : anyId() }))
    case 5:
      return {
        ...content,
        nodes: [...nodes, randomNode(chance, `m${++fresh}`, [...ids, `m${fresh}`])],
      }
    case 6:
      return nodes.length === 0
        ? content
        : { ...content, nodes: nodes.toSpliced(chance.int(nodes.length), 1) }
    case 7:
      return ids.length === 0
        ? content
        : { ...content, edges: [...edges, randomEdge(chance, `f${++fresh}`, ids)] }
    case 8:
      return edges.length === 0
        ? content
        : { ...content, edges: edges.toSpliced(chance.int(edges.length), 1) }
    case 9:
      return edge((one) => ({ ...one, [chance.maybe(0.5) ? 'source' : 'target']: anyId() }))
    case 10:
      return edge((one) => ({
        ...one,
        kind: chance.pick(EdgeKind.options),
        label: chance.pick(['', 'to']),
      }))
    case 11:
      return edge((one) => learn(chance, one, 0.5))
    case 12:
      return node((one) =>
        one.kind === 'group'
          ? {
              ...one,
              groupKind: chance.pick(GroupKind.options),
              detail: chance.pick(['sketch', 'complete']),
            }
          : { ...one, serviceId: chance.pick(['ec2', 'rds', 'alb', 'users', 'sqs', 'lambda']) },
      )
    case 13:
      return { ...content, nodes: nodes.toReversed(), edges: edges.toReversed() }
    case 14:
      return {
        ...content,
        board: { ...board, kind: chance.pick(['current', 'target']), name: `B${++fresh}` },
      }
    default:
      return edit(chance, edit(chance, content))
  }
}

function plain(verdicts: Verdicts): string[] {
  return verdicts.all.map((verdict) => JSON.stringify(verdict))
}

describe('the live engine', () => {
  it('says the same as a full pass after every edit of random histories', () => {
    let changes = 0
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const chance = new Chance(seed)
      let content = randomBoard(chance)
      const engine = createRulesEngine(rules)
      let view = viewOf(content)
      let last = engine.update(view)
      for (let step = 0; step < EDITS; step++) {
        content = edit(chance, content)
        view = viewOf(content, view)
        const live = engine.update(view)
        // The full pass also reads its board from an index of its own.
        const full = evaluateBoard(viewOf(content), rules)
        expect(plain(live), `seed ${seed}, edit ${step}`).toEqual(plain(full))
        for (const thing of view.nodes)
          expect(live.of({ kind: 'node', id: thing.id }).length).toBe(
            full.of({ kind: 'node', id: thing.id }).length,
          )
        if (live !== last) changes++
        last = live
      }
    }
    expect(changes).toBeGreaterThan(HISTORIES * EDITS * 0.3)
  }, 240_000)

  const drawn = parseBoard('users -> alb -> web:ec2{role=web} -> orders:rds, logs:s3')
  const replace = (
    content: BoardContent,
    id: string,
    fields: Partial<BoardNode>,
  ): BoardContent => ({
    ...content,
    nodes: content.nodes.map((node) =>
      node.id === id ? ({ ...node, ...fields } as BoardNode) : node,
    ),
  })

  it('gives the very same verdicts back when things are only moved', () => {
    const engine = createRulesEngine(rules)
    const before = engine.update(viewOf(drawn))
    expect(before.all.length).toBeGreaterThan(10)
    expect(engine.update(viewOf(replace(drawn, 'web', { x: 500, w: 200 })))).toBe(before)
  })

  it('keeps the verdicts of what an edit did not touch', () => {
    const engine = createRulesEngine(rules)
    const before = engine.update(viewOf(drawn))
    const after = engine.update(
      viewOf(replace(drawn, 'orders', { facts: { multiAz: { value: false, source: 'user' } } })),
    )
    const bucket = { kind: 'node', id: NodeId.parse('logs') } as const
    const database = { kind: 'node', id: NodeId.parse('orders') } as const
    expect(after.of(bucket)).toBe(before.of(bucket))
    expect(after.of(bucket).length).toBeGreaterThan(0)
    expect(after.of(database)).not.toBe(before.of(database))
    expect(after.findings.map((verdict) => verdict.ruleId)).toContain('REL-03')
    expect(before.findings.map((verdict) => verdict.ruleId)).not.toContain('REL-03')
  })

  it('judges a server again when it is said what stands behind it', () => {
    const board = parseBoard('users -> web:ec2{role=web} -> box:ec2')
    const engine = createRulesEngine(rules)
    const failing = (verdicts: Verdicts): string[] =>
      verdicts.findings.map(({ ruleId, subject }) => `${ruleId} ${subject.id}`)
    expect(failing(engine.update(viewOf(board)))).not.toContain('REL-11 web')
    const told = replace(board, 'box', { facts: { role: { value: 'database', source: 'user' } } })
    expect(failing(engine.update(viewOf(told)))).toContain('REL-11 web')
  })

  it('judges a group again when something leaves it', () => {
    const board = parseBoard('vpc[ one:az[ front:public-subnet[ two:az ] ] ]')
    const engine = createRulesEngine(rules)
    const failing = (content: BoardContent): string[] =>
      engine
        .update(viewOf(content))
        .findings.map(({ ruleId, subject }) => `${ruleId} ${subject.id}`)
    expect(failing(board)).toContain('STR-01 front')
    expect(failing(replace(board, 'two', { parentId: null }))).not.toContain('STR-01 front')
  })

  it('starts afresh on another board', () => {
    const engine = createRulesEngine(rules)
    engine.update(viewOf(drawn))
    const other = viewOf(randomBoard(new Chance(3)))
    expect(plain(engine.update(other))).toEqual(plain(evaluateBoard(other, rules)))
  })
})
