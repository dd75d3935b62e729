import { useEffect, useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { useBridge } from '../bridge/context'
import { useSession } from '../session/context'
import { appStore } from '../stores/app-store'
import { Button } from '../ui/Button'
import { Input } from '../ui/Field'

/** Asks a guest, once and without standing in the way, what the others should call them. */
export function GuestName() {
  const bridge = useBridge()
  const session = useSession()
  const known = useStore(appStore, (s) => s.preferences.displayName)
  const [name, setName] = useState('')
  const [later, setLater] = useState(false)
  useEffect(() => {
    if (known !== '' && known !== session.presence.self.name) session.presence.rename(known)
  }, [known, session])
  if (bridge.kind !== 'guest' || known !== '' || later) return null

  function submit(event: FormEvent): void {
    event.preventDefault()
    const displayName = name.trim().slice(0, 80)
    if (displayName === '') {
      setLater(true)
      return
    }
    const { preferences } = appStore.getState()
    appStore.setState({ preferences: { ...preferences, displayName } })
    void bridge.call('preferences.set', { displayName }).catch(() => undefined)
  }

  return (
    <form
      onSubmit={submit}
      aria-label="Your name"
      className="float-in absolute top-3 left-1/2 z-40 flex -translate-x-1/2 items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <label className="flex items-center gap-2 whitespace-nowrap">
        Your name
        <Input
          value={name}
          maxLength={80}
          placeholder="As the others see it"
          onChange={(e) => setName(e.target.value)}
          className="w-44"
        />
      </label>
      <Button kind="primary" type="submit">
        {name.trim() === '' ? 'Not now' : 'That’s me'}
      </Button>
    </form>
  )
}
