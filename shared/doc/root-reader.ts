import * as Y from 'yjs'
import {
  changeKey,
  isRecordKey,
  readRecord,
  splitKey,
  type RecordOf,
  type RecordRoot,
} from './codec'
import type { Replacement } from './sorted-list'

/** A record that is in the document but fits no schema: shown as such, kept, never guessed at. */
export interface UnreadableRecord {
  root: RecordRoot
  id: string
  reason: string
}

/** The records of one root map, kept current by reading again what each transaction touched. */
export class RootReader<R extends RecordRoot> {
  readonly records = new Map<string, RecordOf<R>>()
  readonly unreadable = new Map<string, UnreadableRecord>()
  readonly #map: Y.Map<unknown>
  readonly #stop: () => void
  /** Fields that were changed after their record was added, by record. */
  readonly #changed = new Map<string, Set<string>>()
  /** Records read since the changes were taken, as they were then. */
  readonly #before = new Map<string, RecordOf<R> | undefined>()

  /** `onTouched` is called once for each transaction that touched this root, after the reading. */
  constructor(
    doc: Y.Doc,
    private readonly root: R,
    onTouched: () => void,
  ) {
    this.#map = doc.getMap(root)
    this.#map.forEach((_, key) => this.#note(key))
    this.#map.forEach((_, key) => {
      if (isRecordKey(key)) this.#read(key)
    })
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      const touched = new Set<string>()
      for (const event of events)
        if (event.path.length > 0) touched.add(String(event.path[0]))
        else if (event instanceof Y.YMapEvent)
          for (const key of event.keysChanged) touched.add(this.#note(String(key)))
      for (const id of touched) this.#read(id)
      onTouched()
    }
    this.#map.observeDeep(observer)
    this.#stop = () => this.#map.unobserveDeep(observer)
  }

  /** What became of each record that was read since the last call. */
  takeChanges(): ReadonlyMap<string, Replacement<RecordOf<R>>> {
    const changes = new Map<string, Replacement<RecordOf<R>>>()
    for (const [id, was] of this.#before) changes.set(id, { was, is: this.records.get(id) })
    this.#before.clear()
    return changes
  }

  dispose(): void {
    this.#stop()
  }

  /** Keeps account of which fields of a record have changed, and gives the record's id. */
  #note(key: string): string {
    if (isRecordKey(key)) return key
    const { id, field } = splitKey(key)
    const fields = this.#changed.get(id)
    if (!this.#map.has(key)) {
      fields?.delete(field)
      if (fields?.size === 0) this.#changed.delete(id)
    } else if (fields) fields.add(field)
    else this.#changed.set(id, new Set([field]))
    return id
  }

  #read(id: string): void {
    if (!this.#before.has(id)) this.#before.set(id, this.records.get(id))
    this.unreadable.delete(id)
    const base = this.#map.get(id)
    const read = base === undefined ? null : readRecord(this.root, id, base, this.#changes(id))
    if (read?.ok) this.records.set(id, read.record)
    else this.records.delete(id)
    if (read?.ok === false) this.unreadable.set(id, { root: this.root, id, reason: read.reason })
  }

  #changes(id: string): [field: string, value: unknown][] {
    const fields = this.#changed.get(id)
    return fields ? [...fields].map((field) => [field, this.#map.get(changeKey(id, field))]) : []
  }
}
