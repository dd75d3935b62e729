import { useState, type FormEvent } from 'react'
import { goTo } from '../../stores/app-store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Input, Labelled } from '../../ui/Field'

/** Opens a session that somebody else shares, by its link. */
export function JoinDialog({ onClose }: { onClose: () => void }) {
  const [link, setLink] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  function submit(event: FormEvent): void {
    event.preventDefault()
    const text = link.trim()
    if (!/^https?:\/\/[^/]+\/join#.+/.test(text)) {
      setProblem('This is not an invitation link. It looks like http://…/join#…')
      return
    }
    goTo({ kind: 'session', target: { kind: 'invited', link: text } })
  }
  return (
    <Dialog
      title="Join a shared session"
      description="Paste the link you were given. You see and edit the same board as everybody else."
      onClose={onClose}
      footer={
        <Button kind="primary" type="submit" form="join-form">
          Join
        </Button>
      }
    >
      <form id="join-form" onSubmit={submit}>
        <Labelled label="Invitation link">
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={link}
              placeholder="http://192.168.1.20:4800/join#…"
              onChange={(e) => setLink(e.target.value)}
              aria-invalid={problem !== null}
            />
          )}
        </Labelled>
        {problem ? (
          <p role="alert" className="mt-2 text-danger">
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}
