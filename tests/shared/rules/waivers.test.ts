import { describe, expect, it } from 'vitest'
import { previewPatch } from '#shared/model/apply-patch'
import { createBoardView } from '#shared/model/board-view'
import { emptySession, type SessionContent } from '#shared/model/session'
import { waive, withdrawWaivers } from '#shared/operations/waivers'
import { evaluateBoard } from '#shared/rules/engine'
import { ruleById } from '#shared/rules/registry'
import { applyWaivers, DAY_MS, factsHash, WAIVER_DAYS } from '#shared/rules/waivers'
import { parseBoard } from '../../support/board-text'
import { testContext } from '../../support/edit-context'

const NOW = testContext().now
const rule = ruleById('SEC-13')!

function session(text: string): SessionContent {
  const { board, nodes, edges } = parseBoard(text)
  const empty = emptySession({ title: 'S', customer: 'C', createdAt: 1 })
  return { ...empty, boards: [board], nodes, edges }
}

function judge(content: SessionContent, now = NOW) {
  const [board] = content.boards
  const view = createBoardView({ board: board!, nodes: content.nodes, edges: content.edges })
  const { findings } = evaluateBoard(view, [rule])
  return { findings, ...applyWaivers(view, findings, content.waivers, now) }
}

function waived(content: SessionContent): SessionContent {
  const [finding] = judge(content).findings
  const patch = waive(
    content,
    {
      boardId: content.boards[0]!.id,
      ruleId: rule.id,
      subject: finding!.subject as never,
      category: 'accepted',
      reason: 'Holds public data only',
      expiresAt: NOW + WAIVER_DAYS * DAY_MS,
      factsHash: factsHash(finding!),
    },
    testContext('w'),
  )
  return previewPatch(content, patch)
}

const broken = session('orders:rds{encryptedAtRest=false} other:rds{encryptedAtRest=false}')

describe('a waiver', () => {
  it('takes its finding out of the open ones, and only that', () => {
    const { open, waived: hidden, reports } = judge(waived(broken))
    expect(open.map((v) => v.subject.id)).toEqual(['other'])
    expect(hidden.map(({ verdict }) => verdict.subject.id)).toEqual(['orders'])
    expect(reports).toMatchObject([{ state: 'active', expiring: false }])
  })

  it('is reported two weeks before it ends, and reopens its finding the day it does', () => {
    const content = waived(broken)
    const end = NOW + WAIVER_DAYS * DAY_MS
    expect(judge(content, end - 13 * DAY_MS).reports).toMatchObject([{ expiring: true }])
    expect(judge(content, end).open.length).toBe(2)
    expect(judge(content, end).reports).toMatchObject([{ state: 'expired' }])
  })

  it('reopens when the facts are others, and rests unused when the finding is gone', () => {
    const content = waived(broken)
    const fixed = {
      ...content,
      nodes: content.nodes.map((n) =>
        n.label === 'orders'
          ? { ...n, facts: { encryptedAtRest: { value: true, source: 'user' as const } } }
          : n,
      ),
    }
    expect(judge(fixed).reports).toMatchObject([{ state: 'unused', finding: null }])
    const hashes = { ...content, waivers: content.waivers.map((w) => ({ ...w, factsHash: 'x' })) }
    expect(judge(hashes).open.length).toBe(2)
    expect(judge(hashes).reports).toMatchObject([{ state: 'stale' }])
  })

  it('needs a reason, replaces an earlier one, and can be withdrawn', () => {
    const content = waived(waived(broken))
    expect(content.waivers.length).toBe(1)
    const [waiver] = content.waivers
    const { id: _, author: __, createdAt: ___, order: ____, ...fields } = waiver!
    expect(waive(content, { ...fields, reason: '  ' }, testContext())).toEqual([])
    const without = previewPatch(content, withdrawWaivers([waiver!.id]))
    expect(judge(without).open.length).toBe(2)
  })
})
