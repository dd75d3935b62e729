import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import { boardChanges } from './board-changes'
import type { Rule } from './define-rule'
import { computeFacets, facetsFrom, sameFacets, type NodeFacets } from './facets'
import { judgeThing, RuleIndex } from './judge'
import { catalogueKnowledge, type Knowledge } from './knowledge'
import { Reads } from './reads'
import { isEdge, isNode, Scene, subjectOf, type Thing } from './scene'
import { subjectKey, type Verdict } from './verdict'
import { sameVerdict, Verdicts } from './verdicts'

/**
 * Judges a whole board at once: simple, obviously right, and what the live engine is compared with.
 *
 * Also the way to judge a board that is only tried out, such as the preview of a fix.
 */
export function evaluateBoard(
  view: BoardView,
  rules: readonly Rule[],
  knowledge: Knowledge = catalogueKnowledge,
): Verdicts {
  const index = new RuleIndex(rules, knowledge)
  const scene = new Scene(view, facetsFrom(computeFacets(view, knowledge)), knowledge)
  const things = thingsOn(view)
  return new Verdicts(
    things.map((thing) => judgeThing(scene, index, thing)),
    positionsOf(things),
  )
}

/** Keeps the verdicts on one board current while it is edited. */
export interface RulesEngine {
  /**
   * Verdicts on this state of the board.
   *
   * Records that did not change since the last call must keep their identity: only what read a changed one is
   * judged again. A view of another board starts afresh.
   */
  update(view: BoardView): Verdicts
}

export function createRulesEngine(
  rules: readonly Rule[],
  knowledge: Knowledge = catalogueKnowledge,
): RulesEngine {
  return new LiveEngine(rules, knowledge)
}

/** One per node, connector and board: its verdicts, and the names of all that was read for them. */
interface Cell {
  thing: Thing
  verdicts: readonly Verdict[]
  reads: ReadonlySet<string>
}

class LiveEngine implements RulesEngine {
  private readonly index: RuleIndex
  private view: BoardView | null = null
  private facets: ReadonlyMap<NodeId, NodeFacets> = new Map()
  private readonly cells = new Map<string, Cell>()
  private readonly readers = new Map<string, Set<string>>()
  private lists: (readonly Verdict[])[] = []
  private positions: ReadonlyMap<string, number> = new Map()
  private current: Verdicts | null = null

  constructor(
    rules: readonly Rule[],
    private readonly knowledge: Knowledge,
  ) {
    this.index = new RuleIndex(rules, knowledge)
  }

  update(view: BoardView): Verdicts {
    const before = this.view
    if (before === view && this.current) return this.current
    this.view = view
    if (!before || before.board.id !== view.board.id) return this.startAfresh(view)

    const changes = boardChanges(before, view)
    const { names } = changes
    if (changes.graph) {
      const facets = computeFacets(view, this.knowledge)
      for (const [id, now] of facets) if (!sameFacets(now, this.facets.get(id))) names.add(`f${id}`)
      for (const id of this.facets.keys()) if (!facets.has(id)) names.add(`f${id}`)
      this.facets = facets
    }
    for (const gone of changes.removed) this.drop(keyOf(gone))
    const stale = new Set<string>(changes.added.map(keyOf))
    for (const name of names) for (const key of this.readers.get(name) ?? NO_KEYS) stale.add(key)
    if (stale.size === 0 && !changes.lists && this.current) return this.current

    const scene = new Scene(view, facetsFrom(this.facets), this.knowledge)
    const added = new Map<string, Thing>(changes.added.map((thing) => [keyOf(thing), thing]))
    const changed: string[] = []
    for (const key of stale) {
      const cell = this.cells.get(key)
      const thing = added.get(key) ?? (cell && currentOf(view, cell.thing))
      if (thing && this.judge(scene, key, thing)) changed.push(key)
    }
    if (changed.length === 0 && !changes.lists && this.current) return this.current
    return this.publish(view, changed, changes.lists)
  }

  private startAfresh(view: BoardView): Verdicts {
    this.cells.clear()
    this.readers.clear()
    this.facets = computeFacets(view, this.knowledge)
    const scene = new Scene(view, facetsFrom(this.facets), this.knowledge)
    for (const thing of thingsOn(view)) this.judge(scene, keyOf(thing), thing)
    return this.publish(view, [], true)
  }

  /** Judges one thing again; says whether its verdicts changed. */
  private judge(scene: Scene, key: string, thing: Thing): boolean {
    const reads = new Reads()
    scene.reads = reads
    const made = judgeThing(scene, this.index, thing)
    const known = this.cells.get(key)
    const verdicts = known ? keepSame(known.verdicts, made) : made
    for (const name of known?.reads ?? NO_KEYS) if (!reads.names.has(name)) this.forget(name, key)
    for (const name of reads.names) {
      if (known?.reads.has(name)) continue
      const readers = this.readers.get(name)
      if (readers) readers.add(key)
      else this.readers.set(name, new Set([key]))
    }
    this.cells.set(key, { thing, verdicts, reads: reads.names })
    return verdicts !== known?.verdicts
  }

  private drop(key: string): void {
    for (const name of this.cells.get(key)?.reads ?? NO_KEYS) this.forget(name, key)
    this.cells.delete(key)
  }

  private forget(name: string, key: string): void {
    const readers = this.readers.get(name)
    readers?.delete(key)
    if (readers?.size === 0) this.readers.delete(name)
  }

  private publish(view: BoardView, changed: readonly string[], structure: boolean): Verdicts {
    if (structure) {
      const things = thingsOn(view)
      this.positions = positionsOf(things)
      this.lists = things.map((thing) => this.cells.get(keyOf(thing))?.verdicts ?? [])
    } else {
      this.lists = this.lists.slice()
      for (const key of changed) {
        const at = this.positions.get(key)
        const verdicts = this.cells.get(key)?.verdicts
        if (at !== undefined && verdicts) this.lists[at] = verdicts
      }
    }
    this.current = new Verdicts(this.lists, this.positions)
    return this.current
  }
}

const NO_KEYS: ReadonlySet<string> = new Set()

const keys = new WeakMap<Thing, string>()

/** {@link subjectKey} of a record, remembered as long as the record lives: it is looked up all the time. */
function keyOf(thing: Thing): string {
  const known = keys.get(thing)
  if (known !== undefined) return known
  const made = subjectKey(subjectOf(thing))
  keys.set(thing, made)
  return made
}

function thingsOn(view: BoardView): Thing[] {
  return [...view.nodes, ...view.edges, view.board]
}

function positionsOf(things: readonly Thing[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>()
  things.forEach((thing, i) => positions.set(keyOf(thing), i))
  return positions
}

function currentOf(view: BoardView, thing: Thing): Thing | undefined {
  if (isEdge(thing)) return view.edge(thing.id)
  return isNode(thing) ? view.node(thing.id) : view.board
}

function keepSame(known: readonly Verdict[], made: readonly Verdict[]): readonly Verdict[] {
  let same = known.length === made.length
  const kept = made.map((verdict, i) => {
    const old = known[i]
    if (old && sameVerdict(old, verdict)) return old
    same = false
    return verdict
  })
  return same ? known : kept
}
