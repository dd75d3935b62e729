import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { quickCheck } from '#shared/doc/quick-check'
import { BoardEdge, BoardNode, Mark } from '#shared/model/records'
import { z } from 'zod'
import { anySession } from '../formats/arbitrary-session'

const SCHEMAS = { nodes: BoardNode, edges: BoardEdge, marks: Mark } as const
const LISTS = ['nodes', 'edges', 'marks'] as const

/** What files and peers get wrong. */
const damage = fc.oneof(
  fc.constantFrom(null, true, '', -1, 0, 1e9, NaN, [], {}, 'x'.repeat(600), { value: 1 }, ['a', 7]),
  fc.jsonValue(),
)

describe('the quick check of a schema', () => {
  it('accepts nothing that the schema would refuse or change, whatever is wrong with a record', () => {
    let [quick, refused] = [0, 0]
    fc.assert(
      fc.property(
        anySession,
        fc.nat(),
        fc.constantFrom('none', 'value', 'key', 'gone'),
        damage,
        (session, pick, how, wrong) => {
          for (const list of LISTS)
            for (const record of session[list]) {
              const one = JSON.parse(JSON.stringify(record)) as Record<string, unknown>
              const keys = Object.keys(one)
              const key = keys[pick % keys.length] ?? 'id'
              if (how === 'value') one[key] = wrong
              if (how === 'key') one[`${key}2`] = wrong
              if (how === 'gone') delete one[key]
              const before = structuredClone(one)
              const isQuick = quickCheck(SCHEMAS[list])(one)
              const parsed = SCHEMAS[list].safeParse(one)
              if (isQuick) expect(parsed.data).toEqual(before)
              else if (!parsed.success) refused++
              if (isQuick) quick++
              if (how === 'none' && list !== 'marks') expect(isQuick).toBe(true)
            }
        },
      ),
      { seed: 20261125, numRuns: 400 },
    )
    expect(quick).toBeGreaterThan(500)
    expect(refused).toBeGreaterThan(100)
  })

  it.each([
    ['a text with a check of its own', z.string().refine((text) => text !== 'no'), 'no'],
    ['an object that is refined', z.object({ a: z.number() }).refine(() => false), { a: 1 }],
    ['a text that is changed', z.string().trim(), ' a '],
    ['a number with another limit', z.number().multipleOf(2), 3],
    ['a default', z.object({ a: z.number().default(1) }), {}],
  ])('leaves %s to the schema', (_, schema, value) => {
    expect(quickCheck(schema)(value)).toBe(false)
  })
})
