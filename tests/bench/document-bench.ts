import * as Y from 'yjs'
import { applyPatch, LocalEdit, writeContent } from '#shared/doc/document'
import { createProjection } from '#shared/doc/projection'
import { seededRandom } from '#shared/lib/random'
import type { Patch } from '#shared/model/patch'
import { emptySession, type SessionContent } from '#shared/model/session'
import { largeBoard } from './large-board'

const ROUNDS = 7
const EDITS = 200
const ACTOR = new LocalEdit('bench')

/** Lines of a table: milliseconds at p50 and p95, by board size and what is done to the document. */
export function* runBench(sizes: readonly number[]): Generator<string> {
  yield ['nodes', 'edges', 'step', 'p50', 'p95'].map((cell) => cell.padStart(14)).join('')
  for (const size of sizes) {
    const { board, nodes, edges } = largeBoard(size)
    const meta = { title: 'Bench', customer: '', createdAt: 0 }
    const content: SessionContent = { ...emptySession(meta), boards: [board], nodes, edges }
    const row = (step: string, times: readonly number[]): string => {
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number): string =>
        (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
      return [size, edges.length, step, at(0.5), at(0.95)]
        .map((cell) => String(cell).padStart(14))
        .join('')
    }
    const doc = (): Y.Doc => {
      const made = new Y.Doc()
      writeContent(made, content)
      return made
    }
    yield row(
      'write',
      rounds(() => undefined, doc),
    )
    yield row('encode', rounds(doc, Y.encodeStateAsUpdate))
    const update = Y.encodeStateAsUpdate(doc())
    yield row(
      'apply',
      rounds(
        () => new Y.Doc(),
        (empty) => Y.applyUpdate(empty, update),
      ),
    )
    const loaded = (): Y.Doc => {
      const made = new Y.Doc()
      Y.applyUpdate(made, update)
      return made
    }
    yield row(
      'project',
      rounds(loaded, (made) => createProjection(made).snapshot().board(board.id)),
    )
    for (const [step, times] of Object.entries(edits(loaded(), content))) yield row(step, times)
    yield `${' '.repeat(28)}${'update'.padStart(14)}${`${(update.byteLength / 1e6).toFixed(2)} MB`.padStart(14)}`
  }
}

function rounds<T>(before: () => T, step: (made: T) => unknown): number[] {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const made = before()
    const start = performance.now()
    step(made)
    times.push(performance.now() - start)
  }
  return times
}

/** Each edit with the snapshot and the view of the board after it. */
function edits(doc: Y.Doc, { boards, nodes, edges }: SessionContent): Record<string, number[]> {
  const random = seededRandom(7)
  const projection = createProjection(doc)
  const time = (patch: Patch): number => {
    const start = performance.now()
    applyPatch(doc, patch, ACTOR)
    projection.snapshot().board(boards[0]!.id)
    return performance.now() - start
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const many = (step: () => Patch): number[] => Array.from({ length: EDITS }, () => time(step()))
  const move = many(() => [
    { op: 'setNode', id: pick(nodes).id, set: { x: Math.floor(random() * 1000), y: 8 } },
  ])
  const label = many(() => [{ op: 'setEdge', id: pick(edges).id, set: { label: `${random()}` } }])
  const gone = nodes.filter(({ kind }) => kind === 'service').slice(0, 100)
  const remove = time(gone.map(({ id }) => ({ op: 'removeNode', id })))
  const add = gone.map((node) => time([{ op: 'addNode', node }]))
  return { 'move node': move, 'label edge': label, 'delete 100': [remove], 'add node': add }
}
