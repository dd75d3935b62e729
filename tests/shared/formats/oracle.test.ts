import { describe, expect, it } from 'vitest'
import { ruleById } from '#shared/rules/registry'
import { measure, readCases, reportLines, type LabelledCase } from '../../oracle/oracle'

const rule = ruleById('SEC-17')
if (!rule) throw new Error('SEC-17 is a rule')
const [counterpart] = rule.crosswalk.cdkNag ?? []
if (counterpart === undefined) throw new Error('SEC-17 has counterparts')

const cases: readonly LabelledCase[] = [
  labelled('found', 'NON_COMPLIANCE', ['Open'], { Open: queue({ SqsManagedSseEnabled: false }) }),
  labelled('clean', 'COMPLIANCE', [], { Closed: queue({}) }),
  labelled('missed', 'NON_COMPLIANCE', ['Closed'], { Closed: queue({}) }),
  labelled('false', 'COMPLIANCE', [], { Open: queue({ SqsManagedSseEnabled: false }) }),
  labelled('asked', 'NON_COMPLIANCE', ['Later'], {
    Later: queue({ SqsManagedSseEnabled: { Ref: 'Encrypted' } }),
  }),
  { ...labelled('elsewhere', 'COMPLIANCE', [], { A: queue({}) }), rule: 'NobodyKnowsThis' },
  { ...labelled('broken', 'COMPLIANCE', [], {}), template: { Nothing: true } },
]

describe('measuring the checks against labelled templates', () => {
  it('tells agreement, questions, misses, false alarms and crashes apart', () => {
    const { results, without, crashes } = measure(cases, {})
    expect(results.map((one) => [one.case.case, one.said, one.agrees])).toEqual([
      ['found', 'finding', true],
      ['clean', 'silent', true],
      ['missed', 'silent', false],
      ['false', 'finding', false],
      ['asked', 'ask', false],
      ['broken', 'crash', false],
    ])
    expect(without).toBe(1)
    expect(crashes.map((one) => one.case)).toEqual(['broken'])
  })

  it('takes differences that were looked at as agreed, and says which are not needed any more', () => {
    const { results, unused } = measure(cases, {
      [counterpart]: [
        { cases: ['mis*'], expect: 'NON_COMPLIANCE', ours: 'silent', reason: 'meant' },
        { cases: ['found'], expect: 'NON_COMPLIANCE', ours: 'silent', reason: 'was mended' },
      ],
    })
    expect(results.find((one) => one.case.case === 'missed')?.adjudication?.reason).toBe('meant')
    expect(results.find((one) => one.case.case === 'asked')?.adjudication).toBeNull()
    expect(unused.map((one) => one.adjudication.reason)).toEqual(['was mended'])
  })

  it('prints a row for each rule and a line for each difference', () => {
    const lines = [...reportLines(measure(cases, {}))]
    expect(lines.find((line) => line.startsWith('SEC-17'))).toMatch(/6\s+3\s+1\s+1\s+1\s+3\s+1/)
    expect(lines.some((line) => line.startsWith('missed '))).toBe(true)
    expect(lines.some((line) => line.startsWith('found '))).toBe(false)
  })

  it('reads one case a line', () => {
    expect(readCases(`${JSON.stringify(cases[0])}\n\n`)).toEqual([cases[0]])
  })
})

function labelled(
  name: string,
  expects: LabelledCase['expect'],
  violating: readonly string[],
  declared: object,
): LabelledCase {
  return {
    case: name,
    rule: counterpart ?? '',
    expect: expects,
    violating,
    template: { Resources: declared },
  }
}

function queue(properties: object): object {
  return { Type: 'AWS::SQS::Queue', Properties: properties }
}
