/** A session file's JSON on its way to the current version; nothing about it is certain yet. */
export type PlainEnvelope = Readonly<Record<string, unknown>>

/** One step up: from version `from` to `from + 1`. Frozen once released. */
export interface Migration {
  from: number
  /** What changed, for the one who reads this list. */
  title: string
  migrate(envelope: PlainEnvelope): PlainEnvelope
}
