import { Command as Cmdk } from 'cmdk'
import { useMemo } from 'react'
import { commands, runCommand, shortcutOf } from '../../commands/registry'
import { useBridge } from '../../bridge/context'
import { commandContext, useSession } from '../../session/context'
import { Keys } from '../../ui/Button'
import { Dialog as Radix } from 'radix-ui'

/** Every command that may run now, found by typing. */
export function CommandPalette() {
  const bridge = useBridge()
  const session = useSession()
  const close = (): void => session.view.getState().set({ dialog: null })
  const available = useMemo(() => {
    const context = commandContext(bridge, session)
    return context
      ? commands.filter((c) => c.id !== 'palette.open' && (!c.when || c.when(context)))
      : []
  }, [bridge, session])
  const areas = [...new Set(available.map((c) => c.area))]

  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-[900] bg-black/20" />
        <Radix.Content
          aria-describedby={undefined}
          className="float-in fixed top-[calc(14*var(--vh))] left-1/2 z-[901] w-[min(560px,92*var(--vw))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none"
        >
          <Radix.Title className="sr-only">All commands</Radix.Title>
          <Cmdk label="All commands" filter={relevance}>
            <Cmdk.Input
              autoFocus
              placeholder="What do you want to do?"
              className="h-11 w-full border-b border-line bg-transparent px-4 text-sm outline-none placeholder:text-faint"
            />
            <Cmdk.List className="scroll-thin max-h-[calc(52*var(--vh))] overflow-y-auto p-1.5">
              <Cmdk.Empty className="px-3 py-6 text-center text-muted">No such command.</Cmdk.Empty>
              {areas.map((area) => (
                <Cmdk.Group
                  key={area}
                  heading={area}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[11px] [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint"
                >
                  {available
                    .filter((c) => c.area === area)
                    .map((c) => (
                      <Cmdk.Item
                        key={c.id}
                        value={`${c.title} ${c.also ?? ''} ${c.id}`}
                        onSelect={() => {
                          close()
                          const context = commandContext(bridge, session)
                          if (context) runCommand(c, context)
                        }}
                        className="flex h-8 items-center justify-between gap-3 rounded-md px-2.5 data-[selected=true]:bg-hover"
                      >
                        <span className="truncate">{c.title}</span>
                        {shortcutOf(c.id) ? <Keys keys={shortcutOf(c.id) ?? ''} /> : null}
                      </Cmdk.Item>
                    ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Every word typed must begin a word, or at least be somewhere; the more begin one, the better. 0: not a match. */
function relevance(value: string, typed: string): number {
  const text = ` ${value.toLowerCase()}`
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  if (!words.every((word) => text.includes(word))) return 0
  const begun = words.filter((word) => text.includes(` ${word}`)).length
  return (1 + begun) / (1 + words.length) - (text.indexOf(words[0] ?? '') / text.length) * 0.1
}
