import { Check, ChevronRight } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './classes'

export interface MenuEntry {
  label: string
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** A switch: whether it is on. */
  isOn?: boolean
  onSelect: () => void
}

/** Entries behind one entry. */
export interface MenuOfEntries {
  label: string
  entries: MenuEntries
}

/** `null` draws a line. */
export type MenuEntries = readonly (MenuEntry | MenuOfEntries | null)[]

const SHEET =
  'float-in z-[950] min-w-44 rounded-lg border border-line bg-raised p-1 shadow-float outline-none'
const ROW =
  'flex h-7 items-center gap-2 rounded px-2 outline-none select-none data-[disabled]:opacity-40 data-[highlighted]:bg-hover data-[state=open]:bg-hover'

/** A button's menu. */
export function Menu({
  trigger,
  entries,
  align = 'start',
}: {
  trigger: ReactNode
  entries: MenuEntries
  align?: 'start' | 'end'
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} sideOffset={4} className={SHEET}>
          <Entries entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** A menu at a place on the screen, CSS px. */
export function MenuAt({
  x,
  y,
  label,
  entries,
  onClose,
  onClosed,
}: {
  x: number
  y: number
  /** What it is the menu of, for those who cannot see where it is. */
  label: string
  entries: MenuEntries
  onClose: () => void
  /** The menu has let go of the focus. */
  onClosed: () => void
}) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          tabIndex={-1}
          aria-label={label}
          className="pointer-events-none fixed size-0"
          style={{ left: x, top: y }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side="right"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          loop
          className={cx(SHEET, 'scroll-thin max-h-[calc(100*var(--vh)-16px)] overflow-y-auto')}
          onContextMenu={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <Entries entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Entries({ entries }: { entries: MenuEntries }) {
  const hasSigns = entries.some(
    (entry) => entry && !('entries' in entry) && (entry.icon || entry.isOn !== undefined),
  )
  return entries.map((entry, i) =>
    entry === null ? (
      // oxlint-disable-next-line react/no-array-index-key -- separators have nothing else to be known by
      <DropdownMenu.Separator key={i} className="my-1 h-px bg-line" />
    ) : 'entries' in entry ? (
      <DropdownMenu.Sub key={entry.label}>
        <DropdownMenu.SubTrigger className={ROW}>
          {hasSigns ? <span className="w-4" /> : null}
          <span className="flex-1">{entry.label}</span>
          <ChevronRight size={13} className="text-faint" />
        </DropdownMenu.SubTrigger>
        <DropdownMenu.Portal>
          <DropdownMenu.SubContent
            sideOffset={2}
            alignOffset={-5}
            collisionPadding={8}
            className={SHEET}
            onContextMenu={(event) => event.preventDefault()}
          >
            <Entries entries={entry.entries} />
          </DropdownMenu.SubContent>
        </DropdownMenu.Portal>
      </DropdownMenu.Sub>
    ) : (
      <Row key={entry.label} entry={entry} hasSigns={hasSigns} />
    ),
  )
}

function Row({ entry, hasSigns }: { entry: MenuEntry; hasSigns: boolean }) {
  const shared = {
    disabled: entry.disabled ?? false,
    onSelect: entry.onSelect,
    className: cx(ROW, entry.danger && 'text-danger'),
  }
  const content = (
    <>
      {hasSigns ? (
        <span className="flex w-4 justify-center text-muted">
          {entry.isOn === undefined ? entry.icon : entry.isOn ? <Check size={14} /> : null}
        </span>
      ) : null}
      <span className="flex-1">{entry.label}</span>
      {entry.keys ? <span className="pl-6 text-xs text-faint">{entry.keys}</span> : null}
    </>
  )
  return entry.isOn === undefined ? (
    <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem {...shared} checked={entry.isOn}>
      {content}
    </DropdownMenu.CheckboxItem>
  )
}
