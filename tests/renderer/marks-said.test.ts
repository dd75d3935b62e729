import { expect, it } from 'vitest'
import { BoardId } from '#shared/model/ids'
import type { Mark, Votes } from '#shared/model/records'
import { marksSaid } from '../../renderer/panels/marks/marks-said'
import { marksOn, sampleMarks } from '../support/marks'

const { sticky, line, stroke } = sampleMarks
const [note, arrow, ink] = marksOn(BoardId.parse('b'), sticky, line, stroke) as [Mark, Mark, Mark]
const withVotes = (votes: Votes): Mark => ({ ...note, votes }) as Mark

it.each([
  ['nothing', [note], [note], ''],
  ['a mark that came', [note], [note, arrow], 'Arrow added'],
  ['several that came', [], [note, arrow, ink], '3 marks added'],
  ['one that went', [note, ink], [note], 'Drawing removed'],
  ['one for another', [note], [ink], 'Drawing added; Sticky note: Hi removed'],
  ['a move', [note], [{ ...note, x: 500 }], ''],
  ['a vote', [note], [withVotes({ '👍': ['Ann', 'Bob'] })], 'Agree: 2 votes, on Sticky note: Hi'],
  [
    'a vote that was taken back for another',
    [withVotes({ '👍': ['Ann'] })],
    [withVotes({ '🚀': ['Ann'] })],
    'Agree: no votes, on Sticky note: Hi; 🚀: 1 vote, on Sticky note: Hi',
  ],
])('says %s', (_, old, now, said) => {
  expect(marksSaid(old, now)).toBe(said)
})
