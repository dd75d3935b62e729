import { describe, expect, it } from 'vitest'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import { mappings } from '#shared/formats/importers/cloudformation/types/all-types'
import { contains, intersects } from '#shared/model/geometry'
import { BoardEdge, BoardNode } from '#shared/model/records'
import { SHOP } from '../../support/shop-template'
import { importTemplate } from '../../support/template-board'

describe('the board that an import makes', () => {
  const { content } = importTemplate(SHOP)

  it('has one target board of valid records', () => {
    expect(content.boards).toMatchObject([{ kind: 'target', name: 'shop' }])
    for (const node of content.nodes) expect(BoardNode.safeParse(node).success).toBe(true)
    for (const edge of content.edges) expect(BoardEdge.safeParse(edge).success).toBe(true)
    expect(importTemplate(SHOP, { boardKind: 'current' }).content.boards[0]?.kind).toBe('current')
  })

  it('places everything inside its group and over nothing else', () => {
    for (const a of content.nodes) {
      const parent = content.nodes.find(({ id }) => id === a.parentId)
      if (parent) expect(contains(parent, a), a.label).toBe(true)
      for (const b of content.nodes)
        if (a !== b && a.parentId === b.parentId)
          expect(intersects(a, b), `${a.label} ${b.label}`).toBe(false)
    }
  })

  it('is the same for the same template', () => {
    expect(importTemplate(SHOP).content).toEqual(content)
  })
})

describe('the table of types', () => {
  it('names services, groups, types and facts that there are', () => {
    const faults: string[] = []
    for (const [type, mapping] of mappings) {
      if (mapping.elsewhere !== undefined && !mappings.has(mapping.elsewhere))
        faults.push(`${type}: no type ${mapping.elsewhere}`)
      if (typeof mapping.service === 'string' && !serviceById(mapping.service))
        faults.push(`${type}: no service ${mapping.service}`)
      const known =
        typeof mapping.service === 'string'
          ? serviceById(mapping.service)?.facts
          : mapping.group && groupDefinition(mapping.group).facts
      for (const key of Object.keys(mapping.facts ?? {}))
        if (known && !known.some((fact) => fact.key === key)) faults.push(`${type}: no fact ${key}`)
    }
    expect(faults).toEqual([])
  })

  it('knows more than five hundred types', () => {
    expect(mappings.size).toBeGreaterThan(500)
  })
})
