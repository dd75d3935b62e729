import { removeChosen } from '#shared/operations/chosen'
import { chosenIn, defineCommand, hasAny } from '../define'

export default defineCommand({
  id: 'edit.delete',
  title: 'Delete',
  area: 'Edit',
  keys: ['Delete', 'Backspace'],
  when: hasAny,
  run: ({ session, board, view }) => {
    session.edit(removeChosen(board, chosenIn(view)))
  },
})
