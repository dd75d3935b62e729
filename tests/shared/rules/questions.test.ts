import { describe, expect, it } from 'vitest'
import { coverageOf } from '#shared/rules/coverage'
import { evaluateBoard } from '#shared/rules/engine'
import { questionsFrom, RISK_WEIGHT, type Question } from '#shared/rules/questions'
import { rules } from '#shared/rules/registry'
import { boardText } from '../../support/board-text'

function questions(text: string): readonly Question[] {
  const view = boardText(text)
  return questionsFrom(view, evaluateBoard(view, rules).all)
}
/** A few rules whose questions can be counted on one hand. */
const few = rules.filter(({ id }) => ['COST-02', 'SEC-14', 'SEC-24', 'SEC-25'].includes(id))
const about = (text: string, key: string): Question =>
  questions(text).find((question) => question.key === key)!

describe('questions', () => {
  it('ask for the same fact of several things at once', () => {
    const encrypted = about(
      'orders:rds billing:rds users-db:aurora{encryptedAtRest=true}',
      'encryptedAtRest',
    )
    expect(encrypted.subjects.map((one) => one.label)).toEqual(['billing', 'orders'])
    expect(encrypted.text).toBe('Is the data that billing and orders stores encrypted on disk?')
    expect(encrypted.subjects[1]?.text).toBe('Is the data that orders stores encrypted on disk?')
    expect(encrypted.answer).toMatchObject({
      kind: 'fact',
      definition: { type: { kind: 'boolean' } },
    })
  })

  it('ask the architect on a target board, the customer otherwise', () => {
    expect(about('@target orders:rds', 'multiAz')).toMatchObject({
      askWhom: 'architect',
      text: 'Does orders have a Multi-AZ standby?',
    })
    expect(about('@current orders:rds', 'multiAz')).toMatchObject({
      askWhom: 'customer',
      text: 'If the data center of orders fails, does a standby elsewhere take over by itself?',
    })
  })

  it('rank by the risk they hold up, shared among what each verdict waits for', () => {
    const view = boardText('alb')
    const verdicts = evaluateBoard(view, rules).all
    const expected = verdicts
      .filter((verdict) => verdict.needs.some((need) => need.key === 'httpsListener'))
      .reduce((sum, verdict) => sum + RISK_WEIGHT[verdict.risk] / verdict.needs.length, 0)
    expect(expected).toBe(2)
    expect(about('alb', 'httpsListener').rank).toBe(expected)
    const ranks = questions('users -> alb -> web:ec2 -> db:rds, files:s3').map((one) => one.rank)
    expect(ranks.length).toBeGreaterThan(5)
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
  })

  it('ask for a disposition, and for what is not drawn', () => {
    expect(about('@current old:on-prem-server', 'disposition').answer.kind).toBe('disposition')
    expect(about('vpc[ public-subnet ]', 'detail')).toMatchObject({ answer: { kind: 'detail' } })
    expect(about('public-subnet', 'detail').subjects[0]?.subject.id).toBe('public-subnet')
    expect(about('orders:rds', 'detail').answer.kind).toBe('drawing')
  })

  it('are gone once answered', () => {
    const keys = (text: string): string[] => {
      const view = boardText(text)
      return questionsFrom(view, evaluateBoard(view, few).all).map((question) => question.key)
    }
    expect(keys('files:s3{publicAccess=false, servesWebsite=false}')).toEqual([
      'blockPublicAccess',
      'lifecycle',
    ])
    const answered =
      'files:s3{publicAccess=false, blockPublicAccess=true, lifecycle=true, servesWebsite=false}'
    expect(keys(answered)).toEqual([])
  })
})

describe('coverage and posture', () => {
  it('are two figures, overall, by pillar and by design principle', () => {
    const view = boardText(
      'files:s3{publicAccess=true, servesWebsite=false}, ebs{encryptedAtRest=true}',
    )
    const { overall, byPillar, byDesignPrinciple } = coverageOf(evaluateBoard(view, few).all)
    expect(overall).toMatchObject({ fail: 1, ask: 1, error: 0 })
    expect(overall.applicable).toBe(overall.pass + overall.fail + overall.ask)
    expect(overall.coverage).toBeCloseTo((overall.pass + 1) / overall.applicable)
    expect(overall.posture).toBeCloseTo(overall.pass / (overall.pass + 1))
    expect(byPillar.security).toMatchObject({ pass: 1, fail: 1, posture: 0.5, coverage: 1 })
    expect(byPillar.costOptimization).toMatchObject({ ask: 1, coverage: 0, posture: null })
    expect(byDesignPrinciple.leverageStorageOptions).toMatchObject({ ask: 1, applicable: 1 })
    expect(byDesignPrinciple.looseCoupling).toMatchObject({
      applicable: 0,
      coverage: null,
      posture: null,
    })
  })
})
