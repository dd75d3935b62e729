import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Command, CommandContext } from '../../renderer/commands/define'
import { commandById, commands, readableKeys } from '../../renderer/commands/registry'

const AREAS = ['Edit', 'Arrange', 'Board', 'View', 'Session', 'Present', 'Help']

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

it('gives every command a title of its own and an area that help and palette show', () => {
  expect(new Set(commands.map((c) => c.title)).size).toBe(commands.length)
  for (const c of commands) expect(AREAS, c.id).toContain(c.area)
})

it('lets no two commands fight for a shortcut', () => {
  const clashes = sharedKeys()
    .filter(({ a, b }) => !NEVER_TOGETHER.some(([x, y]) => same([x, y], [a.id, b.id])))
    .map(({ key, a, b }) => `${key}: ${a.id}, ${b.id}`)
  expect(clashes).toEqual([])
})

it('allows a shared shortcut only where it is shared and only one of the two may run', () => {
  const shared = sharedKeys()
  for (const [x, y] of NEVER_TOGETHER) {
    expect(
      shared.some(({ a, b }) => same([x, y], [a.id, b.id])),
      `${x} and ${y} share a key`,
    ).toBe(true)
    for (const context of situations())
      expect([x, y].filter((id) => mayRun(id, context)).length, `${x}, ${y}`).toBeLessThan(2)
    for (const id of [x, y])
      expect(
        situations().some((context) => mayRun(id, context)),
        id,
      ).toBe(true)
  }
})

it('knows every command that the native menu names', () => {
  const folder = join(import.meta.dirname, '../../electron/windows')
  const source = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const named = [
    ...source.matchAll(/'((?:library|session|edit|view|present|help|palette)\.[a-zA-Z]+)'/g),
  ]
  expect(named.length).toBeGreaterThan(5)
  for (const [, id = ''] of named) expect(commandById(id), id).toBeDefined()
})

it('reads shortcuts as people do', () => {
  expect(readableKeys('Mod+Shift+G')).toBe('Ctrl+Shift+G')
  expect(readableKeys('ArrowUp')).toBe('↑')
})

function sharedKeys(): { key: string; a: Command; b: Command }[] {
  return commands.flatMap((a, i) =>
    commands
      .slice(i + 1)
      .flatMap((b) =>
        (a.keys ?? []).filter((key) => b.keys?.includes(key)).map((key) => ({ key, a, b })),
      ),
  )
}

function same(pair: readonly string[], other: readonly string[]): boolean {
  return [...pair].sort().join() === [...other].sort().join()
}

function mayRun(id: string, context: CommandContext): boolean {
  return commandById(id)?.when?.(context) ?? true
}

/** Presenting or not, with and without a selection, allowed to edit or not: what the commands' `when` look at. */
function situations(): CommandContext[] {
  const presenting = { step: 0, showFindings: false, laser: false }
  return [true, false].flatMap((canEdit) =>
    [null, presenting].flatMap((presents) =>
      [[], ['node']].map(
        (selection) =>
          // Only what those commands read; the rest is never asked for here.
          ({
            canEdit,
            view: { presenting: presents, selection, selectedEdges: [] },
          }) as unknown as CommandContext,
      ),
    ),
  )
}
