import { tinykeys } from 'tinykeys'
import { commands, keysOf, runCommand } from './registry'
import type { CommandContext } from './define'

/** Listens for every command's shortcuts; typing in a field is left alone. Returns what stops it. */
export function listenForShortcuts(
  target: Window,
  context: () => CommandContext | null,
): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  for (const command of commands) {
    for (const keys of keysOf(command)) {
      const key = toTinykeys(keys)
      const earlier = bindings[key]
      bindings[key] = (event) => {
        if (event.defaultPrevented || (isTyping(event) && !worksWhileTyping(keys))) return
        if (document.querySelector('[role="dialog"]') && !worksWhileTyping(keys)) return
        if (isPressingButton(event) || isInMenu(event)) return
        const now = context()
        if (now && runCommand(command, now)) event.preventDefault()
        else earlier?.(event)
      }
    }
  }
  return tinykeys(target, bindings)
}

/** The keys of an event as commands write them, `Mod+Shift+L`; `null` while only modifiers are held. */
export function keysOfEvent(event: {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead'].includes(event.key)) return null
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  const named = event.key.length > 1
  const parts = [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    // A sign such as "?" already says that it takes Shift.
    event.shiftKey && (letter !== undefined || named) ? 'Shift' : '',
    letter ?? event.key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

export function isTyping(event: Event): boolean {
  const target = event.target
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

/** Enter and Space press the button that has the focus, and nothing else. */
function isPressingButton(event: KeyboardEvent): boolean {
  return (
    (event.key === 'Enter' || event.key === ' ') &&
    event.target instanceof HTMLElement &&
    event.target.closest('button, a[href], summary, [role="treeitem"], [role="option"]') !== null
  )
}

/** In a menu, letters look for an entry. */
function isInMenu(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('[role="menu"]') !== null
}

/** Only these reach the app while a text field has the focus. */
function worksWhileTyping(keys: string): boolean {
  return keys === 'Mod+K' || keys === 'Mod+E'
}

function toTinykeys(keys: string): string {
  const parts = keys.split('+')
  // With Shift, digits are other signs, which differ from keyboard to keyboard.
  const isShifted = parts.includes('Shift')
  return parts
    .map((part) => {
      if (part === 'Mod') return '$mod'
      if (/^[A-Z]$/.test(part)) return `Key${part}`
      return isShifted && /^\d$/.test(part) ? `Digit${part}` : part
    })
    .join('+')
}
