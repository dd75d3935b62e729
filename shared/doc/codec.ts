import * as Y from 'yjs'
import type { z } from 'zod'
import type { FactChanges, VoteChange } from '../model/patch'
import {
  Board,
  BoardEdge,
  BoardNode,
  DiscoveryItem,
  Fact,
  Frame,
  Mark,
  PosturePoint,
  RulePackRecord,
  Votes,
  Waiver,
} from '../model/records'
import { SESSION_LISTS, type SessionList } from '../model/session'
import { withVotes } from '../model/votes'
import { quickCheck, type QuickCheck } from './quick-check'

/** Names of the document's root maps. Peers never create a shared container lazily, so there are no others. */
export const ROOTS = ['meta', ...SESSION_LISTS] as const
export type RecordRoot = SessionList

const SCHEMAS = {
  boards: Board,
  nodes: BoardNode,
  edges: BoardEdge,
  marks: Mark,
  frames: Frame,
  discovery: DiscoveryItem,
  waivers: Waiver,
  packs: RulePackRecord,
  history: PosturePoint,
} satisfies Record<RecordRoot, z.ZodType>

const QUICK = Object.fromEntries(
  Object.entries(SCHEMAS).map(([root, schema]) => [root, quickCheck(schema)]),
) as Record<RecordRoot, QuickCheck>

export type RecordOf<R extends RecordRoot> = z.infer<(typeof SCHEMAS)[R]>

/** Stands between a record's id, which cannot contain it, and the field that was changed. */
const SEPARATOR = '/'

/** Every fact is a field of its own, so that two people may set two facts of one node at once. */
const FACT = 'fact:'

/** So is every vote, `vote:<emoji>/<name>`, for the same reason. */
const VOTE = 'vote:'

/** Pairs of numbers that only make sense together are one field: a merge never mixes two moves. */
const PAIRS = { at: ['x', 'y'], size: ['w', 'h'] } as const
type Pair = keyof typeof PAIRS

/** What a field of the document may not be called: it is part of another field, or not to be changed. */
const NO_FIELD = new Set(['id', 'facts', 'votes', 'x', 'y', 'w', 'h', '__proto__'])

/** Later changes of one record, by field. `undefined`: the field was removed, whatever the record began with. */
export type FieldChanges = Iterable<readonly [field: string, value: unknown]>

/** A record as it goes into the document when it is added: the JSON text of everything but its id. */
export function encodeRecord(record: { id: string }): string {
  const { id: _, ...fields } = record
  return JSON.stringify(fields)
}

/** The key under which a later change of one field is kept. */
export function changeKey(id: string, field: string): string {
  return id + SEPARATOR + field
}

/** Whether a key holds a record as it was added, rather than a later change of it. */
export function isRecordKey(key: string): boolean {
  return !key.includes(SEPARATOR)
}

/** Which field of which record the key of a later change is about. */
export function splitKey(key: string): { id: string; field: string } {
  const at = key.indexOf(SEPARATOR)
  return { id: key.slice(0, at), field: key.slice(at + SEPARATOR.length) }
}

/** Number of records in a root map. */
export function countRecords(map: Y.Map<unknown>): number {
  let count = 0
  map.forEach((_, key) => {
    if (isRecordKey(key)) count++
  })
  return count
}

/** What an edit changes one by one within a field. */
export interface KeyedChanges {
  facts?: FactChanges | undefined
  votes?: readonly VoteChange[] | undefined
}

/**
 * What an edit writes: each field that it names, with its new value, or `undefined` where it is removed.
 *
 * `current` is asked for the other half of a pair of which only one number is given.
 */
export function changedFields(
  set: Readonly<Record<string, unknown>>,
  { facts = {}, votes = [] }: KeyedChanges,
  current: () => Readonly<Record<string, unknown>>,
): [field: string, value: unknown][] {
  const fields: [string, unknown][] = []
  for (const [key, value] of Object.entries(set)) if (!NO_FIELD.has(key)) fields.push([key, value])
  for (const [pair, names] of Object.entries(PAIRS)) {
    const given = names.map((name) => set[name])
    if (given.every((number) => number === undefined)) continue
    const whole = given.includes(undefined) ? current() : {}
    fields.push([pair, names.map((name, i) => given[i] ?? whole[name])])
  }
  for (const [key, fact] of Object.entries(facts)) fields.push([FACT + key, fact ?? undefined])
  for (const { emoji, name, isFor } of votes)
    fields.push([`${VOTE}${emoji}/${name}`, isFor ? true : undefined])
  return fields
}

/**
 * The record, unchecked, that a value under its id stands for; `null` when it cannot be one.
 *
 * Documents of schema 2 and before have a map of fields for each record. Such a map is edited in place, so `changes`
 * are of no concern to it.
 */
export function decodeRecord(
  root: RecordRoot,
  id: string,
  base: unknown,
  changes: FieldChanges,
): Record<string, unknown> | null {
  const record = base instanceof Y.Map ? {} : parsedObject(base)
  if (!record) return null
  record['id'] = id
  if (root === 'nodes' || root === 'edges') record['facts'] ??= {}
  const votes: VoteChange[] = []
  for (const [field, value] of base instanceof Y.Map ? base.entries() : changes)
    if (field.startsWith(VOTE)) votes.push(voteIn(field, value === true))
    else setField(record, field, value)
  if (votes.length > 0) setVotes(record, votes)
  return record
}

export type ReadRecord<R extends RecordRoot> =
  { ok: true; record: RecordOf<R> } | { ok: false; reason: string }

/** The same, checked. A fact that is not one counts as unknown; anything else wrong makes the record unreadable. */
export function readRecord<R extends RecordRoot>(
  root: R,
  id: string,
  base: unknown,
  changes: FieldChanges,
): ReadRecord<R> {
  const record = decodeRecord(root, id, base, changes)
  if (!record) return { ok: false, reason: 'is not a record' }
  if (QUICK[root](record)) return { ok: true, record: record as RecordOf<R> }
  let parsed = SCHEMAS[root].safeParse(record)
  if (!parsed.success && isObject(record['facts'])) {
    const facts = Object.entries(record['facts'])
    record['facts'] = Object.fromEntries(facts.filter(([, fact]) => Fact.safeParse(fact).success))
    parsed = SCHEMAS[root].safeParse(record)
  }
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { ok: false, reason: issue ? `${issue.path.join('.')}: ${issue.message}` : 'is damaged' }
  }
  // The schema of a root gives that root's record type; the compiler cannot follow the index.
  return { ok: true, record: parsed.data as RecordOf<R> }
}

/** A document with all its roots in place. */
export function ensureRoots(doc: Y.Doc): void {
  for (const root of ROOTS) doc.getMap(root)
}

function setField(record: Record<string, unknown>, field: string, value: unknown): void {
  if (field.startsWith(FACT)) {
    const facts = record['facts']
    if (isObject(facts)) setOrDelete(facts, field.slice(FACT.length), value)
  } else if (isPair(field) && Array.isArray(value)) {
    // A point of the history has an `at` of its own, a moment: one number.
    const [a, b] = PAIRS[field]
    ;[record[a], record[b]] = value as unknown[]
  } else if (!NO_FIELD.has(field)) setOrDelete(record, field, value)
}

function voteIn(field: string, isFor: boolean): VoteChange {
  const [emoji = '', ...name] = field.slice(VOTE.length).split('/')
  return { emoji, name: name.join('/'), isFor }
}

function setVotes(record: Record<string, unknown>, changes: readonly VoteChange[]): void {
  const known = Votes.safeParse(record['votes'])
  if (!known.success) return
  const sound = changes.filter(({ emoji, name }) => Votes.safeParse({ [emoji]: [name] }).success)
  record['votes'] = withVotes(known.data, sound)
}

function setOrDelete(object: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete object[key]
  else object[key] = value
}

function parsedObject(text: unknown): Record<string, unknown> | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isPair(field: string): field is Pair {
  return field === 'at' || field === 'size'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
