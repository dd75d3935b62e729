import { describe, expect, it } from 'vitest'
import { serviceById } from '#shared/catalogue/catalogue'
import { createDocument, projectSession } from '#shared/doc/document'
import { parseSession } from '#shared/formats/session-file/parse'
import { serializeSession } from '#shared/formats/session-file/serialize'
import { createBoardView } from '#shared/model/board-view'
import { boardContent } from '#shared/model/session'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import { sampleSession } from '#shared/samples/define'
import { samples } from '#shared/samples/samples'
import { testContext } from '../support/edit-context'

function verdictsOn(sampleId: string, boardName: string) {
  const sample = samples.find((s) => s.sampleId === sampleId)!
  const content = sampleSession(sample, testContext())
  const board = content.boards.find((b) => b.name === boardName)!
  const view = createBoardView(boardContent(content, board.id)!)
  const verdicts = evaluateBoard(view, rules)
  const label = (id: string): string => view.nodes.find((n) => n.id === id)?.label ?? id
  return {
    findings: verdicts.findings.map((v) => `${v.ruleId} ${v.risk} ${label(v.subject.id)}`),
    errors: verdicts.withOutcome('error'),
  }
}

describe.each(samples.map((s) => [s.sampleId, s] as const))('sample %s', (_, sample) => {
  const content = sampleSession(sample, testContext())

  it('goes through a document and through a file unchanged', () => {
    expect(projectSession(createDocument(content)).content).toEqual(content)
    const read = parseSession(serializeSession(content, { app: 'test', savedAt: 1 }))
    expect(read.ok && read.content).toEqual(content)
    expect(read.ok && read.problems).toEqual([])
  })

  it('uses only facts that its services and connectors define', () => {
    for (const node of content.nodes) {
      if (node.kind !== 'service') continue
      const known = new Set(serviceById(node.serviceId)?.facts.map((f) => f.key))
      for (const key of Object.keys(node.facts))
        expect(known.has(key), `${node.label}: ${key}`).toBe(true)
    }
  })

  it('has no node beside its group and no two services on each other', () => {
    for (const board of content.boards) {
      const view = createBoardView(boardContent(content, board.id)!)
      for (const node of view.nodes) {
        const parent = view.parent(node.id)
        if (parent)
          expect(
            node.x >= parent.x &&
              node.y >= parent.y &&
              node.x + node.w <= parent.x + parent.w &&
              node.y + node.h <= parent.y + parent.h,
            `${node.label} in ${parent.label}`,
          ).toBe(true)
        for (const other of view.nodes) {
          if (other.id <= node.id || node.kind !== 'service' || other.kind !== 'service') continue
          const apart =
            node.x + node.w <= other.x ||
            other.x + other.w <= node.x ||
            node.y + node.h <= other.y ||
            other.y + other.h <= node.y
          expect(apart, `${node.label} and ${other.label}`).toBe(true)
        }
      }
    }
  })

  it('is judged without an error', () => {
    for (const board of content.boards)
      expect(verdictsOn(sample.sampleId, board.name).errors, board.name).toEqual([])
  })
})

it('shows on the current web tier what the target mends', () => {
  const current = verdictsOn('web-tier', 'Current').findings
  expect(current).toContain('REL-11 high Web server')
  expect(current).toContain('SEC-01 critical MySQL server')
  expect(current).toContain('SEC-14 high Data volume')
  const target = verdictsOn('web-tier', 'Target').findings
  expect(target.filter((f) => / (critical|high) /.test(f))).toEqual([])
  const pipeline = verdictsOn('order-pipeline', 'Target').findings
  expect(pipeline.filter((f) => / (critical|high) /.test(f))).toEqual([])
})
