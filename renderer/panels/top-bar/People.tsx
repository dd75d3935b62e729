import { useStore } from 'zustand'
import { useSession } from '../../session/context'
import { Tip } from '../../ui/Button'

/** Who else is here. */
export function People() {
  const session = useSession()
  const peers = useStore(session.presence.peers, (s) => s.peers)
  if (peers.length === 0) return null
  const shown = peers.slice(0, 4)
  return (
    <ul aria-label="People in this session" className="flex items-center -space-x-1.5 px-1">
      {shown.map((peer) => (
        <li key={peer.clientId}>
          <Tip label={peer.name || 'Guest'}>
            <span
              className="flex size-6 items-center justify-center rounded-full text-[10px] font-semibold text-white shadow-[0_0_0_2px_var(--surface)]"
              style={{ background: peer.color }}
            >
              {initials(peer.name)}
            </span>
          </Tip>
        </li>
      ))}
      {peers.length > shown.length ? (
        <li className="flex size-6 items-center justify-center rounded-full bg-sunken text-[10px] font-semibold text-muted shadow-[0_0_0_2px_var(--surface)]">
          +{peers.length - shown.length}
        </li>
      ) : null}
    </ul>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  return (
    words.length === 0
      ? 'G'
      : words
          .slice(0, 2)
          .map((w) => [...w][0] ?? '')
          .join('')
  ).toUpperCase()
}
