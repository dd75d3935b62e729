import { commands } from '../../commands/registry'
import { useSession } from '../../session/context'
import { Dialog } from '../../ui/Dialog'
import { ResetShortcuts, Shortcut } from './Shortcut'

/** What the mouse and the system do that no command declares. */
const GESTURES: readonly [string, string][] = [
  ['Pan', 'Wheel, two fingers, or middle button'],
  ['Zoom', 'Ctrl + wheel, or pinch'],
  ['Select several', 'Drag on the board, or Shift + click'],
  ['Select what is touched', 'Drag to the left'],
  ['Copy while dragging', 'Hold Alt'],
  ['Keep a drag straight', 'Hold Shift'],
  ['Drag without lining up', 'Hold Ctrl / ⌘'],
  ['Connect', 'Drag from a dot at a node’s side'],
  ['Edit a label', 'Double-click it'],
  ['Open a link', 'Ctrl / ⌘ + click the arrow on it'],
  ['Open the menu', 'Right click'],
]

/** Every shortcut, from the commands' own declarations; each can be changed here. */
export function HelpDialog() {
  const session = useSession()
  const areas = [...new Set(commands.map((c) => c.area))]
  return (
    <Dialog
      title="Keyboard and mouse"
      description="Press a shortcut to change it."
      wide
      footer={<ResetShortcuts />}
      onClose={() => session.view.getState().set({ dialog: null })}
    >
      <div className="columns-1 gap-8 sm:columns-2">
        <section className="mb-5 break-inside-avoid">
          <h3 className="mb-1 text-xs font-semibold text-muted">Mouse and touchpad</h3>
          {GESTURES.map(([what, how]) => (
            <div
              key={what}
              className="flex min-h-7 items-center justify-between gap-4 border-b border-line/60"
            >
              <span>{what}</span>
              <span className="text-right text-xs text-muted">{how}</span>
            </div>
          ))}
        </section>
        {areas.map((area) => {
          const listed = commands.filter((c) => c.area === area)
          return listed.length === 0 ? null : (
            <section key={area} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-xs font-semibold text-muted">{area}</h3>
              {listed.map((c) => (
                <div
                  key={c.id}
                  className="flex min-h-7 items-center justify-between gap-4 border-b border-line/60"
                >
                  <span className="truncate">{c.title}</span>
                  <Shortcut command={c} />
                </div>
              ))}
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
