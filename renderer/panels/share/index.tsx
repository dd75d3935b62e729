import { Check, Copy, Link2, Unplug } from 'lucide-react'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { Invitation, SharingState } from '#shared/ipc/contract'
import { SessionId } from '#shared/model/ids'
import { useBridge } from '../../bridge/context'
import { useSession } from '../../session/context'
import { Button, IconButton } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Segmented, Select } from '../../ui/Field'
import { messageOf } from '../library/use-library'

const HOUR_MS = 3_600_000
const EXPIRIES = [
  { value: String(2 * HOUR_MS), label: '2 hours' },
  { value: String(24 * HOUR_MS), label: '1 day' },
  { value: String(7 * 24 * HOUR_MS), label: '7 days' },
  { value: String(30 * 24 * HOUR_MS), label: '30 days' },
]
const until = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Opens the session to others by link; nothing listens before, and nothing after it is stopped. */
export function ShareDialog() {
  const bridge = useBridge()
  const session = useSession()
  const id = SessionId.parse(session.target.kind === 'own' ? session.target.sessionId : 'none')
  const [state, setState] = useState<SharingState | null>(null)
  const [role, setRole] = useState<'editor' | 'viewer'>('editor')
  const [expiry, setExpiry] = useState(EXPIRIES[1]?.value ?? '')
  const close = (): void => session.view.getState().set({ dialog: null })

  useEffect(() => {
    const load = (): void => {
      bridge.call('sharing.state', { id }).then(
        (found) => setState(usable(found)),
        () => undefined,
      )
    }
    load()
    return bridge.on('sharing.changed', load)
  }, [bridge, id])

  async function change(action: () => Promise<SharingState>): Promise<SharingState | null> {
    try {
      const next = await action()
      setState(usable(next))
      return next
    } catch (error) {
      toast.error('Sharing did not work', { description: messageOf(error) })
      return null
    }
  }

  async function invite(): Promise<void> {
    if (!state?.address && !(await change(() => bridge.call('sharing.start', { id })))) return
    await change(() => bridge.call('sharing.invite', { id, role, expiresInMs: Number(expiry) }))
  }

  const open = state?.invitations ?? []
  return (
    <Dialog
      title="Share this session"
      description="Anyone with a link joins from a browser or their own Drawbridge, without an account, while this app is open and the network lets them reach it."
      onClose={close}
      footer={
        state?.address ? (
          <>
            <span className="flex-1 text-xs text-muted">Open at {state.address}</span>
            <Button
              kind="danger"
              icon={<Unplug size={14} />}
              onClick={() => void change(() => bridge.call('sharing.stop', { id }))}
            >
              Stop sharing
            </Button>
          </>
        ) : (
          <span className="flex-1 text-xs text-muted">Not shared: no port is open.</span>
        )
      }
    >
      <div className="flex items-end gap-2">
        <Segmented<'editor' | 'viewer'>
          label="What guests may do"
          value={role}
          choices={[
            { value: 'editor', label: 'Can edit' },
            { value: 'viewer', label: 'Can view' },
          ]}
          onChange={setRole}
        />
        <span className="w-24">
          <Select
            aria-label="Link works for"
            value={expiry}
            choices={EXPIRIES}
            onChange={setExpiry}
          />
        </span>
        <span className="flex-1" />
        <Button kind="primary" icon={<Link2 size={14} />} onClick={() => void invite()}>
          {state?.address ? 'New link' : 'Share and make a link'}
        </Button>
      </div>
      {open.length > 0 ? (
        <ul className="mt-4 flex flex-col gap-2" aria-label="Links">
          {open.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              onRevoke={() =>
                void change(() =>
                  bridge.call('sharing.revoke', { id, invitationId: invitation.id }),
                )
              }
            />
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}

/** Without the links that no longer let anyone in. */
function usable(state: SharingState): SharingState {
  const now = Date.now()
  return {
    ...state,
    invitations: state.invitations.filter((i) => !i.revoked && i.expiresAt > now),
  }
}

function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const [copied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(invitation.link)
      setCopied(true)
      window.setTimeout(() => setCopied(false), 2000)
    } catch {
      toast('Select the link and copy it by hand', { description: invitation.link })
    }
  }
  return (
    <li className="rounded-md border border-line px-2.5 py-2">
      <div className="flex items-center gap-2">
        <input
          readOnly
          aria-label="Link"
          value={invitation.link}
          onFocus={(e) => e.currentTarget.select()}
          className="min-w-0 flex-1 truncate bg-transparent text-xs outline-none"
        />
        <IconButton label={copied ? 'Copied' : 'Copy link'} onClick={() => void copy()}>
          {copied ? <Check size={14} className="text-ok" /> : <Copy size={14} />}
        </IconButton>
        <Button kind="quiet" onClick={onRevoke}>
          Withdraw
        </Button>
      </div>
      <p className="text-[11px] text-faint">
        {invitation.role === 'editor' ? 'Can edit' : 'Can view'} · until{' '}
        {until.format(invitation.expiresAt)}
      </p>
    </li>
  )
}
