import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { useSession } from '../../session/context'
import { Dialog } from '../../ui/Dialog'
import { CoverageTab } from './CoverageTab'
import { WellArchitectedTab } from './WellArchitectedTab'

const TABS = [
  { name: 'coverage', title: 'Coverage and history' },
  { name: 'wellArchitected', title: 'Well-Architected' },
] as const

/** How well the board is known, how well it does, how that went, and what it says about AWS's best practices. */
export function CoverageDialog() {
  const session = useSession()
  const [tab, setTab] = useState<string>('coverage')
  return (
    <Dialog
      title="Coverage and posture"
      wide
      onClose={() => session.view.getState().set({ dialog: null })}
    >
      <Tabs.Root value={tab} onValueChange={setTab} className="flex h-[calc(70*var(--vh))] flex-col">
        <Tabs.List
          aria-label="Views"
          className="flex h-9 shrink-0 items-stretch gap-1 border-b border-line"
        >
          {TABS.map(({ name, title }) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="relative px-2 text-[13px] font-medium text-muted hover:text-ink data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-full data-[state=active]:after:bg-accent"
            >
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content
          value="coverage"
          className="scroll-thin -mr-3 min-h-0 flex-1 overflow-y-auto pt-4 pr-3"
        >
          <CoverageTab />
        </Tabs.Content>
        <Tabs.Content value="wellArchitected" className="flex min-h-0 flex-1 flex-col pt-3">
          <WellArchitectedTab />
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  )
}
