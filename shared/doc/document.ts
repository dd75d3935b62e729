import * as Y from 'yjs'
import { assertNever } from '../lib/assert-never'
import type { Patch } from '../model/patch'
import { SESSION_LISTS, type SessionContent } from '../model/session'
import {
  changedFields,
  changeKey,
  decodeRecord,
  encodeRecord,
  ensureRoots,
  isRecordKey,
  splitKey,
  type KeyedChanges,
  type RecordRoot,
} from './codec'

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
    for (const root of SESSION_LISTS) {
      const writer = new RootWriter(doc, root)
      for (const record of content[root]) writer.put(record)
    }
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
    const writers = new Map<RecordRoot, RootWriter>()
    const to = (root: RecordRoot): RootWriter => {
      const writer = writers.get(root) ?? new RootWriter(doc, root)
      writers.set(root, writer)
      return writer
    }
    for (const change of patch) {
      switch (change.op) {
        case 'addNode':
          to('nodes').put(change.node)
          break
        case 'setNode':
          to('nodes').update(change.id, change.set, change)
          break
        case 'removeNode':
          to('nodes').remove(change.id)
          break
        case 'addEdge':
          to('edges').put(change.edge)
          break
        case 'setEdge':
          to('edges').update(change.id, change.set, change)
          break
        case 'removeEdge':
          to('edges').remove(change.id)
          break
        case 'addMark':
          to('marks').put(change.mark)
          break
        case 'setMark':
          to('marks').update(change.id, change.set, change)
          break
        case 'removeMark':
          to('marks').remove(change.id)
          break
        case 'addBoard':
          to('boards').put(change.board)
          break
        case 'setBoard':
          to('boards').update(change.id, change.set)
          break
        case 'removeBoard':
          to('boards').remove(change.id)
          break
        case 'addFrame':
          to('frames').put(change.frame)
          break
        case 'setFrame':
          to('frames').update(change.id, change.set)
          break
        case 'removeFrame':
          to('frames').remove(change.id)
          break
        case 'addDiscovery':
          to('discovery').put(change.item)
          break
        case 'setDiscovery':
          to('discovery').update(change.id, change.set)
          break
        case 'removeDiscovery':
          to('discovery').remove(change.id)
          break
        case 'addWaiver':
          to('waivers').put(change.waiver)
          break
        case 'setWaiver':
          to('waivers').update(change.id, change.set)
          break
        case 'removeWaiver':
          to('waivers').remove(change.id)
          break
        case 'addPack':
          to('packs').put(change.pack)
          break
        case 'setPack':
          to('packs').update(change.id, change.set)
          break
        case 'removePack':
          to('packs').remove(change.id)
          break
        case 'putPoint':
          to('history').put(change.point)
          break
        case 'removePoint':
          to('history').remove(change.id)
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

/** Writes the records of one root within one transaction. */
class RootWriter {
  readonly #root: RecordRoot
  readonly #map: Y.Map<unknown>
  /** Keys of later changes by record. Looked up once, and only for an edit that adds or removes a record. */
  #changes: Map<string, string[]> | null = null

  constructor(doc: Y.Doc, root: RecordRoot) {
    this.#root = root
    this.#map = doc.getMap(root)
  }

  put(record: { id: string }): void {
    this.#forgetChanges(record.id)
    this.#map.set(record.id, encodeRecord(record))
  }

  remove(id: string): void {
    this.#forgetChanges(id)
    this.#map.delete(id)
  }

  update(id: string, set: Readonly<Record<string, unknown>> = {}, keyed: KeyedChanges = {}): void {
    const base = this.#map.get(id)
    if (base === undefined) return
    const fields = changedFields(set, keyed, () => this.#current(id, base))
    for (const [field, value] of fields)
      if (!(base instanceof Y.Map)) this.#change(id, field, value)
      else if (value === undefined) base.delete(field)
      else base.set(field, value)
  }

  #change(id: string, field: string, value: unknown): void {
    const key = changeKey(id, field)
    this.#map.set(key, value)
    if (this.#changes) push(this.#changes, id, key)
  }

  /** The record as far as its pairs of numbers go. */
  #current(id: string, base: unknown): Readonly<Record<string, unknown>> {
    const pairs = ['at', 'size'].flatMap((field): [string, unknown][] => {
      const value = this.#map.get(changeKey(id, field))
      return value === undefined ? [] : [[field, value]]
    })
    return decodeRecord(this.#root, id, base, pairs) ?? {}
  }

  #forgetChanges(id: string): void {
    this.#changes ??= changeKeys(this.#map)
    for (const key of this.#changes.get(id) ?? []) this.#map.delete(key)
    this.#changes.delete(id)
  }
}

function changeKeys(map: Y.Map<unknown>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  map.forEach((_, key) => {
    if (!isRecordKey(key)) push(found, splitKey(key).id, key)
  })
  return found
}

function push(lists: Map<string, string[]>, id: string, key: string): void {
  const list = lists.get(id)
  if (list) list.push(key)
  else lists.set(id, [key])
}

function setAll(map: Y.Map<unknown>, entries: Iterable<[string, unknown]>): void {
  for (const [key, value] of entries) if (value !== undefined) map.set(key, value)
}
