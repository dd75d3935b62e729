import { describe, expect, it } from 'vitest'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import type { FactDefinition } from '#shared/catalogue/define'
import { edgeFacts } from '#shared/catalogue/edge-facts'
import type { BoardView } from '#shared/model/board-view'
import { contains, GROUP_HEADER, GROUP_PADDING, intersects } from '#shared/model/geometry'
import type { BoardEdge, BoardNode, FactValue } from '#shared/model/records'
import { routeBoard } from '#shared/render/edges'
import { nodeDrawing } from '#shared/render/node-drawing'
import { coverageOf } from '#shared/rules/coverage'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import { templateDrawing } from '#shared/templates/drawing'
import { templates } from '#shared/templates/templates'

/** All lie on multiples of this, board units. */
const SPACING = 24
const MOST_BENDS = 3

const percent = (part: number | null): string => `${Math.round((part ?? 0) * 100)} %`

const cases = templates.map((template) => {
  const { view } = templateDrawing(template)
  const verdicts = evaluateBoard(view, rules)
  const { posture, coverage, ask } = coverageOf(verdicts.all).overall
  const name = `${template.templateId}: posture ${percent(posture)}, coverage ${percent(coverage)}, ${ask} questions`
  return [name, { template, view, verdicts }] as const
})

describe('the reference architectures', () => {
  it('are many, each with a name and a source of its own', () => {
    expect(templates.length).toBeGreaterThanOrEqual(14)
    expect(new Set(templates.map(({ templateId }) => templateId)).size).toBe(templates.length)
    expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length)
    for (const { source } of templates)
      expect(source.url).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//)
  })

  describe.each(cases)('%s', (_, { template, view, verdicts }) => {
    it('breaks no rule, and no rule breaks on it', () => {
      expect(verdicts.findings.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([])
      expect(verdicts.withOutcome('error')).toEqual([])
    })

    it('claims nothing that the customer has to say', () => {
      const said = view.nodes.flatMap(({ label, facts }) =>
        Object.keys(facts).map((key) => `${label}: ${key}`),
      )
      for (const key of ['owner', 'costTag', 'pricing', 'dutiesAgreed', 'cpuUtilization'])
        expect(said.filter((fact) => fact.endsWith(`: ${key}`))).toEqual([])
    })

    it('says only what the catalogue knows, as assumed', () => {
      for (const node of view.nodes) {
        const definition =
          node.kind === 'service' ? serviceById(node.serviceId) : groupDefinition(node.groupKind)
        expect(definition, node.label).toBeDefined()
        expectKnown(node, definition?.facts ?? [])
      }
      for (const edge of view.edges) expectKnown(edge, edgeFacts)
    })

    it('lies on the grid, nothing on anything else, all inside its group', () => {
      for (const node of view.nodes) {
        expect([node.x % SPACING, node.y % SPACING], node.label).toEqual([0, 0])
        const parent = view.parent(node.id)
        if (parent)
          expect(contains(inside(parent), node), `${node.label} in ${parent.label}`).toBe(true)
      }
      expect(overlaps(view)).toEqual([])
    })

    it('shows every label in full', () => {
      for (const node of view.nodes) {
        const { label } = nodeDrawing(node)
        const lines = Array.isArray(label) ? label : [label]
        expect(lines.map((line) => line?.text).join(' ')).toBe(node.label)
      }
    })

    it('has connectors with few bends that cross no icon and no label', () => {
      const routes = routeBoard(view)
      for (const edge of view.edges) {
        const points = routes.get(edge.id)?.points ?? []
        const name = `${view.node(edge.source)?.label} → ${view.node(edge.target)?.label}`
        expect(points.length - 2, name).toBeLessThanOrEqual(MOST_BENDS)
        const others = view.nodes.filter(({ id }) => id !== edge.source && id !== edge.target)
        const hit = others.filter((node) => words(node).some((box) => crosses(points, box)))
        expect(
          hit.map(({ label }) => label),
          name,
        ).toEqual([])
      }
    })

    it('is drawn the same each time', () => {
      const again = templateDrawing({ ...template }).view
      expect(again.nodes).toEqual(view.nodes)
      expect(again.edges).toEqual(view.edges)
    })
  })
})

function expectKnown(
  { label, facts }: BoardNode | BoardEdge,
  known: readonly FactDefinition[],
): void {
  for (const [key, { value, source }] of Object.entries(facts)) {
    const definition = known.find((fact) => fact.key === key)
    expect(definition, `${label}: ${key}`).toBeDefined()
    expect(definition && fits(definition, value), `${label}: ${key} = ${String(value)}`).toBe(true)
    expect(source).toBe('assumed')
  }
}

function fits({ type }: FactDefinition, value: FactValue | null): boolean {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'text':
      return typeof value === 'string'
    case 'choice':
      return type.choices.some((choice) => choice.value === value)
  }
}

function inside({ x, y, w, h }: BoardNode): { x: number; y: number; w: number; h: number } {
  const top = GROUP_HEADER + GROUP_PADDING / 2
  return {
    x: x + GROUP_PADDING,
    y: y + top,
    w: w - 2 * GROUP_PADDING,
    h: h - top - GROUP_PADDING,
  }
}

function overlaps(view: BoardView): string[] {
  return view.nodes.flatMap((node) =>
    view
      .children(node.parentId)
      .filter((other) => other.id > node.id && intersects(other, node))
      .map((other) => `${node.label} and ${other.label}`),
  )
}

function words(node: BoardNode): { x: number; y: number; w: number; h: number }[] {
  const drawing = nodeDrawing(node)
  if (drawing.kind === 'service') return [drawing.icon, drawing.labelBox]
  return drawing.labelBox ? [drawing.labelBox] : []
}

function crosses(
  points: readonly { x: number; y: number }[],
  box: { x: number; y: number; w: number; h: number },
): boolean {
  return points.some((to, at) => {
    const from = points[at - 1]
    if (!from) return false
    const run = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(from.x - to.x),
      h: Math.abs(from.y - to.y),
    }
    return intersects(run, box)
  })
}
