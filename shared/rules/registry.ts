import type { Rule } from './define-rule'

/** Every rule there is, by id: one file each, in a folder per area. */
export const rules: readonly Rule[] = Object.values(
  import.meta.glob<Rule>('./*/*.ts', { eager: true, import: 'default' }),
).sort((a, b) => (a.id < b.id ? -1 : 1))

const byId = new Map(rules.map((rule) => [rule.id, rule]))

export function ruleById(id: string): Rule | undefined {
  return byId.get(id)
}
