import { FileUp, Keyboard, MousePointer2, LayoutTemplate, Network } from 'lucide-react'
import { useBoard, useCanEdit, useCommand, useView } from '../session/context'
import { shortcutOf } from '../commands/registry'
import { Button, Keys } from '../ui/Button'

/** An empty board shows the ways to begin. It lets the pointer through: one may drop right on it. */
export function BoardEmptyState() {
  const empty = useBoard((b) => b.view?.nodes.length === 0)
  const quiet = useView((v) => v.quickAdd !== false || v.presenting !== null)
  const canEdit = useCanEdit()
  const run = useCommand()
  if (!empty || quiet || !canEdit) return null
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <div className="flex flex-col items-center gap-5 text-center">
        <p className="text-[15px] font-semibold">Draw the customer’s architecture</p>
        <ul className="flex gap-3">
          <Way icon={<MousePointer2 size={18} />} title="Drag">
            a service from the left onto the board
          </Way>
          <Way icon={<Keyboard size={18} />} title="Type">
            press <Keys keys={shortcutOf('edit.quickAdd') ?? 'A'} /> and its name, then Enter
          </Way>
          <Way icon={<LayoutTemplate size={18} />} title="Nest">
            drop a Region or a VPC first; what you drop in it belongs to it
          </Way>
        </ul>
        <div className="pointer-events-auto flex gap-2">
          <Button icon={<Network size={14} />} onClick={() => run('board.insertTemplate')}>
            Start from a reference architecture
          </Button>
          <Button icon={<FileUp size={14} />} onClick={() => run('board.importTemplate')}>
            Import a CloudFormation template…
          </Button>
        </div>
      </div>
    </div>
  )
}

function Way({
  icon,
  title,
  children,
}: {
  icon: React.ReactNode
  title: string
  children: React.ReactNode
}) {
  return (
    <div className="flex w-48 flex-col items-start gap-1.5 rounded-lg border border-line bg-surface p-3 text-left">
      <span className="text-accent">{icon}</span>
      <span className="font-medium">{title}</span>
      <span className="text-xs text-muted">{children}</span>
    </div>
  )
}
