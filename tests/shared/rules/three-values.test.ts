import { describe, expect, it } from 'vitest'
import type { BoardContent } from '#shared/model/session'
import { evaluateBoard } from '#shared/rules/engine'
import { factsOf } from '#shared/rules/questions'
import { rules } from '#shared/rules/registry'
import { DETAIL_KEY, DISPOSITION_KEY, type Outcome } from '#shared/rules/verdict'
import { parseBoard } from '../../support/board-text'
import { Chance, learnAll, randomBoard, viewOf } from './random-board'

const BOARDS = 400

function outcomesOf(content: BoardContent): Map<string, Outcome> {
  const all = evaluateBoard(viewOf(content), rules).all
  return new Map(all.map((v) => [`${v.ruleId} ${v.subject.kind} ${v.subject.id}`, v.outcome]))
}

describe('three-valued verdicts', () => {
  it('stay as they are once decided, whatever the unknown facts turn out to be', () => {
    let decided = 0
    let settled = 0
    for (let seed = 1; seed <= BOARDS; seed++) {
      const chance = new Chance(seed)
      const before = randomBoard(chance)
      const known = outcomesOf(before)
      for (const probability of [0.3, 1]) {
        const later = outcomesOf(learnAll(chance, before, probability))
        for (const [key, outcome] of known) {
          if (outcome === 'ask') {
            if (later.get(key) !== 'ask') settled++
            continue
          }
          decided++
          if (later.get(key) !== outcome)
            throw new Error(`seed ${seed}: ${key} was ${outcome}, then ${later.get(key)}`)
        }
      }
    }
    // The property would hold for rules that never decide anything.
    expect(decided).toBeGreaterThan(10_000)
    expect(settled).toBeGreaterThan(1_000)
  })

  it('become questions again, and nothing else, when a fact is forgotten', () => {
    let reopened = 0
    for (let seed = 1; seed <= BOARDS; seed++) {
      const chance = new Chance(seed)
      const before = learnAll(chance, randomBoard(chance), 1)
      const forget = <T extends { facts: object }>(thing: T): T =>
        chance.maybe(0.3) ? { ...thing, facts: {} } : thing
      const after = { ...before, nodes: before.nodes.map(forget), edges: before.edges.map(forget) }
      const known = outcomesOf(before)
      for (const [key, outcome] of outcomesOf(after)) {
        if (outcome === known.get(key)) continue
        if (outcome !== 'ask')
          throw new Error(`seed ${seed}: ${key} went from ${known.get(key)} to ${outcome}`)
        reopened++
      }
    }
    expect(reopened).toBeGreaterThan(500)
  })

  it('never come out as an error, and only ask for what can be answered', () => {
    const asked = new Set<string>()
    for (let seed = 1; seed <= BOARDS; seed++) {
      const view = viewOf(randomBoard(new Chance(seed)))
      for (const verdict of evaluateBoard(view, rules).all) {
        expect(verdict.outcome, `seed ${seed}: ${verdict.message}`).not.toBe('error')
        expect(verdict.needs.length > 0).toBe(verdict.outcome === 'ask')
        for (const { subject, key } of verdict.needs) {
          if (key === DETAIL_KEY || key === DISPOSITION_KEY) continue
          const thing =
            subject.kind === 'edge'
              ? view.edge(subject.id)
              : subject.kind === 'node'
                ? view.node(subject.id)
                : view.board
          if (!thing)
            throw new Error(`seed ${seed}: ${verdict.ruleId} asks about what is not there`)
          const keys = factsOf(thing).map((fact) => fact.key)
          if (!keys.includes(key))
            throw new Error(
              `seed ${seed}: ${verdict.ruleId} asks for ${key} of ${JSON.stringify(thing)}`,
            )
          asked.add(key)
        }
      }
    }
    expect(asked.size).toBeGreaterThan(20)
  })

  it('withstand facts of the wrong kind', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const chance = new Chance(seed)
      const board = randomBoard(chance)
      const spoil = <T extends BoardContent['nodes'][number] | BoardContent['edges'][number]>(
        thing: T,
      ): T => ({
        ...thing,
        facts: Object.fromEntries(
          factsOf(thing).map((fact) => [
            fact.key,
            {
              value: chance.pick([true, -1, '', ['a', 'b'], 'x'] as const) as string,
              source: 'import' as const,
            },
          ]),
        ),
      })
      const spoiled = { ...board, nodes: board.nodes.map(spoil), edges: board.edges.map(spoil) }
      for (const verdict of evaluateBoard(viewOf(spoiled), rules).all)
        expect(verdict.outcome, `seed ${seed}: ${verdict.message}`).not.toBe('error')
    }
  })

  it('shows a rule that throws as an error and goes on', () => {
    const [first, second] = rules
    const broken = {
      ...first!,
      on: { services: ['ec2'] },
      when: undefined,
      assert: { op: 'nonsense' } as never,
    }
    const whole = { ...second!, on: { services: ['ec2'] } }
    const board = parseBoard('a:ec2 -> b:ec2 -> rds')
    const ec2 = board.nodes.filter((node) => node.kind === 'service' && node.serviceId === 'ec2')
    expect(ec2.length).toBeGreaterThan(0)
    const verdicts = evaluateBoard(viewOf(board), [broken, whole])
    expect(verdicts.withOutcome('error').length).toBe(ec2.length)
    expect(verdicts.all.length).toBe(2 * ec2.length)
  })
})
