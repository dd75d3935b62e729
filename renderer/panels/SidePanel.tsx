import type { ReactNode } from 'react'
import { PANEL_WIDTH, type PanelName } from '../stores/view-store'
import { useSession, useVerdicts, useView } from '../session/context'
import { cx } from '../ui/classes'
import { ResizeEdge } from '../ui/ResizeEdge'
import { Findings } from './findings'
import { Inspector } from './inspector'
import { Outline } from './outline'
import { Notes } from './notes'
import { Plan } from './plan'
import { Questions } from './questions'

const PANELS: readonly { name: PanelName; title: string }[] = [
  { name: 'inspector', title: 'Inspector' },
  { name: 'outline', title: 'Outline' },
  { name: 'findings', title: 'Findings' },
  { name: 'questions', title: 'Questions' },
  { name: 'notes', title: 'Notes' },
  { name: 'plan', title: 'Plan' },
]

/** The one panel at the right; what it shows is chosen by tabs. */
export function SidePanel() {
  const session = useSession()
  const panel = useView((v) => v.panel)
  const width = useView((v) => v.panelWidth)
  const findings = useVerdicts((v) => v.findings.length)
  const questions = useVerdicts((v) => v.questions.length)
  const counts: Partial<Record<PanelName, number>> = { findings, questions }
  const shown: Record<PanelName, ReactNode> = {
    inspector: <Inspector />,
    outline: <Outline />,
    findings: <Findings />,
    questions: <Questions />,
    notes: <Notes />,
    plan: <Plan />,
  }
  return (
    <aside
      aria-label="Details"
      className="@container relative flex shrink-0 flex-col border-l border-line bg-surface"
      style={{ width: `min(${width}px, 33 * var(--vw))` }}
    >
      <ResizeEdge
        label="Width of the details"
        side="left"
        width={width}
        {...PANEL_WIDTH}
        onWidth={(panelWidth) => session.view.getState().set({ panelWidth })}
      />
      <div
        role="tablist"
        aria-label="Panels"
        className="flex h-9 shrink-0 items-stretch overflow-x-auto overflow-y-hidden border-b border-line px-1 [scrollbar-width:none]"
      >
        {PANELS.map(({ name, title }) => {
          const count = counts[name] ?? 0
          return (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={panel === name}
              aria-controls="side-panel"
              onClick={() => session.view.getState().set({ panel: name })}
              className={cx(
                'relative flex flex-1 items-center justify-center gap-1 px-1 text-xs font-medium whitespace-nowrap @max-[365px]:px-0.5 @max-[365px]:text-[11px]',
                panel === name
                  ? 'text-ink after:absolute after:inset-x-1.5 after:-bottom-px after:h-0.5 after:rounded-full after:bg-accent'
                  : 'text-muted hover:text-ink',
              )}
            >
              {title}
              {count > 0 ? (
                <span className="rounded-full bg-sunken px-1 text-[10px] leading-4 text-muted @max-[325px]:hidden">
                  {count}
                </span>
              ) : null}
            </button>
          )
        })}
      </div>
      <div
        id="side-panel"
        role="tabpanel"
        aria-labelledby={`tab-${panel}`}
        className="scroll-thin min-h-0 flex-1 overflow-y-auto"
      >
        {shown[panel]}
      </div>
    </aside>
  )
}
