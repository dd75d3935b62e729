import { tinykeys } from 'tinykeys'
import { commands, runCommand } from './registry'
import type { CommandContext } from './define'

/** Listens for every command's shortcuts; typing in a field is left alone. Returns what stops it. */
export function listenForShortcuts(
  target: Window,
  context: () => CommandContext | null,
): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  // A button that was clicked keeps the focus, but the keys are meant for the board.
  let clicked: EventTarget | null = null
  const onPointerDown = (event: PointerEvent): void => {
    clicked = event.target
  }
  for (const command of commands) {
    for (const keys of command.keys ?? []) {
      const key = toTinykeys(keys)
      const earlier = bindings[key]
      bindings[key] = (event) => {
        if (event.defaultPrevented || (isTyping(event) && !worksWhileTyping(keys))) return
        if (document.querySelector('[role="dialog"]') && !worksWhileTyping(keys)) return
        if (isForFocused(event, clicked)) return
        const now = context()
        if (now && runCommand(command, now)) event.preventDefault()
        else earlier?.(event)
      }
    }
  }
  for (const tab of ['Tab', 'Shift+Tab'])
    bindings[tab] = () => {
      clicked = null
    }
  target.addEventListener('pointerdown', onPointerDown, true)
  const stop = tinykeys(target, bindings)
  return () => {
    target.removeEventListener('pointerdown', onPointerDown, true)
    stop()
  }
}

export function isTyping(event: Event): boolean {
  const target = event.target
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

/** A menu takes every key; a button or link reached by keyboard takes those that press it. */
function isForFocused({ target, key }: KeyboardEvent, clicked: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="menu"]')) return true
  const byPointer = clicked instanceof Node && target.contains(clicked)
  return (key === 'Enter' || key === ' ') && target.matches('button, a[href]') && !byPointer
}

/** Only these reach the app while a text field has the focus. */
function worksWhileTyping(keys: string): boolean {
  return keys === 'Mod+K' || keys === 'Mod+E'
}

function toTinykeys(keys: string): string {
  return keys
    .split('+')
    .map((part) => (part === 'Mod' ? '$mod' : /^[A-Z]$/.test(part) ? `Key${part}` : part))
    .join('+')
}
