import { Presence } from '../../shared/protocol/presence'

/**
 * Keeps each connection to one presence of its own.
 *
 * A peer may show any valid presence, but only under a client id that no other connection of the room uses.
 */
export class PresenceGuard {
  readonly #ownerOf = new Map<number, object>()
  readonly #idOf = new Map<object, number>()

  constructor(private readonly hostClientId: number) {}

  /** Removes from `states` whatever this connection may not say. */
  filter(connection: object, states: Map<number, Record<string, unknown>>): void {
    for (const [clientId, state] of states) {
      const presence = Presence.safeParse(state)
      if (presence.success && this.#claim(connection, clientId)) states.set(clientId, presence.data)
      else states.delete(clientId)
    }
  }

  /** Forgets connections that ended, so that their peers may come back under the same client id. */
  keepOnly(present: ReadonlySet<object>): void {
    for (const [connection, id] of this.#idOf) {
      if (present.has(connection)) continue
      this.#idOf.delete(connection)
      this.#ownerOf.delete(id)
    }
  }

  #claim(connection: object, clientId: number): boolean {
    if (clientId === this.hostClientId) return false
    const own = this.#idOf.get(connection)
    if (own !== undefined) return own === clientId
    if (this.#ownerOf.has(clientId)) return false
    this.#ownerOf.set(clientId, connection)
    this.#idOf.set(connection, clientId)
    return true
  }
}
