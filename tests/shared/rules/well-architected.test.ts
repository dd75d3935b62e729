import { describe, expect, it } from 'vitest'
import { createBoardView } from '#shared/model/board-view'
import { PILLARS } from '#shared/rules/define-rule'
import { evaluateBoard } from '#shared/rules/engine'
import { ruleById, rules } from '#shared/rules/registry'
import { pillarOf, wellArchitected } from '#shared/rules/well-architected'
import { parseBoard } from '../../support/board-text'

function practices(text: string) {
  const verdicts = evaluateBoard(createBoardView(parseBoard(text)), rules)
  const made = wellArchitected(rules, verdicts.all)
  return { verdicts, made, all: PILLARS.flatMap((pillar) => made[pillar]) }
}

/** What REL10-BP01, deploying to several locations, comes to when only REL-03 is asked. */
function standby(text: string) {
  const rule = ruleById('REL-03')!
  const { all } = evaluateBoard(createBoardView(parseBoard(text)), [rule])
  const id = rule.bestPractices[0]!
  return wellArchitected([rule], all)[pillarOf(id)].find((p) => p.practice.id === id)!
}

describe('the Well-Architected view of a board', () => {
  it('lists all 306 best practices, each once, under its own pillar', () => {
    const { made, all } = practices('web:ec2 -> orders:rds')
    expect(all).toHaveLength(306)
    expect(new Set(all.map((p) => p.practice.id)).size).toBe(306)
    expect(made.security.every((p) => p.practice.id.startsWith('SEC'))).toBe(true)
    expect(made.performanceEfficiency.every((p) => p.practice.id.startsWith('PERF'))).toBe(true)
  })

  it('says of a practice whether it holds, is broken, is open, or has nothing to apply to', () => {
    expect(standby('db:rds{engine=mysql, multiAz=true}')).toMatchObject({
      state: 'holds',
      holds: 1,
    })
    const broken = standby('a:rds{engine=mysql, multiAz=false} b:rds{engine=mysql}')
    expect(broken).toMatchObject({ state: 'findings', questions: 1, ruleIds: ['REL-03'] })
    expect(broken.findings.map((f) => f.subject.id)).toEqual(['a'])
    expect(standby('db:rds{engine=mysql}')).toMatchObject({ state: 'questions', findings: [] })
    expect(standby('files:s3').state).toBe('notApplicable')
  })

  it('calls beyond a drawing exactly what no rule checks, whatever is drawn', () => {
    const served = new Set(rules.flatMap((rule) => rule.bestPractices))
    for (const board of ['files:s3', 'vpc[ web:ec2 -> orders:rds ]'])
      for (const { practice, state } of practices(board).all)
        expect(state === 'notADrawing', practice.id).toBe(!served.has(practice.id))
  })

  it('loses no finding: each is under every practice that its rule serves', () => {
    const { verdicts, all } = practices(
      'vpc[ web:ec2{publicIp=true} -> orders:rds{encryptedAtRest=false} ]',
    )
    expect(verdicts.findings.length).toBeGreaterThan(0)
    for (const finding of verdicts.findings)
      for (const id of ruleById(finding.ruleId)!.bestPractices)
        expect(all.find((p) => p.practice.id === id)?.findings).toContain(finding)
  })

  it('never takes a check that could not be carried out for one that holds', () => {
    const rule = ruleById('REL-03')!
    const [verdict] = evaluateBoard(createBoardView(parseBoard('db:rds{engine=mysql}')), [
      rule,
    ]).asks
    const made = wellArchitected([rule], [{ ...verdict!, outcome: 'error' }])
    expect(PILLARS.flatMap((p) => made[p]).filter((p) => p.state === 'holds')).toEqual([])
  })
})
