import { FileUp, Keyboard, MousePointer2, LayoutTemplate, Network } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBoard, useCanEdit, useCommand, useView } from '../session/context'
import { shortcutOf } from '../commands/registry'
import { Button, Keys } from '../ui/Button'
import { cx } from '../ui/classes'

/** An empty board shows the ways to begin. It lets the pointer through: one may drop right on it. */
export function BoardEmptyState() {
  const empty = useBoard((b) => b.view?.nodes.length === 0 && b.view.marks.length === 0)
  const quiet = useView((v) => v.quickAdd !== false || v.presenting !== null)
  const canEdit = useCanEdit()
  const run = useCommand()
  const dragging = useDragging()
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
        <div className={cx('flex gap-2', !dragging && 'pointer-events-auto')}>
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

/** Whether something is being dragged over the window: then nothing here may be in its way. */
function useDragging(): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const begin = (): void => setDragging(true)
    const end = (): void => setDragging(false)
    const [begins, ends] = [['dragstart', 'dragenter'] as const, ['dragend', 'drop'] as const]
    for (const name of begins) window.addEventListener(name, begin)
    for (const name of ends) window.addEventListener(name, end)
    return () => {
      for (const name of begins) window.removeEventListener(name, begin)
      for (const name of ends) window.removeEventListener(name, end)
    }
  }, [])
  return dragging
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
