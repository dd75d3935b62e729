import { describe, expect, it } from 'vitest'
import { choicesOf, offerFix, patchOfFix } from '#shared/fixes/offer'
import { createBoardView } from '#shared/model/board-view'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import type { Verdict } from '#shared/rules/verdict'
import { testContext } from '../../support/edit-context'
import { Chance, randomBoard, viewOf } from '../rules/random-board'

const BOARDS = 250
const WEIGHT = { low: 0, medium: 1, high: 2, critical: 3 }
const keyOf = ({ ruleId, subject }: Verdict): string => `${ruleId} ${subject.kind} ${subject.id}`

describe('fixes on random boards', () => {
  it('remove their finding, add none of the same or a higher risk, and change nothing a second time', () => {
    const tried = new Set<string>()
    let offered = 0
    let refused = 0
    for (let seed = 1; seed <= BOARDS; seed++) {
      const view = viewOf(randomBoard(new Chance(seed)))
      const before = evaluateBoard(view, rules)
      const was = new Set(before.findings.map(keyOf))
      const sample = new Chance(seed * 7)
      for (const finding of before.findings) {
        if (!sample.maybe(0.25)) continue
        const rule = rules.find(({ id }) => id === finding.ruleId)!
        for (const choice of choicesOf(rule)) {
          const edit = testContext()
          const offer = offerFix(view, before, rule, finding.subject, choice, edit, (trial) =>
            evaluateBoard(trial, rules),
          )
          if (!offer) {
            refused++
            continue
          }
          offered++
          tried.add(rule.id)
          const where = `seed ${seed}: ${keyOf(finding)}, "${choice.title}"`
          const after = evaluateBoard(offer.after, rules)
          expect(after.findings.map(keyOf), where).not.toContain(keyOf(finding))
          for (const other of after.findings)
            if (!was.has(keyOf(other)))
              expect(WEIGHT[other.risk], `${where} brings ${keyOf(other)}`).toBeLessThan(
                WEIGHT[rule.risk],
              )
          expect(offer.gone.map(keyOf), where).toContain(keyOf(finding))
          expect(
            patchOfFix(offer.after, after, rule, finding.subject, choice, edit),
            where,
          ).toEqual([])
        }
      }
    }
    // The property would hold for an engine that never offers anything.
    expect(tried.size).toBeGreaterThan(40)
    expect(offered).toBeGreaterThan(refused)
  })
})

const repairable = rules.filter((rule) => choicesOf(rule).length > 0)

describe.each(repairable.map((rule) => [rule.id, rule] as const))('the fix of %s', (_, rule) => {
  it('is offered on every board that is an example of a finding', () => {
    for (const content of rule.examples.fail ?? []) {
      const view = createBoardView({ ...content, board: { ...content.board, kind: 'target' } })
      const before = evaluateBoard(view, rules)
      const finding = before.findings.find(({ ruleId }) => ruleId === rule.id)
      if (!finding) continue
      const said = content.nodes.map((node) => node.id).join(' ')
      const offers = choicesOf(rule).filter((choice) =>
        offerFix(view, before, rule, finding.subject, choice, testContext(), (trial) =>
          evaluateBoard(trial, rules),
        ),
      )
      expect(offers.length, said).toBeGreaterThan(0)
    }
  })
})
