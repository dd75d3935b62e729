import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Input, Labelled } from '../../ui/Field'

/** Title and customer of a session, new or to be renamed. */
export function NewSessionDialog({
  existing,
  onClose,
  onCreate,
}: {
  existing?: { title: string; customer: string }
  onClose: () => void
  onCreate: (title: string, customer: string) => Promise<void>
}) {
  const [title, setTitle] = useState(existing?.title ?? '')
  const [customer, setCustomer] = useState(existing?.customer ?? '')
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    await onCreate(title.trim() || 'Untitled session', customer.trim())
    setBusy(false)
  }
  return (
    <Dialog
      title={existing ? 'Rename session' : 'New session'}
      {...(existing ? {} : { description: 'One session for each customer engagement.' })}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form="session-form" disabled={busy}>
            {existing ? 'Rename' : 'Create'}
          </Button>
        </>
      }
    >
      <form id="session-form" onSubmit={(e) => void submit(e)} className="flex flex-col gap-3">
        <Labelled label="Title">
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={500}
              placeholder="Web shop migration"
              value={title}
              onChange={(e) => setTitle(e.target.value)}
            />
          )}
        </Labelled>
        <Labelled label="Customer">
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              placeholder="Example Corp"
              value={customer}
              onChange={(e) => setCustomer(e.target.value)}
            />
          )}
        </Labelled>
      </form>
    </Dialog>
  )
}
