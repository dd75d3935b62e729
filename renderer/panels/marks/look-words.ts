import type { Ink, StickyColor } from '#shared/model/records'

export const PAPER_NAMES: Readonly<Record<StickyColor, string>> = {
  yellow: 'Yellow',
  blue: 'Blue',
  green: 'Green',
  pink: 'Pink',
  purple: 'Purple',
  grey: 'Grey',
}

export const INK_NAMES: Readonly<Record<Ink, string>> = {
  ink: 'Ink',
  muted: 'Grey',
  blue: 'Blue',
  red: 'Red',
  green: 'Green',
  orange: 'Orange',
  purple: 'Purple',
}

/** A size that can be chosen: its name, how it is written in little room, and its px. */
export interface SizeChoice {
  name: string
  short: string
  sizePx: number
}

export const TEXT_SIZES: readonly SizeChoice[] = [
  { name: 'Small text', short: 'S', sizePx: 14 },
  { name: 'Medium text', short: 'M', sizePx: 20 },
  { name: 'Large text', short: 'L', sizePx: 36 },
  { name: 'Huge text', short: 'XL', sizePx: 64 },
]

export const PEN_SIZES: readonly SizeChoice[] = [
  { name: 'Fine pen', short: 'Fine', sizePx: 2.5 },
  { name: 'Medium pen', short: 'Medium', sizePx: 5 },
  { name: 'Thick pen', short: 'Thick', sizePx: 10 },
  { name: 'Marker pen', short: 'Marker', sizePx: 20 },
]

/** What one can vote with. */
export const VOTES: readonly (readonly [emoji: string, name: string])[] = [
  ['👍', 'Agree'],
  ['❤️', 'Love'],
  ['❓', 'Question'],
  ['⚠️', 'Risk'],
  ['⭐', 'Favourite'],
]

/** What a vote means, in a word; the emoji itself where nobody gave it one. */
export function voteName(emoji: string): string {
  return VOTES.find(([known]) => known === emoji)?.[1] ?? emoji
}

/** A record's own keys, in the order in which it was written. */
export function keysOf<Key extends string>(names: Readonly<Record<Key, string>>): Key[] {
  // `Object.keys` forgets the type that it was given.
  return Object.keys(names) as Key[]
}
