import { z } from 'zod'
import type { Expression } from '../rules/expression'
import { BoardKind, EdgeKind, GroupKind } from '../model/records'

/** Limits that keep a hostile pack from eating the machine. */
export const PACK_LIMITS = {
  textChars: 512 * 1024,
  rules: 200,
  /** Levels of an expression, and how many quantifiers may stand inside each other. */
  depth: 12,
  quantifiers: 2,
  /** Parts of one rule's expressions together. */
  parts: 200,
  values: 100,
  chars: 2000,
} as const

const name = z.string().min(1).max(100)
const names = z.array(name).min(1).max(PACK_LIMITS.values)
const scalar = z.union([z.string().max(500), z.number(), z.boolean()])
const threshold = z.number().min(0).max(1e12)
const few = z.number().int().min(0).max(1000)

const Relation = z.enum([
  'children',
  'descendants',
  'ancestors',
  'edgesIn',
  'edgesOut',
  'peersIn',
  'peersOut',
  'tier',
  'source',
  'target',
  'nodes',
  'edges',
])
const over = z.strictObject({ relation: Relation, drawnOnly: z.boolean().optional() })
const inner: z.ZodType<Expression> = z.lazy(() => ExpressionSchema)

/** What a pack's rule may say: the same tree as our own rules. Unknown operations are refused by name. */
export const ExpressionSchema: z.ZodType<Expression> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['and', 'or']), of: z.array(inner).min(1).max(20) }),
  z.strictObject({ op: z.literal('not'), of: inner }),
  z.strictObject({ op: z.literal('is'), key: name, value: scalar }),
  z.strictObject({ op: z.literal('isOneOf'), key: name, values: z.array(scalar).min(1).max(100) }),
  z.strictObject({ op: z.enum(['atLeast', 'atMost']), key: name, value: threshold }),
  z.strictObject({ op: z.literal('stated'), key: name }),
  z.strictObject({
    op: z.literal('matches'),
    key: name,
    glob: z
      .string()
      .max(200)
      .refine((glob) => glob.split('*').length <= 9, 'has more than eight *'),
  }),
  z.strictObject({ op: z.literal('lists'), key: name, values: names }),
  z.strictObject({
    op: z.literal('opens'),
    key: name,
    ports: z.array(z.number().int().min(0).max(65_535)).min(1).max(100),
    only: z.boolean().optional(),
  }),
  z.strictObject({ op: z.literal('sameAtBothEnds'), key: name }),
  z.strictObject({
    op: z.enum(['always', 'exposed', 'crossesNetworks', 'cidrClear', 'inSyncCycle', 'onlyWay']),
  }),
  z.strictObject({ op: z.literal('service'), ids: names }),
  // Traits and scopes are compared with the catalogue when the pack is read.
  z.strictObject({ op: z.literal('trait'), traits: names }),
  z.strictObject({ op: z.literal('scope'), scopes: names }),
  z.strictObject({ op: z.literal('groupKind'), kinds: z.array(GroupKind).min(1) }),
  z.strictObject({ op: z.literal('edgeKind'), kinds: z.array(EdgeKind).min(1) }),
  z.strictObject({ op: z.literal('boardKind'), kinds: z.array(BoardKind).min(1) }),
  z.strictObject({ op: z.enum(['drawnInside', 'inside']), kinds: z.array(GroupKind).min(1) }),
  z.strictObject({
    op: z.literal('crosses'),
    kind: z.enum(['region', 'account', 'vpc', 'availabilityZone']),
  }),
  z.strictObject({ op: z.literal('syncChain'), atMost: few }),
  z.strictObject({ op: z.literal('inSubnet'), type: z.enum(['public', 'private']) }),
  z.strictObject({ op: z.enum(['tierSize', 'tierZones']), atLeast: few }),
  z.strictObject({ op: z.enum(['any', 'all', 'none']), over, where: inner }),
  z.strictObject({ op: z.literal('count'), over, where: inner, atLeast: few }),
]) as unknown as z.ZodType<Expression> // traits and scopes are plain names until they are compared

/** Every part of an expression with how deep it stands, the expression itself first. */
export function* partsOf(
  expression: Expression,
  depth = 1,
  quantifiers = 0,
): Generator<{ part: Expression; depth: number; quantifiers: number }> {
  const inside = 'over' in expression ? quantifiers + 1 : quantifiers
  yield { part: expression, depth, quantifiers: inside }
  if (expression.op === 'and' || expression.op === 'or')
    for (const part of expression.of) yield* partsOf(part, depth + 1, inside)
  else if (expression.op === 'not') yield* partsOf(expression.of, depth + 1, inside)
  else if ('where' in expression) yield* partsOf(expression.where, depth + 1, inside)
}
