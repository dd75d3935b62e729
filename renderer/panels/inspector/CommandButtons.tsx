import { useBridge } from '../../bridge/context'
import { ALIGNMENTS } from '../../commands/board-menu'
import { commandById, runCommand, shortcutOf } from '../../commands/registry'
import { commandContext, useCanEdit, useSession, useView } from '../../session/context'
import { Button } from '../../ui/Button'

/** What can be done with what is selected, in two columns; what cannot be done with it cannot be pressed. */
export function CommandButtons({ ids }: { ids: readonly string[] }) {
  const bridge = useBridge()
  const session = useSession()
  const canEdit = useCanEdit()
  // Another selection, another answer.
  useView((v) => v.selection)
  useView((v) => v.selectedMarks)
  if (!canEdit) return null
  return (
    <div className="grid grid-cols-2 gap-1.5">
      {ids.map((id) => {
        const command = commandById(id)
        const context = commandContext(bridge, session)
        if (!command || !context) return null
        return (
          <Button
            key={id}
            disabled={command.when !== undefined && !command.when(context)}
            title={shortcutOf(id)}
            className="justify-start"
            onClick={() => {
              const now = commandContext(bridge, session)
              if (now) runCommand(command, now)
            }}
          >
            <span className="truncate">
              {command.title.replace('Connect selected nodes in order', 'Connect in order')}
            </span>
          </Button>
        )
      })}
    </div>
  )
}

/** What can be done with several things at once. */
export const FOR_SEVERAL: readonly string[] = [
  ...ALIGNMENTS,
  'arrange.group',
  'edit.connect',
  'edit.duplicate',
  'edit.delete',
]
