import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulkDetails } from '../../shared/catalogue/bulk/aliases'
import index from '../../shared/catalogue/bulk/icon-index.json'
import { modelledTerms } from '../../shared/catalogue/bulk/modelled-terms'
import { resourceDetails } from '../../shared/catalogue/bulk/resource-details'
import {
  byCategory,
  catalogue,
  groupDefinition,
  serviceById,
} from '../../shared/catalogue/catalogue'
import { categories, category } from '../../shared/catalogue/categories'
import type { FactDefinition } from '../../shared/catalogue/define'
import { groupLabelColor, groups } from '../../shared/catalogue/groups'
import { searchPalette } from '../../shared/catalogue/search'
import { GRID } from '../../shared/model/geometry'
import { GroupKind } from '../../shared/model/records'

const root = resolve(import.meta.dirname, '../..')
const full = catalogue.filter((service) => service.depth === 'full')

function iconExists(icon: string): boolean {
  return (
    existsSync(join(root, 'node_modules/aws-icons/icons', `${icon}.svg`)) ||
    existsSync(join(root, 'assets/icons', `${icon}.svg`))
  )
}

function repeated(list: readonly string[]): string[] {
  return list.filter((item, at) => list.indexOf(item) !== at)
}

describe('catalogue', () => {
  it('gives every service an id of its own', () => {
    expect(repeated(catalogue.map((service) => service.serviceId))).toEqual([])
    for (const { serviceId } of catalogue) expect(serviceId).toMatch(/^[a-z0-9][a-z0-9-]{0,99}$/)
  })

  it('has an icon file for everything', () => {
    const missing = [...catalogue, ...groups]
      .map(({ icon }) => icon)
      .concat(categories.map(({ icon }) => icon))
      .filter((icon) => icon !== null && !iconExists(icon))
    expect(missing).toEqual([])
  })

  it('knows every category and shows all of them', () => {
    for (const service of catalogue) expect(category(service.category).id).toBe(service.category)
    expect([...byCategory.keys()]).toEqual(categories.map(({ id }) => id))
    expect([...byCategory.values()].flat()).toHaveLength(catalogue.length)
  })

  it('keeps other names and purposes in lower case', () => {
    const wrong = [...catalogue, ...groups].flatMap(({ aliases, purposes }) =>
      [...aliases, ...purposes].filter(
        (term) => term !== term.toLowerCase() || term.trim() !== term,
      ),
    )
    expect(wrong).toEqual([])
  })

  it.each([...full, ...groups].map((it) => [it.name, it.facts] as const))(
    'asks properly for every fact of %s',
    (_, facts) => {
      expect(repeated(facts.map((fact) => fact.key))).toEqual([])
      for (const fact of facts) checkFact(fact)
    },
  )

  it('describes only what exists', () => {
    const described = [bulkDetails, modelledTerms, resourceDetails].flatMap((table) =>
      Object.keys(table),
    )
    expect(described.filter((id) => serviceById(id) === undefined)).toEqual([])
    expect(repeated(described)).toEqual([])
  })
})

function checkFact(fact: FactDefinition): void {
  expect(fact.key).toMatch(/^[a-z][A-Za-z0-9]*$/)
  expect(fact.label).not.toBe('')
  expect(fact.question.customer).toMatch(/\?/)
  expect(fact.question.architect).toMatch(/\?/)
  if (fact.type.kind === 'choice') {
    const values = fact.type.choices.map(({ value }) => value)
    expect(values.length).toBeGreaterThan(1)
    expect(repeated(values)).toEqual([])
    if (fact.awsDefault) expect(values).toContain(fact.awsDefault.value)
  }
  if (fact.awsDefault) expect(fact.awsDefault.source).toMatch(/^https:\/\//)
}

describe('icon set', () => {
  it('is the one of the installed package', async () => {
    const tool = '../../assets/tools/build-icon-index.mjs'
    const { buildIconIndex } = (await import(/* @vite-ignore */ tool)) as {
      buildIconIndex(): Promise<string>
    }
    const committed = readFileSync(join(root, 'shared/catalogue/bulk/icon-index.json'), 'utf8')
    expect(JSON.parse(await buildIconIndex())).toEqual(JSON.parse(committed))
  })

  it('has 300 services and 468 resources, each with a name of its own', () => {
    expect(index.services).toHaveLength(300)
    expect(index.resources).toHaveLength(468)
    expect(repeated([...index.services, ...index.resources].map(({ name }) => name))).toEqual([])
  })

  it('can put every icon on a board, by its id and by its name', () => {
    for (const { id, icon, name } of [...index.services, ...index.resources]) {
      const service = serviceById(id)
      expect(service, id).toBeDefined()
      const hits = searchPalette(name, { limit: 3 })
      const found = hits.some(
        (hit) =>
          hit.kind === 'service' &&
          (hit.definition.icon === icon || hit.definition.serviceId === id),
      )
      expect(found, `${name} → ${hits.map((hit) => hit.definition.name).join(', ')}`).toBe(true)
    }
  })
})

describe('groups', () => {
  it('are defined once for every kind', () => {
    expect(groups.map(({ groupKind }) => groupKind).sort()).toEqual([...GroupKind.options].sort())
    for (const kind of GroupKind.options) expect(groupDefinition(kind).groupKind).toBe(kind)
  })

  it('start on the grid', () => {
    for (const { defaultSize } of groups)
      expect([defaultSize.w % GRID, defaultSize.h % GRID]).toEqual([0, 0])
  })

  it.each(groups.map(({ groupKind, color }) => [groupKind, color] as const))(
    '%s: label is legible and border visible in both themes',
    (kind, color) => {
      expect(contrast(groupLabelColor(kind, 'light'), '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(groupLabelColor(kind, 'dark'), '#12151b')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color.light, '#ffffff')).toBeGreaterThanOrEqual(3)
      expect(contrast(color.dark, '#12151b')).toBeGreaterThanOrEqual(3)
    },
  )
})

/** Contrast ratio as WCAG 2.1 defines it. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
