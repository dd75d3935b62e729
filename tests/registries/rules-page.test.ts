import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '#shared/rules/registry'
import { rulesPage } from '#shared/rules/rules-page'

const path = resolve(import.meta.dirname, '../../assets/docs/what-drawbridge-checks.md')

describe('the page of all rules', () => {
  const page = rulesPage(rules)

  it('is that of the rules', () => {
    // UPDATE=1 npx vitest run tests/registries/rules-page.test.ts writes it anew.
    if (process.env['UPDATE'] === '1') writeFileSync(path, page)
    expect(readFileSync(path, 'utf8')).toBe(page)
  })

  it('names every rule once in the contents and once as a heading, with its fix and practices', () => {
    for (const { id, bestPractices } of rules) {
      expect(page.split(`- [${id}](#${id.toLowerCase()})`).length, id).toBe(2)
      const sections = page.split(`<a id="${id.toLowerCase()}"></a>`)
      expect(sections.length, id).toBe(2)
      const [section = ''] = (sections[1] ?? '').split('<a id=')
      for (const part of [...bestPractices, '**Fix offered:**']) expect(section, id).toContain(part)
    }
  })

  it('leaves nothing to fill in and no empty line of facts', () => {
    expect(page).not.toMatch(/\{(label|source|target)\}|undefined|TODO|\n- \*\*[^*]+:\*\* *\n/)
  })
})
