import { importCloudFormation } from '#shared/formats/importers/cloudformation/import-cloudformation'
import { createBoardView } from '#shared/model/board-view'
import { contains, intersects } from '#shared/model/geometry'
import { BoardNode } from '#shared/model/records'
import { boardContent } from '#shared/model/session'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'

/** Imports templates one after another and counts what became of them. */
export class Collection {
  readonly crashes: { name: string; error: string }[] = []
  private readonly refused = new Map<string, string[]>()
  private readonly notImported = new Map<string, number>()
  private readonly times: { name: string; ms: number; resources: number }[] = []
  private readonly wrong: string[] = []
  private readonly outcomes = new Map<string, number>()
  private files = 0
  private templates = 0
  private resources = 0
  private drawn = 0
  private nodes = 0
  private edges = 0

  add(name: string, text: string): void {
    this.files++
    const start = performance.now()
    try {
      let ids = 0
      const result = importCloudFormation(text, {
        fileName: name,
        edit: { newId: () => `n${(++ids).toString(36)}`, now: 0, actor: 'collection' },
      })
      if (!result.ok) {
        count(this.refused, result.code, `${name}: ${result.detail}`)
        return
      }
      this.templates++
      const all = result.subjects.size + result.notImported.length
      this.times.push({ name, ms: performance.now() - start, resources: all })
      this.resources += all
      this.drawn += result.subjects.size
      this.nodes += result.content.nodes.length
      this.edges += result.content.edges.length
      for (const { type, reason } of result.notImported)
        this.notImported.set(
          `${type}: ${reason}`,
          (this.notImported.get(`${type}: ${reason}`) ?? 0) + 1,
        )
      this.check(name, result.content.nodes)
      const [board] = result.content.boards
      const content = board && boardContent(result.content, board.id)
      if (!content) throw new Error('No board')
      for (const { outcome, ruleId } of evaluateBoard(createBoardView(content), rules).all) {
        this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
        if (outcome === 'error') throw new Error(`${ruleId} failed`)
      }
    } catch (error) {
      this.crashes.push({ name, error: String(error instanceof Error ? error.stack : error) })
    }
  }

  /** Every record is valid, inside its group, and over no sibling. */
  private check(name: string, nodes: readonly BoardNode[]): void {
    const byId = new Map(nodes.map((node) => [node.id, node]))
    const siblings = new Map<string | null, BoardNode[]>()
    for (const node of nodes) {
      const valid = BoardNode.safeParse(node)
      if (!valid.success) this.wrong.push(`${name}: ${node.label}: ${valid.error.message}`)
      const parent = node.parentId === null ? undefined : byId.get(node.parentId)
      if (parent && !contains(parent, node)) this.wrong.push(`${name}: ${node.label} sticks out`)
      const list = siblings.get(node.parentId)
      if (list) list.push(node)
      else siblings.set(node.parentId, [node])
    }
    for (const list of siblings.values())
      for (const [i, a] of list.entries())
        for (const b of list.slice(i + 1))
          if (intersects(a, b)) this.wrong.push(`${name}: ${a.label} lies over ${b.label}`)
  }

  *report(all: boolean): Generator<string> {
    yield `${this.files} files: ${this.templates} templates, ${this.resources} resources, ${this.drawn} of them drawn (${((100 * this.drawn) / Math.max(1, this.resources)).toFixed(1)} %), ${this.nodes} nodes, ${this.edges} connectors, ${this.crashes.length} crashes, ${this.wrong.length} misplaced`
    yield `verdicts: ${[...this.outcomes].map(([outcome, n]) => `${n} ${outcome}`).join(', ')}`
    for (const { name, error } of this.crashes) yield `CRASH ${name}: ${error}`
    for (const line of this.wrong.slice(0, all ? undefined : 20)) yield line
    for (const [code, names] of this.refused) {
      yield `${code}: ${names.length}`
      if (all || code !== 'template.not-a-template')
        for (const line of names.slice(0, all ? undefined : 20)) yield `  ${line}`
    }
    yield 'not drawn:'
    const types = [...this.notImported].sort((a, b) => b[1] - a[1])
    for (const [type, n] of types.slice(0, all ? undefined : 40))
      yield `  ${String(n).padStart(5)} ${type}`
    yield 'slowest:'
    const slow = this.times.sort((a, b) => b.ms - a.ms).slice(0, 10)
    for (const { name, ms, resources } of slow)
      yield `  ${ms.toFixed(0).padStart(5)} ms, ${resources} resources: ${name}`
  }
}

function count(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
