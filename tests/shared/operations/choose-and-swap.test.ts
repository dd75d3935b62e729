import { describe, expect, it } from 'vitest'
import { scopeOf } from '#shared/catalogue/scope-of'
import { previewBoard } from '#shared/model/apply-patch'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import { sameSize } from '#shared/operations/arrange'
import { connectedTo, sameKind } from '#shared/operations/choose'
import { layoutScope } from '#shared/operations/layout-scope'
import { swapService } from '#shared/operations/swap'
import { board } from '../../support/board-text'

const idOf = (view: BoardView, label: string): NodeId =>
  view.nodes.find((node) => node.label === label)!.id
const labels = (view: BoardView, ids: readonly NodeId[]): string[] =>
  ids.map((id) => view.node(id)!.label).sort()

describe('choosing', () => {
  const view = createBoardView(
    board`one:vpc[ web:ec2, db:rds ], two:vpc[ app:ec2 ], web -> app, app -> db, queue:sqs`,
  )

  it('takes all of the same service, or the same kind of group', () => {
    expect(labels(view, sameKind(view, [idOf(view, 'web')]))).toEqual(['app', 'web'])
    expect(labels(view, sameKind(view, [idOf(view, 'one')]))).toEqual(['one', 'two'])
    expect(sameKind(view, [])).toEqual([])
  })

  it('takes what connectors lead to, one step at a time', () => {
    const once = connectedTo(view, [idOf(view, 'web')])
    expect(labels(view, once.nodes)).toEqual(['app', 'web'])
    expect(once.edges).toHaveLength(1)
    expect(labels(view, connectedTo(view, once.nodes).nodes)).toEqual(['app', 'db', 'web'])
  })
})

describe('another service in the same place', () => {
  it('keeps connectors and the facts that it has as well, and forgets the others', () => {
    const drawn = board`web:ec2 -> RDS:rds`
    const content = {
      ...drawn,
      nodes: drawn.nodes.map((node) =>
        node.label === 'RDS'
          ? {
              ...node,
              facts: {
                encryptedAtRest: { value: true, source: 'user' as const },
                notAFactOfAurora: { value: 'x', source: 'user' as const },
              },
            }
          : node,
      ),
    }
    const view = createBoardView(content)
    const id = idOf(view, 'RDS')
    const after = previewBoard(view, swapService(view, [id], 'aurora'))
    const node = after.node(id)
    expect(node).toMatchObject({ serviceId: 'aurora', label: 'Aurora' })
    expect(Object.keys(node!.facts)).toEqual(['encryptedAtRest'])
    expect(after.edgesIn(id)).toHaveLength(1)
  })

  it('leaves a name that somebody gave, and refuses what is not in the catalogue', () => {
    const view = createBoardView(board`Orders:rds`)
    const id = idOf(view, 'Orders')
    expect(previewBoard(view, swapService(view, [id], 'aurora')).node(id)?.label).toBe('Orders')
    expect(swapService(view, [id], 'no-such-service')).toEqual([])
  })
})

it('groups become as large as the largest of them', () => {
  const view = createBoardView(board`one:vpc[ web:ec2, app:ec2, db:rds ], two:vpc[ x:ec2 ]`)
  const ids = [idOf(view, 'one'), idOf(view, 'two')]
  const after = previewBoard(view, sameSize(view, { nodes: ids, marks: [] }, 'both', scopeOf))
  const [one, two] = ids.map((id) => after.node(id)!)
  expect([two!.w, two!.h]).toEqual([one!.w, one!.h])
})

describe('what a layout takes in hand', () => {
  const view = createBoardView(board`one:vpc[ web:ec2, app:ec2 ], two:vpc[ x:ec2 ]`)
  it.each([
    [[], ['app', 'one', 'two', 'web', 'x']],
    [['one'], ['app', 'web']],
    [
      ['one', 'two'],
      ['app', 'one', 'two', 'web', 'x'],
    ],
    [
      ['web', 'app'],
      ['app', 'web'],
    ],
  ])('selection %j', (selection, wanted) => {
    const scope = layoutScope(
      view,
      selection.map((label) => idOf(view, label)),
    )
    expect(scope.drawing.nodes.map((node) => node.label).sort()).toEqual(wanted)
  })

  it('moves nothing locked, and nothing inside that', () => {
    const lock = (label: string): BoardView =>
      previewBoard(view, [{ op: 'setNode', id: idOf(view, label), set: { locked: true } }])
    const moving = (label: string): string[] =>
      labels(view, [...layoutScope(lock(label), []).moving])
    expect(moving('x')).toEqual(['app', 'one', 'two', 'web'])
    expect(moving('two')).toEqual(['app', 'one', 'web'])
  })
})
