import { chosenThings, setLocked } from '#shared/operations/chosen'
import { countOf, kindOf } from '../../canvas/marks/mark-names'
import { chosenIn, defineCommand, hasThings } from '../define'

export default defineCommand({
  id: 'arrange.lock',
  title: 'Lock or unlock',
  area: 'Arrange',
  keys: ['Mod+L'],
  also: 'pin fix in place',
  when: hasThings,
  run: ({ session, board, view }) => {
    const things = chosenThings(board, chosenIn(view))
    const isLocked = things.every(({ locked }) => locked === true)
    session.edit(setLocked(board, chosenIn(view), !isLocked))
    const [only] = things
    if (!only) return
    const isOne = things.length === 1
    const name = 'label' in only ? only.label : kindOf(only)
    const what = isOne ? name : countOf(view.selection.length, view.selectedMarks.length)
    const verb = isOne ? 'stays' : 'stay'
    view.showHint(isLocked ? `${what} can be moved again.` : `${what} ${verb} in place now.`)
  },
})
