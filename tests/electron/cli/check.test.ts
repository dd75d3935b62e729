import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from '../../../electron/cli/check'
import { serializeSession } from '../../../shared/formats/session-file/serialize'
import type { CheckReport } from '../../../shared/reports/check-report'
import { emptySession, type SessionContent } from '../../../shared/model/session'
import { evaluateBoard } from '../../../shared/rules/engine'
import { createBoardView } from '../../../shared/model/board-view'
import { rules } from '../../../shared/rules/registry'
import { factsHash } from '../../../shared/rules/waivers'
import { parseBoard } from '../../support/board-text'

const NOW = 1_700_000_000_000
const DAY = 24 * 60 * 60 * 1000
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

function session(text: string, kind: 'current' | 'target' = 'current'): SessionContent {
  const { board, nodes, edges } = parseBoard(text)
  const empty = emptySession({ title: 'S', customer: 'C', createdAt: 1 })
  return { ...empty, boards: [{ ...board, kind }], nodes, edges }
}

async function file(name: string, content: SessionContent | string): Promise<string> {
  const path = join(folder, name)
  const text =
    typeof content === 'string' ? content : serializeSession(content, { app: 'test', savedAt: NOW })
  await writeFile(path, text)
  return path
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await check(args, {
    version: '9.9.9',
    now: NOW,
    print: (text) => void (out += text),
    complain: (text) => void (err += text),
  })
  return { code, out, err }
}

const json = (out: string): CheckReport => JSON.parse(out) as CheckReport
const BROKEN = 'orders:rds{encryptedAtRest=false} other:s3'

describe('drawbridge check', () => {
  it('says of a session what the window says', async () => {
    const content = session(BROKEN)
    const { out, code } = await run(await file('a.json', content), '--format', 'json')
    const [board] = json(out).files[0]!.boards
    const view = createBoardView({ ...content, board: content.boards[0]! })
    const window = evaluateBoard(view, rules).all.filter((v) => v.outcome !== 'not-applicable')
    const key = (rule: string, outcome: string, subject: string, message: string): string =>
      `${rule} ${outcome} ${subject} ${message}`
    expect(board!.verdicts.map((v) => key(v.rule, v.verdict, v.subject, v.message)).sort()).toEqual(
      window.map((v) => key(v.ruleId, v.outcome, v.subject.id, v.message)).sort(),
    )
    expect(board!.coverage).toBeGreaterThan(0)
    expect(code).toBe(1)
  })

  it('fails by risk, and not for what is waived', async () => {
    const content = session('orders:rds{encryptedAtRest=false}')
    const view = createBoardView({ ...content, board: content.boards[0]! })
    const findings = evaluateBoard(view, rules).findings
    const waivers = findings.map((finding, i) => ({
      id: `w${i}`,
      boardId: 'board',
      ruleId: finding.ruleId,
      subject: finding.subject,
      category: 'accepted',
      reason: 'Public data',
      author: 'Ada',
      createdAt: NOW,
      expiresAt: NOW + 90 * DAY,
      factsHash: factsHash(finding),
      order: 'a0',
    })) as unknown as SessionContent['waivers']
    const path = await file('b.json', { ...content, waivers })
    expect((await run(path)).code).toBe(0)
    const report = json((await run(path, '--format', 'json')).out)
    const waived = report.files[0]!.boards[0]!.verdicts.find((v) => v.rule === 'SEC-13')
    expect(waived?.waived).toMatchObject({ reason: 'Public data', author: 'Ada' })
    const sarif = JSON.parse((await run(path, '--format', 'sarif')).out) as {
      runs: {
        results: { ruleId: string; suppressions?: { kind: string; justification: string }[] }[]
      }[]
    }
    const result = sarif.runs[0]!.results.find((one) => one.ruleId === 'SEC-13')
    expect(result?.suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }])
    expect((await run(await file('c.json', session(BROKEN)), '--fail-on', 'critical')).code).toBe(0)
  })

  it('reads templates, and names their resources', async () => {
    const path = await file(
      'stack.yaml',
      'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: postgres }\n  Odd:\n    Type: Custom::Thing\n',
    )
    const { out, code } = await run(path, '--format', 'json')
    const [read] = json(out).files
    expect(
      read!.boards[0]!.verdicts.find((v) => v.rule === 'SEC-13' && v.verdict === 'fail')?.logicalId,
    ).toBe('Orders')
    expect(read!.notImported).toMatchObject([{ logicalId: 'Odd', type: 'Custom::Thing' }])
    expect(code).toBe(1)
  })

  it('goes on after a bad file, and says so', async () => {
    const good = await file('good.json', session(BROKEN))
    const bad = await file('bad.json', '{"format":"drawbridge-session","version":')
    const { out, code } = await run(bad, join(folder, 'missing.json'), good, '--format', 'json')
    const { files } = json(out)
    expect(files.map((f) => f.error?.code ?? 'read')).toEqual([
      'file.damaged',
      'file.unreadable',
      'read',
    ])
    expect(files[2]!.boards.length).toBe(1)
    expect(code).toBe(2)
  })

  it('takes rule packs and boards by kind, and refuses what makes no sense', async () => {
    const path = await file('d.json', session('orders:rds{engine=oracle}', 'target'))
    const pack = join(import.meta.dirname, '../../../assets/packs/example-pack.json')
    expect((await run(path, '--pack', pack)).out).toContain('ACME-01')
    expect((await run(path, '--board', 'target')).out).toContain('1 file')
    await expect(run(path, '--board', 'current')).rejects.toThrow('has a board "current"')
    await expect(run(path, '--fail-on', 'awful')).rejects.toThrow('--fail-on is')
    await expect(run(path, '--format', 'xml')).rejects.toThrow('--format is')
    await expect(run(path, '--nonsense')).rejects.toThrow('nonsense')
    await expect(run()).rejects.toThrow('at least one file')
    await expect(run(path, '--pack', await file('p.json', '{}'))).rejects.toThrow('cannot be used')
  })
})
