import { expect, it } from 'vitest'
import { BoardId } from '#shared/model/ids'
import type { Board } from '#shared/model/records'
import { markBoard } from '#shared/operations/boards'

const board = (name: string): Board => ({
  id: BoardId.parse('b'),
  name,
  kind: 'current',
  order: 'a0',
})

it('a board that is marked as something else keeps the name that somebody gave it', () => {
  expect(markBoard(board('Data center'), 'target')).toEqual([
    { op: 'setBoard', id: 'b', set: { kind: 'target' } },
  ])
  expect(markBoard(board('Current'), 'target')).toEqual([
    { op: 'setBoard', id: 'b', set: { kind: 'target', name: 'Target' } },
  ])
  expect(markBoard(board('Target'), 'sketch')).toEqual([
    { op: 'setBoard', id: 'b', set: { kind: 'sketch' } },
  ])
})
