/** What an edit takes from the world. Passed in, so the same edit can run anywhere and be repeated in a test. */
export interface EditContext {
  /** A fresh id, unique across peers. */
  newId(): string
  /** Milliseconds since the epoch. */
  now: number
  /** Display name of the person who edits. */
  actor: string
}
