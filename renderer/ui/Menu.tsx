import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './classes'

export interface MenuEntry {
  label: string
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
}

/** A button's menu. `null` among the entries draws a line. */
export function Menu({
  trigger,
  entries,
  align = 'start',
}: {
  trigger: ReactNode
  entries: readonly (MenuEntry | null)[]
  align?: 'start' | 'end'
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          className="float-in z-[950] min-w-44 rounded-lg border border-line bg-raised p-1 shadow-float"
        >
          {entries.map((entry, i) =>
            entry === null ? (
              // oxlint-disable-next-line react/no-array-index-key -- separators have nothing else to be known by
              <DropdownMenu.Separator key={i} className="my-1 h-px bg-line" />
            ) : (
              <DropdownMenu.Item
                key={entry.label}
                disabled={entry.disabled ?? false}
                onSelect={entry.onSelect}
                className={cx(
                  'flex h-7 items-center gap-2 rounded px-2 outline-none select-none data-[disabled]:opacity-40 data-[highlighted]:bg-hover',
                  entry.danger && 'text-danger',
                )}
              >
                <span className="flex w-4 justify-center text-muted">{entry.icon}</span>
                <span className="flex-1">{entry.label}</span>
                {entry.keys ? <span className="pl-4 text-xs text-faint">{entry.keys}</span> : null}
              </DropdownMenu.Item>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
