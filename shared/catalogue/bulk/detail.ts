import type { ServiceScope, Trait } from '../define'

/** What the icon set does not say of a service or resource. */
export interface BulkDetail {
  shortName?: string
  aliases?: readonly string[]
  purposes?: readonly string[]
  scope?: ServiceScope
  traits?: readonly Trait[]
}

/** Reads "a, b, c": a table of hundreds of short lists stays readable. */
export function terms(list: string): readonly string[] {
  return list
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '')
}

export function detail(
  aliases: string,
  purposes: string,
  more: Omit<BulkDetail, 'aliases' | 'purposes'> = {},
): BulkDetail {
  return { aliases: terms(aliases), purposes: terms(purposes), ...more }
}
