import * as Y from 'yjs'
import { assertNever } from '../lib/assert-never'
import type { FactChanges, Patch } from '../model/patch'
import { SESSION_LISTS, type SessionContent } from '../model/session'
import { encodeFields, ensureRoots, factField, isPaired, type RecordRoot } from './codec'

export { projectSession } from './projection'

/** Origin of edits made by the person at this window. The undo manager follows this class and nothing else. */
export class LocalEdit {
  constructor(readonly actor: string) {}
}

/** Origin of what is written when a document is first filled. Not undoable. */
export class InitialContent {}

/** Origin of what the app itself keeps record of, such as how the posture went. Not undoable. */
export class Housekeeping {}

/** Writes a whole session into an empty document, in one transaction. */
export function writeContent(doc: Y.Doc, content: SessionContent): void {
  ensureRoots(doc)
  doc.transact(() => {
    setAll(doc.getMap('meta'), Object.entries(content.meta))
    for (const root of SESSION_LISTS) for (const record of content[root]) put(doc, root, record)
  }, new InitialContent())
}

/** A new document holding `content`. */
export function createDocument(content: SessionContent): Y.Doc {
  const doc = new Y.Doc()
  writeContent(doc, content)
  return doc
}

/** Carries out an edit in one transaction: one update on the wire, one undo step. An empty patch does nothing. */
export function applyPatch(doc: Y.Doc, patch: Patch, origin: object): void {
  if (patch.length === 0) return
  doc.transact(() => {
    for (const change of patch) {
      switch (change.op) {
        case 'addNode':
          put(doc, 'nodes', change.node)
          break
        case 'setNode':
          update(doc, 'nodes', change.id, change.set, change.facts)
          break
        case 'removeNode':
          doc.getMap('nodes').delete(change.id)
          break
        case 'addEdge':
          put(doc, 'edges', change.edge)
          break
        case 'setEdge':
          update(doc, 'edges', change.id, change.set, change.facts)
          break
        case 'removeEdge':
          doc.getMap('edges').delete(change.id)
          break
        case 'addBoard':
          put(doc, 'boards', change.board)
          break
        case 'setBoard':
          update(doc, 'boards', change.id, change.set)
          break
        case 'removeBoard':
          doc.getMap('boards').delete(change.id)
          break
        case 'addFrame':
          put(doc, 'frames', change.frame)
          break
        case 'setFrame':
          update(doc, 'frames', change.id, change.set)
          break
        case 'removeFrame':
          doc.getMap('frames').delete(change.id)
          break
        case 'addDiscovery':
          put(doc, 'discovery', change.item)
          break
        case 'setDiscovery':
          update(doc, 'discovery', change.id, change.set)
          break
        case 'removeDiscovery':
          doc.getMap('discovery').delete(change.id)
          break
        case 'addWaiver':
          put(doc, 'waivers', change.waiver)
          break
        case 'setWaiver':
          update(doc, 'waivers', change.id, change.set)
          break
        case 'removeWaiver':
          doc.getMap('waivers').delete(change.id)
          break
        case 'addPack':
          put(doc, 'packs', change.pack)
          break
        case 'setPack':
          update(doc, 'packs', change.id, change.set)
          break
        case 'removePack':
          doc.getMap('packs').delete(change.id)
          break
        case 'putPoint':
          put(doc, 'history', change.point)
          break
        case 'removePoint':
          doc.getMap('history').delete(change.id)
          break
        case 'setMeta':
          setAll(doc.getMap('meta'), Object.entries(change.set))
          break
        default:
          assertNever(change)
      }
    }
  }, origin)
}

function put(doc: Y.Doc, root: RecordRoot, record: { id: string }): void {
  const map = new Y.Map<unknown>()
  for (const [key, value] of encodeFields({ ...record })) map.set(key, value)
  doc.getMap(root).set(record.id, map)
}

function update(
  doc: Y.Doc,
  root: RecordRoot,
  id: string,
  set: Readonly<Record<string, unknown>> = {},
  facts: FactChanges = {},
): void {
  const map = doc.getMap(root).get(id)
  if (!(map instanceof Y.Map)) return
  for (const [key, value] of Object.entries(set)) {
    if (isPaired(key)) continue
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }
  updatePair(map, 'at', set['x'], set['y'])
  updatePair(map, 'size', set['w'], set['h'])
  for (const [key, fact] of Object.entries(facts)) {
    if (fact === null) map.delete(factField(key))
    else map.set(factField(key), fact)
  }
}

function updatePair(map: Y.Map<unknown>, key: 'at' | 'size', a: unknown, b: unknown): void {
  if (a === undefined && b === undefined) return
  const known = map.get(key)
  const [oldA, oldB] = Array.isArray(known) ? (known as unknown[]) : []
  map.set(key, [a ?? oldA, b ?? oldB])
}

function setAll(map: Y.Map<unknown>, entries: Iterable<[string, unknown]>): void {
  for (const [key, value] of entries) if (value !== undefined) map.set(key, value)
}
