import {
  importCloudFormation,
  type ImportOptions,
  type ImportResult,
} from '#shared/formats/importers/cloudformation/import-cloudformation'
import type { BoardNode, FactValue } from '#shared/model/records'
import { testContext } from './edit-context'

type Imported = Extract<ImportResult, { ok: true }>

/** A template's board, with words to ask it. */
export interface TemplateBoard extends Imported {
  /** The node that stands for a logical id. */
  node(logicalId: string): BoardNode
  /** Value of a fact; `undefined` where nothing is said. */
  fact(logicalId: string, key: string): FactValue | null | undefined
  /** Labels of the groups around, nearest first. */
  around(logicalId: string): string[]
  /** Every connector as `from -kind-> to`, by label. */
  connectors: string[]
}

export function importTemplate(
  template: string | object,
  options: Partial<ImportOptions> = {},
): TemplateBoard {
  const text = typeof template === 'string' ? template : JSON.stringify(template)
  const result = importCloudFormation(text, {
    fileName: 'shop.yaml',
    edit: testContext(),
    ...options,
  })
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`)
  const byId = new Map(result.content.nodes.map((node) => [String(node.id), node]))
  const node = (logicalId: string): BoardNode => {
    const subject = result.subjects.get(logicalId)
    const found = subject && byId.get(subject.id)
    if (!found) throw new Error(`nothing on the board stands for ${logicalId}`)
    return found
  }
  const around = (logicalId: string): string[] => {
    const labels: string[] = []
    for (let up = node(logicalId).parentId; up !== null;) {
      const group = byId.get(up)
      if (!group) break
      labels.push(group.label)
      up = group.parentId
    }
    return labels
  }
  return {
    ...result,
    node,
    around,
    fact: (logicalId, key) => node(logicalId).facts[key]?.value,
    connectors: result.content.edges.map(
      (edge) => `${byId.get(edge.source)?.label} -${edge.kind}-> ${byId.get(edge.target)?.label}`,
    ),
  }
}

/** A template of these resources. */
export function resources(declared: Record<string, unknown>, more: object = {}): object {
  return { ...more, Resources: declared }
}
