import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandById, commands, readableKeys } from '../../renderer/commands/registry'

/** Pairs that may share a shortcut, since their `when` never hold together. */
const NEVER_TOGETHER: readonly [string, string, string][] = [
  ['present.next', 'arrange.nudge.right', 'presenting steps only while nothing is selected'],
  ['present.previous', 'arrange.nudge.left', 'presenting steps only while nothing is selected'],
]

it('gives every command an id of its own', () => {
  expect(commands.length).toBeGreaterThan(40)
  expect(new Set(commands.map((c) => c.id)).size).toBe(commands.length)
  for (const c of commands) expect(c.id).toMatch(/^[a-z]+(\.[a-zA-Z0-9]+)+$/)
})

it('lets no two commands fight for a shortcut', () => {
  const clashes: string[] = []
  commands.forEach((a, i) => {
    for (const b of commands.slice(i + 1))
      for (const key of a.keys ?? [])
        if (
          b.keys?.includes(key) &&
          !NEVER_TOGETHER.some(([x, y]) => [x, y].includes(a.id) && [x, y].includes(b.id))
        )
          clashes.push(`${key}: ${a.id}, ${b.id}`)
  })
  expect(clashes).toEqual([])
})

it('knows every command that the native menu names', () => {
  const folder = join(import.meta.dirname, '../../electron/windows')
  const source = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const named = [
    ...source.matchAll(/(?:command|toggle)\(\s*'[^']+',\s*'([a-zA-Z.]+)'(?:,\s*'([^']+)')?/g),
  ]
  expect(named.length).toBeGreaterThan(20)
  for (const [, id = '', accelerator] of named) {
    const command = commandById(id)
    expect(command, id).toBeDefined()
    if (accelerator !== undefined)
      expect(command?.keys, id).toContain(accelerator.replace('CommandOrControl', 'Mod'))
  }
})

it('knows every command that the menu on the board names', () => {
  const file = join(import.meta.dirname, '../../renderer/commands/board-menu.ts')
  const named = [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:\.[a-zA-Z0-9]+)+)'/g)]
  expect(named.length).toBeGreaterThan(30)
  for (const [, id = ''] of named) expect(commandById(id), id).toBeDefined()
})

it('reads shortcuts as people do', () => {
  expect(readableKeys('Mod+Shift+G')).toBe('Ctrl+Shift+G')
  expect(readableKeys('ArrowUp')).toBe('↑')
})
