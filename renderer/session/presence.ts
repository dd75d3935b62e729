import type { Awareness } from 'y-protocols/awareness'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { Presence } from '#shared/protocol/presence'
import type { ViewStore } from '../stores/view-store'

/** Colours people are told apart by; readable with white text on both themes. */
export const PRESENCE_COLORS = [
  '#b4234f',
  '#7a3ec8',
  '#0b7285',
  '#2f6f1f',
  '#a54a00',
  '#1d5bbf',
  '#8a2d83',
  '#5b6470',
] as const

export interface Peer extends Presence {
  clientId: number
}

export interface PresenceLink {
  /** The others, as they show themselves; what does not fit the schema is left out. */
  readonly peers: StoreApi<{ peers: readonly Peer[] }>
  readonly self: { name: string; color: string }
  show(change: Partial<Pick<Presence, 'cursor' | 'drag' | 'laser'>>): void
  rename(name: string): void
  dispose(): void
}

/** Shares this person's cursor, selection and drags, and follows everybody else's. At most 30 messages a second. */
export function createPresence(awareness: Awareness, view: ViewStore, name: string): PresenceLink {
  const peers = createStore<{ peers: readonly Peer[] }>(() => ({ peers: [] }))
  const color = PRESENCE_COLORS[awareness.clientID % PRESENCE_COLORS.length] ?? PRESENCE_COLORS[0]
  const self = { name, color }
  let state: Presence = {
    name,
    color,
    boardId: view.getState().boardId,
    cursor: null,
    selection: [],
    drag: null,
    laser: null,
  }
  let waiting: number | null = null
  let lastSent = 0

  function send(): void {
    waiting = null
    lastSent = performance.now()
    awareness.setLocalState(state)
  }
  function change(part: Partial<Presence>): void {
    state = { ...state, ...part }
    if (waiting !== null) return
    const due = Math.max(0, 33 - (performance.now() - lastSent))
    waiting = window.setTimeout(send, due)
  }
  send()

  const onChange = (): void => {
    const others: Peer[] = []
    for (const [clientId, raw] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue
      const parsed = Presence.safeParse(raw)
      if (parsed.success) others.push({ ...parsed.data, clientId })
    }
    peers.setState({ peers: others })
  }
  awareness.on('change', onChange)
  onChange()

  const unsubscribe = view.subscribe((now, before) => {
    if (now.selection !== before.selection || now.boardId !== before.boardId)
      change({ selection: now.selection.slice(0, 500), boardId: now.boardId })
  })

  return {
    peers,
    self,
    show: change,
    rename(newName) {
      self.name = newName
      change({ name: newName })
    },
    dispose() {
      if (waiting !== null) window.clearTimeout(waiting)
      unsubscribe()
      awareness.off('change', onChange)
    },
  }
}
