import type { BoardView } from '../model/board-view'
import { takeChanges, type BoardChanges } from './board-changes'
import { BoardGraph } from './board-graph'
import type { Rule } from './define-rule'
import { FacetTable } from './facets'
import { judge, judgeThing } from './judge'
import { catalogueKnowledge, type Knowledge } from './knowledge'
import { allAtOnce, type Pieces } from '../lib/pieces'
import { ASPECTS, nameOf, Readers, Reads } from './reads'
import { RuleIndex } from './rule-index'
import { isEdge, isNode, Scene, subjectOf, thingsOn, type Thing } from './scene'
import type { Verdict } from './verdict'
import { sameVerdict, Verdicts, type VerdictChange } from './verdicts'

/**
 * Judges a whole board at once: simple, obviously right, and what the live engine is compared with.
 *
 * Also the way to judge a board that is only looked at once.
 */
export function evaluateBoard(
  view: BoardView,
  rules: readonly Rule[],
  knowledge: Knowledge = catalogueKnowledge,
): Verdicts {
  const index = new RuleIndex(rules, knowledge)
  const graph = new BoardGraph(view, knowledge)
  const scene = new Scene(view, FacetTable.of(view, graph), knowledge)
  return new Verdicts(view, graph, {
    nodes: view.nodes.map((node) => judgeThing(scene, index, node)),
    edges: view.edges.map((edge) => judgeThing(scene, index, edge)),
    board: judgeThing(scene, index, view.board),
  })
}

/** What was said about one thing, and the names of all that was read for it. Plain data: it crosses to a worker. */
export interface Judged {
  verdicts: readonly Verdict[]
  reads: readonly number[]
}

/** A part of a first check: the things from `from` on, nodes in drawing order, then connectors, then the board. */
export interface ColdPart {
  from: number
  judged: readonly Judged[]
  /** Ids that were looked for and are not on the board, in the order in which they got their slots. */
  missing: readonly string[]
}

/** The first check of a board, in parts, so that it can be done elsewhere and shown as it comes in. */
export function* checkInParts(
  view: BoardView,
  rules: readonly Rule[],
  thingsPerPart: number,
  knowledge: Knowledge = catalogueKnowledge,
): Generator<ColdPart> {
  const index = new RuleIndex(rules, knowledge)
  const graph = new BoardGraph(view, knowledge)
  const reads = new Reads(graph)
  const scene = new Scene(view, FacetTable.of(view, graph), knowledge, reads)
  const things = thingsOn(view)
  let known = graph.size
  for (let from = 0; from < things.length; from += thingsPerPart) {
    const judged = things.slice(from, from + thingsPerPart).map((thing) => {
      reads.begin()
      const verdicts = judgeThing(scene, index, thing)
      return { verdicts, reads: reads.names() }
    })
    const missing = [...graph.nodeSlots].slice(known).map(([id]) => id)
    known = graph.nodeSlots.size
    yield { from, judged, missing }
  }
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
  /** The same in pieces of a few milliseconds; until it is finished, nothing else may be asked of the engine. */
  follow(view: BoardView): Pieces<Verdicts>
  /** Begins with a board whose first check is done elsewhere, see {@link checkInParts}; in pieces. */
  adopt(view: BoardView): Pieces<Adoption>
}

/** A first check coming in. Until it is finished, {@link RulesEngine.update} must not be called. */
export interface Adoption {
  /** Takes the next part in; says how much of the board is done, 0 to 1. */
  take(part: ColdPart): number
  /** What there is so far. */
  verdicts(): Verdicts
}

export function createRulesEngine(
  rules: readonly Rule[],
  knowledge: Knowledge = catalogueKnowledge,
): RulesEngine {
  return new LiveEngine(rules, knowledge)
}

interface Cell extends Judged {
  thing: Thing
}

/** Why a cell may have to be judged again. */
interface Stale {
  /** It is new, or itself something else. */
  full: boolean
  /** Something around it is different. */
  around: boolean
  /** Facts that are different, its own or others'. */
  keys: string[]
}

/** Things judged again in one piece of {@link RulesEngine.follow}. */
const THINGS_AT_A_TIME = 10

/** One per node, connector and board, numbered: twice a node's slot, that of a connector plus one, or this. */
const BOARD_CELL = -1

class LiveEngine implements RulesEngine {
  private readonly index: RuleIndex
  private view: BoardView | null = null
  private graph!: BoardGraph
  private facets!: FacetTable
  private reads!: Reads
  private readers = new Readers()
  private nodeCells: (Cell | undefined)[] = []
  private edgeCells: (Cell | undefined)[] = []
  /** The same cells' verdicts, so that a snapshot of all is one copy. */
  private nodeVerdicts: (readonly Verdict[] | undefined)[] = []
  private edgeVerdicts: (readonly Verdict[] | undefined)[] = []
  private boardCell: Cell | undefined
  private current: Verdicts | null = null

  constructor(
    rules: readonly Rule[],
    private readonly knowledge: Knowledge,
  ) {
    this.index = new RuleIndex(rules, knowledge)
  }

  update(view: BoardView): Verdicts {
    return allAtOnce(this.follow(view))
  }

  *follow(view: BoardView): Pieces<Verdicts> {
    const before = this.view
    if (before === view && this.current) return this.current
    if (!before || before.board.id !== view.board.id || this.isWorn()) return this.startAfresh(view)
    this.view = view
    const changes = takeChanges(before, view, this.graph)
    yield
    yield* this.followFacets(view, changes)
    yield

    const changed: VerdictChange[] = []
    for (const slot of changes.removed.nodes) this.drop(slot * 2, changed)
    for (const slot of changes.removed.edges) this.drop(slot * 2 + 1, changed)
    const stale = this.staleCells(changes)
    const scene = new Scene(view, this.facets, this.knowledge, this.reads)
    const added = new Map<number, Thing>(
      changes.added.map((thing) => [this.numberOf(thing), thing]),
    )
    let judged = 0
    for (const [number, why] of stale) {
      const thing = added.get(number) ?? this.thingOf(view, number)
      if (thing) this.judgeAgain(scene, number, thing, why, changed)
      if (++judged % THINGS_AT_A_TIME === 0) yield
    }
    if (changed.length === 0 && !changes.lists && this.current) return this.current
    return this.publish(view, changed)
  }

  *adopt(view: BoardView): Pieces<Adoption> {
    yield* this.begin(view)
    const things = thingsOn(view)
    let done = 0
    return {
      take: ({ from, judged, missing }) => {
        for (const id of missing) this.graph.slotOf({ id })
        judged.forEach(({ verdicts, reads }, i) => {
          const thing = things[from + i]
          if (thing) this.keep(this.numberOf(thing), { thing, verdicts, reads })
        })
        done += judged.length
        return things.length === 0 ? 1 : done / things.length
      },
      verdicts: () => this.publish(view, null),
    }
  }

  private startAfresh(view: BoardView): Verdicts {
    allAtOnce(this.begin(view))
    const scene = new Scene(view, this.facets, this.knowledge, this.reads)
    for (const thing of thingsOn(view)) {
      this.reads.begin()
      const verdicts = judgeThing(scene, this.index, thing)
      this.keep(this.numberOf(thing), { thing, verdicts, reads: this.reads.names() })
    }
    return this.publish(view, null)
  }

  private *begin(view: BoardView): Pieces<void> {
    this.view = view
    this.graph = new BoardGraph(view, this.knowledge)
    yield
    this.facets = yield* FacetTable.inPieces(view, this.graph)
    this.reads = new Reads(this.graph)
    this.readers = new Readers()
    this.nodeCells = []
    this.edgeCells = []
    this.nodeVerdicts = []
    this.edgeVerdicts = []
    this.boardCell = undefined
  }

  /** So many slots belong to what is gone that a new start is cheaper. */
  private isWorn(): boolean {
    const { size, nodeSlots, kinds, edgeSlots } = this.graph
    return size + kinds.length > 2 * (nodeSlots.size + edgeSlots.size) + 4096
  }

  private *followFacets(view: BoardView, { parts, names }: BoardChanges): Pieces<void> {
    if (!parts.requests && !parts.tiers && !parts.chains && !parts.networks) return
    const before = this.facets
    this.facets = yield* FacetTable.inPieces(view, this.graph, parts, before)
    this.facets.compare(before, (slot) => names.add(nameOf(ASPECTS.facets, slot)))
  }

  private staleCells(changes: BoardChanges): Map<number, Stale> {
    const stale = new Map<number, Stale>()
    const at = (number: number): Stale => {
      const known = stale.get(number)
      if (known) return known
      const made: Stale = { full: false, around: false, keys: [] }
      stale.set(number, made)
      return made
    }
    for (const thing of changes.added) at(this.numberOf(thing)).full = true
    for (const name of changes.names) {
      const keys = changes.factKeys.get(name)
      for (const number of this.readers.of(name)) {
        const why = at(number)
        if (keys) why.keys.push(...keys)
        else if (name === ownName(number)) why.full = true
        else why.around = true
      }
    }
    return stale
  }

  /** Judges a thing by the rules that may see a difference. */
  private judgeAgain(
    scene: Scene,
    number: number,
    thing: Thing,
    why: Stale,
    changed: VerdictChange[],
  ): void {
    const known = this.cellAt(number)
    const rules = this.index.rulesFor(thing)
    const asksAgain = (rule: Rule): boolean => {
      if (why.full || !known) return true
      const { ownOnly, keys } = this.index.reachOf(rule)
      return (why.around && !ownOnly) || why.keys.some((key) => keys.has(key))
    }
    let skipped = false
    this.reads.begin()
    scene.look(thing)
    const verdicts = rules.map((rule, i) => {
      const old = known?.verdicts[i]
      if (old && old.ruleId === rule.id && !asksAgain(rule)) {
        skipped = true
        return old
      }
      const made = judge(scene, rule, thing)
      return old && sameVerdict(old, made) ? old : made
    })
    const names = this.reads.names()
    const reads = skipped && known ? union(known.reads, names) : names
    const same =
      known?.verdicts.length === verdicts.length &&
      verdicts.every((verdict, i) => verdict === known.verdicts[i])
    this.keep(number, { thing, verdicts: same ? known.verdicts : verdicts, reads })
    if (!same)
      changed.push({ subject: subjectOf(thing), before: known?.verdicts ?? [], after: verdicts })
  }

  private keep(number: number, cell: Cell): void {
    const known = this.cellAt(number)
    if (!known) for (const name of cell.reads) this.readers.add(name, number)
    else if (!sameNames(known.reads, cell.reads)) {
      const now = new Set(cell.reads)
      for (const name of known.reads) if (!now.has(name)) this.readers.remove(name, number)
      const before = new Set(known.reads)
      for (const name of cell.reads) if (!before.has(name)) this.readers.add(name, number)
    }
    this.setCell(number, cell)
  }

  private drop(number: number, changed: VerdictChange[]): void {
    const cell = this.cellAt(number)
    if (!cell) return
    for (const name of cell.reads) this.readers.remove(name, number)
    this.setCell(number, undefined)
    changed.push({ subject: subjectOf(cell.thing), before: cell.verdicts, after: [] })
  }

  private cellAt(number: number): Cell | undefined {
    if (number === BOARD_CELL) return this.boardCell
    return (number & 1) === 0 ? this.nodeCells[number >> 1] : this.edgeCells[number >> 1]
  }

  private setCell(number: number, cell: Cell | undefined): void {
    const slot = number >> 1
    if (number === BOARD_CELL) this.boardCell = cell
    else if ((number & 1) === 0) {
      this.nodeCells[slot] = cell
      this.nodeVerdicts[slot] = cell?.verdicts
    } else {
      this.edgeCells[slot] = cell
      this.edgeVerdicts[slot] = cell?.verdicts
    }
  }

  private numberOf(thing: Thing): number {
    if (isEdge(thing)) return this.graph.edgeSlotOf(thing) * 2 + 1
    return isNode(thing) ? this.graph.slotOf(thing) * 2 : BOARD_CELL
  }

  private thingOf(view: BoardView, number: number): Thing | undefined {
    if (number === BOARD_CELL) return view.board
    const cell = this.cellAt(number)
    if (cell && isEdge(cell.thing)) return view.edge(cell.thing.id)
    if (cell && isNode(cell.thing)) return view.node(cell.thing.id)
    return (number & 1) === 0 ? (this.graph.nodes[number >> 1] ?? undefined) : undefined
  }

  private publish(view: BoardView, changes: readonly VerdictChange[] | null): Verdicts {
    this.current = new Verdicts(
      view,
      this.graph,
      {
        nodes: this.nodeVerdicts.slice(),
        edges: this.edgeVerdicts.slice(),
        board: this.boardCell?.verdicts ?? [],
      },
      changes,
    )
    return this.current
  }
}

/** The name under which a cell reads what it is itself. */
function ownName(number: number): number {
  if (number === BOARD_CELL) return nameOf(ASPECTS.board, 0)
  return (number & 1) === 0
    ? nameOf(ASPECTS.identity, number >> 1)
    : nameOf(ASPECTS.edgeIdentity, number >> 1)
}

function sameNames(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((name, i) => name === b[i]))
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  const known = new Set(a)
  const more = b.filter((name) => !known.has(name))
  return more.length === 0 ? a : [...a, ...more]
}
