import { commands, readableKeys } from '../../commands/registry'
import { useSession } from '../../session/context'
import { Keys } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'

/** What the mouse and the system do that no command declares. */
const GESTURES: readonly [string, string][] = [
  ['Pan', 'Wheel, two fingers, or middle button'],
  ['Zoom', 'Ctrl + wheel, or pinch'],
  ['Select several', 'Drag on the board, or Shift + click'],
  ['Copy, cut, paste', 'Ctrl / ⌘ + C, X, V, also between sessions'],
  ['Connect', 'Drag from a dot at a node’s side'],
  ['Edit a label', 'Double-click it'],
]

/** Every shortcut, from the commands' own declarations. */
export function HelpDialog() {
  const session = useSession()
  const areas = [...new Set(commands.map((c) => c.area))]
  return (
    <Dialog
      title="Keyboard and mouse"
      wide
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
                  <span className="flex shrink-0 gap-1">
                    {(c.keys ?? []).slice(0, 2).map((k) => (
                      <Keys key={k} keys={readableKeys(k)} />
                    ))}
                  </span>
                </div>
              ))}
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
