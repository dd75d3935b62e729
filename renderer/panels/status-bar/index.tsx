import {
  Check,
  CloudOff,
  Grid3x3,
  LoaderCircle,
  Map,
  Maximize2,
  PanelLeft,
  PanelRight,
  TriangleAlert,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { shortcutOf } from '../../commands/registry'
import {
  useCanEdit,
  useCommand,
  useConnection,
  useVerdicts,
  useView,
} from '../../session/context'
import { IconButton, Tip } from '../../ui/Button'
import { cx } from '../../ui/classes'

/** Saved state on the left, how well the board is known and does in the middle, zoom on the right. */
export function StatusBar() {
  const run = useCommand()
  const zoom = useView((v) => v.zoom)
  const canEdit = useCanEdit()
  const snapToGrid = useView((v) => v.snapToGrid)
  const minimap = useView((v) => v.minimap)
  const paletteOpen = useView((v) => v.paletteOpen)
  const panelOpen = useView((v) => v.panelOpen)
  return (
    <footer className="flex h-8 shrink-0 items-center gap-1 border-t border-line bg-surface px-2 text-xs text-muted">
      <IconButton
        label="Palette"
        keys={shortcutOf('view.togglePalette') ?? ''}
        active={paletteOpen}
        onClick={() => run('view.togglePalette')}
        className="size-6"
      >
        <PanelLeft size={14} />
      </IconButton>
      <SavedState />
      <span className="flex-1" />
      <Posture />
      <span className="flex-1" />
      <IconButton
        label="Zoom out"
        keys={shortcutOf('view.zoomOut') ?? ''}
        onClick={() => run('view.zoomOut')}
        className="size-6"
      >
        <ZoomOut size={14} />
      </IconButton>
      <Tip label="Zoom to fit" keys={shortcutOf('view.zoomFit') ?? ''}>
        <button
          type="button"
          onClick={() => run('view.zoomFit')}
          className="w-12 rounded py-0.5 text-center hover:bg-hover hover:text-ink"
          aria-label="Zoom to fit"
        >
          {Math.round(zoom * 100)} %
        </button>
      </Tip>
      <IconButton
        label="Zoom in"
        keys={shortcutOf('view.zoomIn') ?? ''}
        onClick={() => run('view.zoomIn')}
        className="size-6"
      >
        <ZoomIn size={14} />
      </IconButton>
      {canEdit ? (
        <IconButton
          label="Snap to grid"
          keys={shortcutOf('view.toggleGrid') ?? ''}
          active={snapToGrid}
          onClick={() => run('view.toggleGrid')}
          className="size-6"
        >
          <Grid3x3 size={14} />
        </IconButton>
      ) : null}
      <IconButton
        label="Minimap"
        keys={shortcutOf('view.toggleMinimap') ?? ''}
        active={minimap}
        onClick={() => run('view.toggleMinimap')}
        className="size-6"
      >
        <Map size={14} />
      </IconButton>
      <IconButton
        label="Panels"
        keys={shortcutOf('view.toggleDetails') ?? ''}
        active={panelOpen}
        onClick={() => run('view.toggleDetails')}
        className="size-6"
      >
        <PanelRight size={14} />
      </IconButton>
      <IconButton
        label="Only the board"
        keys={shortcutOf('view.togglePanels') ?? ''}
        onClick={() => run('view.togglePanels')}
        className="size-6"
      >
        <Maximize2 size={13} />
      </IconButton>
    </footer>
  )
}

function SavedState() {
  const link = useConnection((c) => c.link)
  const waiting = useConnection((c) => c.unacknowledged)
  const problem = useConnection((c) => c.storageProblem)
  let icon: ReactNode = <Check size={13} className="text-ok" />
  let words = 'Saved'
  let alarm = false
  if (problem) {
    icon = <TriangleAlert size={13} />
    words = `Not saved: ${problem}`
    alarm = true
  } else if (link.kind === 'offline') {
    icon = <CloudOff size={13} />
    words = 'Offline. Your edits are kept here and sent when the host is back.'
    alarm = true
  } else if (link.kind === 'joining' || waiting > 0) {
    icon = <LoaderCircle size={13} className="animate-spin" />
    words = 'Saving…'
  }
  return (
    <span
      role="status"
      data-saved={!alarm && link.kind === 'live' && waiting === 0}
      className={cx(
        'flex items-center gap-1.5 truncate px-1.5',
        alarm && 'font-medium text-danger',
      )}
    >
      {icon}
      {words}
    </span>
  )
}

function Posture() {
  const run = useCommand()
  const { coverage, posture, decided, applicable } = useVerdicts((v) => v.figures)
  if (applicable === 0) return null
  return (
    <Tip
      label={`${decided} of ${applicable} checks can be decided from what the board says; of those ${percent(posture)} hold.`}
    >
      <button
        type="button"
        onClick={() => run('view.coverage')}
        className="flex items-center gap-4 rounded px-2 py-0.5 hover:bg-hover hover:text-ink"
      >
        <Gauge name="Known" value={coverage} color="var(--question)" />
        <Gauge name="Holds" value={posture} color="var(--ok)" />
      </button>
    </Tip>
  )
}

function Gauge({ name, value, color }: { name: string; value: number | null; color: string }) {
  return (
    <span className="flex items-center gap-1.5">
      {name}
      <span className="h-1.5 w-14 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full"
          style={{ width: `${(value ?? 0) * 100}%`, background: color }}
        />
      </span>
      <span className="min-w-8 font-medium text-ink">{percent(value)}</span>
    </span>
  )
}

function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(value * 100)} %`
}
