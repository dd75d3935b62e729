import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import { previewBoard } from '#shared/model/apply-patch'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { restack, type Restack } from '#shared/operations/stack'
import { board } from '../../support/board-text'

const order = (view: BoardView): string[] => view.children(null).map((node) => node.label)

/** The list after one step, worked out the slow way. */
function expected(list: readonly string[], moved: ReadonlySet<string>, to: Restack): string[] {
  const chosen = list.filter((one) => moved.has(one))
  const rest = list.filter((one) => !moved.has(one))
  if (to === 'front') return [...rest, ...chosen]
  if (to === 'back') return [...chosen, ...rest]
  const turned = to === 'forward' ? [...list].reverse() : [...list]
  for (let i = 1; i < turned.length; i++) {
    const [before, here] = [turned[i - 1]!, turned[i]!]
    if (moved.has(here) && !moved.has(before)) [turned[i - 1], turned[i]] = [here, before]
  }
  return to === 'forward' ? turned.reverse() : turned
}

describe('what lies over what', () => {
  it.each([1, 2, 3])('follows every step of a random sequence (seed %i)', (seed) => {
    const random = seededRandom(seed)
    let view = createBoardView(board`a:ec2, b:rds, c:s3, d:sqs, e:sns, f:alb`)
    const ways: Restack[] = ['front', 'forward', 'backward', 'back']
    for (let turn = 0; turn < 200; turn++) {
      const nodes = view.nodes.filter(() => random() < 0.4)
      const to = ways[Math.floor(random() * 4)]!
      const wanted = expected(order(view), new Set(nodes.map((node) => node.label)), to)
      const patch = restack(
        view,
        nodes.map((node) => node.id),
        to,
      )
      view = previewBoard(view, patch)
      expect(order(view)).toEqual(wanted)
    }
  })

  it('gives a new key only to what is moved', () => {
    const view = createBoardView(board`a:ec2, b:rds, c:s3, d:sqs`)
    const [a] = view.nodes
    expect(restack(view, [a!.id], 'front')).toHaveLength(1)
    expect(restack(view, [a!.id], 'back')).toEqual([])
  })
})
