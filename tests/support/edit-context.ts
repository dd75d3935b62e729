import type { EditContext } from '#shared/model/edit-context'

/** Ids that count up, a clock that stands still: the same test makes the same board every time. */
export function testContext(prefix = 't', actor = 'Tester'): EditContext {
  let count = 0
  return { newId: () => `${prefix}${(++count).toString(36)}`, now: 1_700_000_000_000, actor }
}
