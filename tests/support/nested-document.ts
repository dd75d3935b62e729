import * as Y from 'yjs'
import type { Change, FactChanges, Patch } from '#shared/model/patch'
import type { Facts } from '#shared/model/records'
import { SESSION_LISTS, type SessionContent, type SessionList } from '#shared/model/session'

/** Documents as they were written up to schema 2: a map of fields for each record. */

const ROOT_OF: Record<string, SessionList> = {
  Node: 'nodes',
  Edge: 'edges',
  Board: 'boards',
  Frame: 'frames',
  Discovery: 'discovery',
  Waiver: 'waivers',
  Pack: 'packs',
  Point: 'history',
}

export function writeNested(doc: Y.Doc, content: SessionContent): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(content.meta)) doc.getMap('meta').set(key, value)
    for (const root of SESSION_LISTS)
      for (const record of content[root]) putNested(doc.getMap(root), { ...record })
  })
}

export function applyNested(doc: Y.Doc, patch: Patch, origin: object): void {
  doc.transact(() => {
    for (const change of patch) if (change.op !== 'setMeta') step(doc, change)
  }, origin)
}

function step(doc: Y.Doc, change: Exclude<Change, { op: 'setMeta' }>): void {
  const root = ROOT_OF[change.op.replace(/^[a-z]+/, '')]
  if (!root) throw new Error(`Nothing known of ${change.op}`)
  const map = doc.getMap(root)
  if ('id' in change) {
    if (change.op.startsWith('remove')) map.delete(change.id)
    const record = map.get(change.id)
    const set = 'set' in change ? { ...change.set } : {}
    if (record instanceof Y.Map)
      updateNested(record, set, 'facts' in change ? (change.facts ?? {}) : {})
  } else
    for (const [key, record] of Object.entries(change)) if (key !== 'op') putNested(map, record)
}

function putNested(map: Y.Map<unknown>, { id, x, y, w, h, facts, ...plain }: Raw): void {
  const fields = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(plain)) if (value !== undefined) fields.set(key, value)
  for (const [key, fact] of Object.entries((facts ?? {}) as Facts)) fields.set(`fact:${key}`, fact)
  if (x !== undefined) fields.set('at', [x, y])
  if (w !== undefined) fields.set('size', [w, h])
  map.set(String(id), fields)
}

type Raw = Record<string, unknown>

function updateNested(map: Y.Map<unknown>, { x, y, w, h, ...set }: Raw, facts: FactChanges): void {
  for (const [key, value] of Object.entries(set))
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  const pair = (key: string, a: unknown, b: unknown): void => {
    const [oldA, oldB] = map.get(key) as [unknown, unknown]
    map.set(key, [a ?? oldA, b ?? oldB])
  }
  if (x !== undefined || y !== undefined) pair('at', x, y)
  if (w !== undefined || h !== undefined) pair('size', w, h)
  for (const [key, fact] of Object.entries(facts))
    if (fact === null) map.delete(`fact:${key}`)
    else map.set(`fact:${key}`, fact)
}
