import { appStore } from '../stores/app-store'
import type { Command, CommandArea, CommandContext } from './define'

const files = import.meta.glob<Command | readonly Command[]>('./*/*.ts', {
  eager: true,
  import: 'default',
})

const AREAS: readonly CommandArea[] = [
  'Edit',
  'View',
  'Board',
  'Arrange',
  'Session',
  'Present',
  'Help',
]

/** Every command, by area and title. */
export const commands: readonly Command[] = Object.values(files)
  .flat()
  .sort((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area) || a.title.localeCompare(b.title))

const byId = new Map(commands.map((c) => [c.id, c]))

export function commandById(id: string): Command | undefined {
  return byId.get(id)
}

/** Runs a command if it may run now; says whether it did. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (command.when && !command.when(context)) return false
  void command.run(context)
  return true
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const SYMBOLS: Record<string, string> = isMac
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  ContextMenu: 'Menu',
}

/** A shortcut as people read it: `Mod+Shift+G` → `Ctrl+Shift+G` or `⌘⇧G`. */
export function readableKeys(keys: string): string {
  const parts = keys.split('+').map((part) => SYMBOLS[part] ?? NAMES[part] ?? part)
  return parts.join(isMac ? '' : '+')
}

/** What a command listens to: this person's own shortcut, or those it declares. */
export function keysOf(command: Command): readonly string[] {
  const own = appStore.getState().preferences.shortcuts?.[command.id]
  if (own === undefined) return command.keys ?? []
  return own === '' ? [] : [own]
}

/** What does a command: the keys it listens to, or else those that the system turns into it. */
export function shownKeysOf(command: Command): readonly string[] {
  const keys = keysOf(command)
  return keys.length === 0 && command.systemKeys !== undefined ? [command.systemKeys] : keys
}

/** The command that already listens to these keys, other than `except`. */
export function commandWithKeys(keys: string, except: string): Command | undefined {
  return commands.find((command) => command.id !== except && shownKeysOf(command).includes(keys))
}

/** The shortcut of a command as people read it; `undefined` when it has none. */
export function shortcutOf(id: string): string | undefined {
  const command = byId.get(id)
  const key = command && shownKeysOf(command)[0]
  return key === undefined ? undefined : readableKeys(key)
}
