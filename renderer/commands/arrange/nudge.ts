import { scopeOf } from '#shared/catalogue/scope-of'
import { GRID, union, type Point } from '#shared/model/geometry'
import { stepOnGrid } from '#shared/model/grid'
import { chosenThings, moveChosen } from '#shared/operations/chosen'
import { chosenIn, defineCommand, hasThings } from '../define'

const STEPS: readonly [string, string, Point][] = [
  ['up', 'ArrowUp', { x: 0, y: -1 }],
  ['down', 'ArrowDown', { x: 0, y: 1 }],
  ['left', 'ArrowLeft', { x: -1, y: 0 }],
  ['right', 'ArrowRight', { x: 1, y: 0 }],
]

export default STEPS.flatMap(([name, key, by]) =>
  (
    [
      ['', key, GRID],
      ['Far', `Shift+${key}`, GRID * 5],
    ] as const
  ).map(([far, keys, distance]) =>
    defineCommand({
      id: `arrange.nudge${far}.${name}`,
      title: `Move ${name}${far ? ' five steps' : ''}`,
      area: 'Arrange',
      keys: [keys],
      when: hasThings,
      run: ({ session, board, view }) => {
        const whole = union(chosenThings(board, chosenIn(view)))
        const step = { x: by.x * distance, y: by.y * distance }
        const moved = moveChosen(
          board,
          chosenIn(view),
          view.snapToGrid && whole
            ? { x: stepOnGrid(whole.x, step.x), y: stepOnGrid(whole.y, step.y) }
            : step,
          scopeOf,
          { reparent: false },
        )
        session.edit(moved.changes)
      },
    }),
  ),
)
