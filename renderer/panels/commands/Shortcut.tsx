import { useState, type KeyboardEvent } from 'react'
import { toast } from 'sonner'
import { useStore } from 'zustand'
import type { AppBridge } from '../../bridge/app-bridge'
import { useBridge } from '../../bridge/context'
import type { Command } from '../../commands/define'
import { keysOfEvent } from '../../commands/keyboard'
import { commandWithKeys, readableKeys, shownKeysOf } from '../../commands/registry'
import { appStore } from '../../stores/app-store'
import { Button, Keys } from '../../ui/Button'

/** Keys that the window itself, or moving about in it, cannot do without. */
const RESERVED = new Set(['Tab', 'Shift+Tab', 'Escape'])

/** A command's shortcut; pressing it waits for other keys. Backspace takes it away, Escape leaves it. */
export function Shortcut({ command }: { command: Command }) {
  const bridge = useBridge()
  const own = useStore(appStore, (s) => s.preferences.shortcuts?.[command.id])
  const [isWaiting, setWaiting] = useState(false)
  const keys = shownKeysOf(command)

  function onKeyDown(event: KeyboardEvent): void {
    if (!isWaiting || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setWaiting(false)
      return
    }
    const pressed = event.key === 'Backspace' ? '' : keysOfEvent(event)
    if (pressed === null) return
    const other = pressed === '' ? undefined : commandWithKeys(pressed, command.id)
    if (other || RESERVED.has(pressed)) {
      const what = other ? `is the shortcut of “${other.title}”` : 'is needed to get about'
      toast.error(`${readableKeys(pressed)} ${what}. Choose others.`, { id: 'shortcut' })
      return
    }
    setWaiting(false)
    save(bridge, { ...appStore.getState().preferences.shortcuts, [command.id]: pressed })
  }

  return (
    <button
      type="button"
      data-shortcut={command.id}
      aria-label={`Shortcut of ${command.title}: ${keys.map(readableKeys).join(', ') || 'none'}`}
      aria-pressed={isWaiting}
      onClick={() => setWaiting(!isWaiting)}
      onBlur={() => setWaiting(false)}
      onKeyDown={onKeyDown}
      className="-mr-1 flex min-h-6 shrink-0 items-center gap-1 rounded px-1 hover:bg-hover"
    >
      {isWaiting ? (
        <span className="text-xs font-medium text-accent">Press keys…</span>
      ) : keys.length === 0 ? (
        <span className="text-xs text-faint">none</span>
      ) : (
        keys.slice(0, 2).map((k) => <Keys key={k} keys={readableKeys(k)} />)
      )}
      {own !== undefined && !isWaiting ? (
        <span className="text-[11px] text-faint">yours</span>
      ) : null}
    </button>
  )
}

/** Back to the shortcuts that the commands declare. */
export function ResetShortcuts() {
  const bridge = useBridge()
  const changed = useStore(appStore, (s) => Object.keys(s.preferences.shortcuts ?? {}).length)
  return (
    <Button disabled={changed === 0} onClick={() => save(bridge, {})}>
      Reset all shortcuts
    </Button>
  )
}

function save(bridge: AppBridge, shortcuts: Record<string, string>): void {
  appStore.setState(({ preferences }) => ({ preferences: { ...preferences, shortcuts } }))
  void bridge.call('preferences.set', { shortcuts }).catch(() => {
    toast.error('The shortcuts could not be saved. They hold until the window is closed.')
  })
}
