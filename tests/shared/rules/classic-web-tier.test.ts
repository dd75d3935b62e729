import { describe, expect, it } from 'vitest'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import { boardText } from '../../support/board-text'

function findings(text: string): string[] {
  return evaluateBoard(boardText(text), rules).findings.map(
    (verdict) => `${verdict.ruleId} ${verdict.subject.id}`,
  )
}

function asks(text: string): string[] {
  return evaluateBoard(boardText(text), rules).asks.map(
    (verdict) => `${verdict.ruleId} ${verdict.subject.id}`,
  )
}

describe('the classic web tier in one zone, drawn while the customer talks', () => {
  it('says nothing about a lone server but questions', () => {
    expect(findings('web:ec2')).toEqual([])
    expect(asks('web:ec2')).toContain('REL-02 web')
  })

  it('shows the single point of failure as soon as users reach their data through one server', () => {
    expect(findings('users -> web:ec2')).not.toContain('REL-11 web')
    expect(findings('users -> web:ec2 -> db:ec2{role=database}')).toContain('REL-11 web')
    expect(findings('users -> web:ec2 -> db:rds')).toContain('REL-11 web')
  })

  it('shows the database in the public subnet', () => {
    const text =
      'vpc[ az[ public-subnet[ web:ec2{role=web} db:ec2{role=database} ] ] ] users -> web -> db'
    expect(findings(text)).toEqual(expect.arrayContaining(['REL-11 web', 'SEC-01 db']))
    expect(findings(text)).not.toContain('SEC-01 web')
  })

  it('shows a tier in one zone once nothing else can be there', () => {
    const inZone = (detail: string): string => `vpc${detail}[ az[ public-subnet[ web:ec2 ] ] ]`
    expect(findings(inZone(''))).not.toContain('REL-02 web')
    expect(asks(inZone(''))).toContain('REL-02 web')
    expect(findings(inZone('!complete'))).toContain('REL-02 web')
  })

  it('is content when the tier is doubled behind a load balancer and the database is managed', () => {
    const text = `vpc!complete[
      one:az[ a:public-subnet[ web-1:ec2{role=web, sessionState=external} ] b:private-subnet[ db:rds{multiAz=true} ] ]
      two:az[ c:public-subnet[ web-2:ec2{role=web, sessionState=external} ] ] alb ]
      users -> alb, alb -> web-1 -> db, alb -> web-2 -> db`
    const found = findings(text).map((finding) => finding.split(' ')[0])
    for (const rule of [
      'REL-01',
      'REL-02',
      'REL-03',
      'REL-09',
      'REL-10',
      'REL-11',
      'REL-26',
      'SEC-01',
      'SEC-04',
    ])
      expect(found).not.toContain(rule)
  })

  it('names the thing in the finding, what decided it and what a question waits for', () => {
    const verdicts = evaluateBoard(
      boardText('public-subnet[ orders:rds{multiAz=false} ] users -> orders'),
      rules,
    )
    const standby = verdicts.findings.find((verdict) => verdict.ruleId === 'REL-03')
    expect(standby?.message).toBe('orders has no standby in a second Availability Zone.')
    expect(standby?.because).toEqual([
      { subject: { kind: 'node', id: 'orders' }, key: 'multiAz', value: false },
    ])
    const place = verdicts.findings.find((verdict) => verdict.ruleId === 'SEC-01')
    expect(place?.because).toEqual([
      { subject: { kind: 'node', id: 'public-subnet' }, key: null, value: null },
    ])
    const encrypted = verdicts.asks.find((verdict) => verdict.ruleId === 'SEC-13')
    expect(encrypted?.message).toBe('Is orders encrypted at rest?')
    expect(encrypted?.needs).toEqual([
      { subject: { kind: 'node', id: 'orders' }, key: 'encryptedAtRest' },
    ])
    const wire = verdicts.asks.find((verdict) => verdict.ruleId === 'SEC-19')
    expect(wire?.message).toBe('Is the traffic from users to orders encrypted?')
  })
})
