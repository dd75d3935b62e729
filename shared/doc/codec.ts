import * as Y from 'yjs'
import type { z } from 'zod'
import {
  Board,
  BoardEdge,
  BoardNode,
  DiscoveryItem,
  Fact,
  Frame,
  PosturePoint,
  RulePackRecord,
  Waiver,
  type Facts,
} from '../model/records'
import { SESSION_LISTS, type SessionList } from '../model/session'

/** Names of the document's root maps. Peers never create a shared container lazily, so there are no others. */
export const ROOTS = ['meta', ...SESSION_LISTS] as const
export type RootName = (typeof ROOTS)[number]
export type RecordRoot = SessionList

/** Facts stand flat beside the record's fields, so that two people may set two facts of one node at once. */
const FACT = 'fact:'

export const SCHEMAS = {
  boards: Board,
  nodes: BoardNode,
  edges: BoardEdge,
  frames: Frame,
  discovery: DiscoveryItem,
  waivers: Waiver,
  packs: RulePackRecord,
  history: PosturePoint,
} satisfies Record<RecordRoot, z.ZodType>

export type RecordOf<R extends RecordRoot> = z.infer<(typeof SCHEMAS)[R]>

/** Pairs of numbers that only make sense together are one value in the document: a merge never mixes two moves. */
const PAIRS = { at: ['x', 'y'], size: ['w', 'h'] } as const

/** A record as the flat fields of its map in the document. */
export function encodeFields(record: Record<string, unknown>): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (key === 'id' || value === undefined) continue
    if (key === 'facts') {
      for (const [fact, known] of Object.entries(value as Facts)) fields.set(FACT + fact, known)
    } else if (!isPaired(key)) fields.set(key, value)
  }
  for (const [pair, [a, b]] of Object.entries(PAIRS)) {
    if (a in record && b in record) fields.set(pair, [record[a], record[b]])
  }
  return fields
}

/** The record that a map in the document stands for, unchecked. */
export function decodeFields(id: string, map: Y.Map<unknown>, hasFacts: boolean): unknown {
  const record: Record<string, unknown> = { id }
  const facts: Record<string, unknown> = {}
  for (const [key, value] of map.entries()) {
    if (key.startsWith(FACT)) {
      if (Fact.safeParse(value).success) facts[key.slice(FACT.length)] = value
    } else if ((key === 'at' || key === 'size') && Array.isArray(value)) {
      // A point of the history has an `at` of its own, a moment: one number.
      const [a, b] = PAIRS[key]
      ;[record[a], record[b]] = value as unknown[]
    } else record[key] = value
  }
  if (hasFacts) record['facts'] = facts
  return record
}

/** Key of a fact within a record's map. */
export function factField(fact: string): string {
  return FACT + fact
}

export function isPaired(key: string): boolean {
  return key === 'x' || key === 'y' || key === 'w' || key === 'h'
}

/** A document with all its roots in place. */
export function ensureRoots(doc: Y.Doc): void {
  for (const root of ROOTS) doc.getMap(root)
}
