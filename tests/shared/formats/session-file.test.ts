import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionJsonSchema } from '../../../shared/formats/session-file/envelope'
import { migrateEnvelope, migrations } from '../../../shared/formats/session-file/migrations'
import { parseSession } from '../../../shared/formats/session-file/parse'
import { serializeSession } from '../../../shared/formats/session-file/serialize'
import { LIMITS } from '../../../shared/model/records'
import type { SessionContent } from '../../../shared/model/session'
import { SCHEMA_VERSION } from '../../../shared/protocol/handshake'
import { sampleBoard } from '../render/sample-board'
import { anySession } from './arbitrary-session'

const savedBy = { app: '0.1.0', savedAt: 1_764_000_000_000 }

function sample(): SessionContent {
  const { board, nodes, edges } = sampleBoard()
  const byOrder = <T extends { id: string }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    meta: { title: 'Web shop', customer: 'Contoso', createdAt: 1 },
    boards: [board],
    nodes: byOrder(nodes),
    edges: byOrder(edges),
    marks: [],
    frames: [],
    discovery: [],
    waivers: [],
    packs: [],
    history: [],
  }
}

interface Loose {
  [key: string]: unknown
  session: Record<string, unknown[]>
}

function changed(change: (envelope: Loose) => void): string {
  const envelope = JSON.parse(serializeSession(sample(), savedBy)) as Loose
  change(envelope)
  return JSON.stringify(envelope)
}

function refusal(text: string): { code: string; detail: string } {
  const result = parseSession(text)
  if (result.ok) throw new Error('was accepted')
  return result
}

describe('a session file', () => {
  it('comes back as it went, whatever is in it', () => {
    fc.assert(
      fc.property(anySession, (content) => {
        const result = parseSession(serializeSession(content, savedBy))
        expect(result).toMatchObject({ ok: true })
        if (result.ok) expect(result.content).toEqual(content)
      }),
      { numRuns: 150 },
    )
  })

  it('is the same text whatever order the keys were set in', () => {
    const shuffled: SessionContent = {
      ...sample(),
      nodes: sample().nodes.map(
        (node) => Object.fromEntries(Object.entries(node).reverse()) as typeof node,
      ),
    }
    expect(Object.keys(shuffled.nodes[0]!)).not.toEqual(Object.keys(sample().nodes[0]!))
    expect(serializeSession(shuffled, savedBy)).toBe(serializeSession(sample(), savedBy))
  })

  it('keeps dangling references and reports them', () => {
    const result = parseSession(
      changed((envelope) => {
        envelope.session['nodes'] = envelope.session['nodes']!.slice(1)
      }),
    )
    expect(result.ok && result.problems.length).toBeGreaterThan(0)
    expect(result.ok && result.content.edges).toHaveLength(sample().edges.length)
    const whole = parseSession(serializeSession(sample(), savedBy))
    expect(whole.ok && whole.problems).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['another JSON', '{"nodes":[]}'],
    ['a list', '[1,2]'],
    ['another format', '{"format":"excalidraw","version":1}'],
  ])('refuses %s as not ours', (_, text) => {
    expect(refusal(text).code).toBe('file.not-ours')
  })

  it('refuses what a newer app wrote and says what to do', () => {
    const { code, detail } = refusal(
      changed((envelope) => {
        envelope['version'] = SCHEMA_VERSION + 1
        envelope['app'] = '9.1.0'
      }),
    )
    expect(code).toBe('file.too-new')
    expect(detail).toContain('9.1.0')
    expect(detail).toContain('Update')
  })

  it.each([
    'javascript:alert(document.domain)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'https://example.com@evil.example/',
    'https://example.com/"><script>',
    `https://example.com/${'a'.repeat(2000)}`,
  ])('refuses a node that leads to %s, and says where', (link) => {
    const { code, detail } = refusal(
      changed((envelope) => {
        Object.assign(envelope.session['nodes']![1]!, { link })
      }),
    )
    expect(code).toBe('file.damaged')
    expect(detail).toContain('session.nodes.1.link')
    expect(detail).toMatch(/must be a web address|Too big/)
    expect(detail).toContain('Nothing was changed')
  })

  it('takes pictures up to the bound of a session, and refuses more', () => {
    const image = {
      id: 'i',
      boardId: sample().boards[0]!.id,
      kind: 'image',
      x: 0,
      y: 0,
      w: 10,
      h: 10,
      order: 'a0',
      mime: 'image/png',
      data: 'A'.repeat(LIMITS.imageText),
      alt: '',
    }
    const fileWith = (count: number): string =>
      changed((envelope) => {
        envelope.session['marks'] = Array.from({ length: count }, (_, i) => ({
          ...image,
          id: `i${i}`,
        }))
      })
    const most = LIMITS.imageTextPerSession / LIMITS.imageText
    expect(parseSession(fileWith(most)).ok).toBe(true)
    expect(refusal(fileWith(most + 1)).detail).toContain('session.marks: more pictures')
  })

  it.each<[string, (envelope: Loose) => void, string]>([
    [
      'a picture that is no base64',
      (e) =>
        void (e.session['marks'] = [
          {
            id: 'm',
            boardId: 'b',
            kind: 'image',
            x: 0,
            y: 0,
            w: 1,
            h: 1,
            order: 'a',
            mime: 'image/png',
            data: '"/><script',
            alt: '',
          },
        ]),
      'session.marks.0.data',
    ],
    [
      'a wrong type',
      (e) => void ((e.session['nodes']![0] as Loose)['x'] = 'far'),
      'session.nodes.0.x',
    ],
    [
      'an unknown kind',
      (e) => void ((e.session['edges']![3] as Loose)['kind'] = 'magic'),
      'session.edges.3.kind',
    ],
    ['a missing list', (e) => void delete e.session['frames'], 'session.frames'],
    ['no version', (e) => void delete e['version'], 'version'],
    ['a fractional version', (e) => void (e['version'] = 0.5), 'version'],
    [
      'a bad id',
      (e) => void ((e.session['nodes']![0] as Loose)['id'] = '../../etc'),
      'session.nodes.0.id',
    ],
    [
      'a record twice',
      (e) => void e.session['nodes']!.push(e.session['nodes']![0]),
      'session.nodes',
    ],
    [
      'too many records',
      (e) =>
        void (e.session['nodes'] = Array(LIMITS.nodesPerSession + 1).fill(e.session['nodes']![0])),
      'session.nodes',
    ],
  ])('refuses %s as damaged and names the place', (_, change, path) => {
    const { code, detail } = refusal(changed(change))
    expect(code).toBe('file.damaged')
    expect(detail).toContain(path)
  })

  it('refuses a file that is cut off, anywhere', () => {
    const text = serializeSession(sample(), savedBy)
    for (let at = 40; at < text.length - 2; at += 997)
      expect(refusal(text.slice(0, at)).code).toBe('file.damaged')
  })

  it('does not fall for hostile JSON', () => {
    expect(refusal('['.repeat(200_000)).detail).toContain('nested too deeply')
    expect(
      refusal(
        `{"format":"drawbridge-session","version":1,"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
      ).code,
    ).toBe('file.damaged')
    const text = changed(() => undefined)
      .replace('"facts":{}', '"facts":{"__proto__":{"value":true,"source":"user"}}')
      .replace('"session":', '"__proto__":{"polluted":true},"session":')
    const result = parseSession(text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    if (result.ok)
      for (const node of result.content.nodes)
        expect(Object.getPrototypeOf(node.facts)).toBe(Object.prototype)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseSession(text).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('takes a byte order mark', () => {
    expect(parseSession(`\ufeff${serializeSession(sample(), savedBy)}`).ok).toBe(true)
  })
})

describe('migrations', () => {
  it('are consecutive and end at the current version', () => {
    expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, at) => at + 1))
    expect(migrations.length).toBe(SCHEMA_VERSION - 1)
  })

  it('read a file of version 1, which knew no waivers, packs or history', () => {
    const { waivers: _, packs: __, history: ___, marks: ____, ...old } = sample()
    const text = JSON.stringify({
      format: 'drawbridge-session',
      version: 1,
      app: '0.1.0',
      savedAt: 1,
      session: old,
    })
    const result = parseSession(text)
    expect(result).toMatchObject({ ok: true, upgradedFrom: 1, content: sample() })
  })

  it('read a file of version 2, which knew no marks', () => {
    const { marks: _, ...session } = sample()
    const file = { format: 'drawbridge-session', version: 2, app: '0.1.0', savedAt: 1, session }
    const result = parseSession(JSON.stringify(file))
    expect(result).toMatchObject({ ok: true, upgradedFrom: 2, content: sample() })
  })

  it('bring an old file up, step by step', () => {
    const rename = (from: number): Parameters<typeof migrateEnvelope>[3][number] => ({
      from,
      title: 'Mark the title',
      migrate: (envelope) => {
        // The file above: session and meta are objects.
        const session = envelope['session'] as { meta: { title: string } }
        return {
          ...envelope,
          session: {
            ...session,
            meta: { ...session.meta, title: `${session.meta.title}+${from}` },
          },
        }
      },
    })
    const text = serializeSession(sample(), savedBy)
    const next = SCHEMA_VERSION + 2
    const steps = [rename(SCHEMA_VERSION), rename(SCHEMA_VERSION + 1)]
    const result = parseSession(text, { currentVersion: next, steps })
    expect(result).toMatchObject({ ok: true, upgradedFrom: SCHEMA_VERSION })
    expect(result.ok && result.content.meta.title).toBe(
      `Web shop+${SCHEMA_VERSION}+${SCHEMA_VERSION + 1}`,
    )
    expect(parseSession(text)).not.toHaveProperty('upgradedFrom')
  })

  it('refuse the file when a step is missing or fails', () => {
    const text = serializeSession(sample(), savedBy)
    expect(parseSession(text, { currentVersion: SCHEMA_VERSION + 1, steps: [] })).toMatchObject({
      ok: false,
      code: 'file.damaged',
    })
  })
})

describe('the published schema', () => {
  const path = resolve(import.meta.dirname, '../../../assets/session.schema.json')

  it('is that of the records', () => {
    const schema = sessionJsonSchema()
    // UPDATE=1 npx vitest run tests/shared/formats writes it anew.
    if (process.env['UPDATE'] === '1') writeFileSync(path, schema)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(schema))
  })
})
