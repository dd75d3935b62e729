import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Tooltip } from 'radix-ui'
import { cx } from './classes'

type Kind = 'plain' | 'primary' | 'quiet' | 'danger'

const KINDS: Record<Kind, string> = {
  plain: 'border border-line bg-surface hover:bg-hover text-ink',
  primary: 'bg-accent text-accent-ink hover:opacity-90 border border-transparent',
  quiet: 'border border-transparent text-ink hover:bg-hover',
  danger: 'border border-line text-danger bg-surface hover:bg-hover',
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind
  icon?: ReactNode
}

export function Button({ kind = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cx(
        'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-md px-2.5 text-[13px] font-medium whitespace-nowrap transition-colors duration-100 disabled:pointer-events-none disabled:opacity-45',
        KINDS[kind],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Said by screen readers and shown as the tooltip. */
  label: string
  /** Shortcut as people read it, shown in the tooltip. */
  keys?: string
  active?: boolean
}

export function IconButton({ label, keys, active, className, children, ...rest }: IconButtonProps) {
  return (
    <Tip label={label} {...(keys ? { keys } : {})}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={active}
        className={cx(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40',
          active && 'bg-accent-soft text-accent hover:bg-accent-soft hover:text-accent',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tip>
  )
}

export function Tip({
  label,
  keys,
  children,
}: {
  label: string
  keys?: string
  children: ReactNode
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          className="float-in z-[1000] flex max-w-72 items-center gap-2 rounded-md bg-[#1f2530] px-2 py-1 text-xs text-[#f2f4f7] shadow-float"
        >
          {label}
          {keys ? <kbd className="font-sans text-[11px] text-[#aab3c0]">{keys}</kbd> : null}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** A shortcut as a row of key caps. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd className="rounded border border-line bg-sunken px-1.5 py-0.5 font-sans text-[11px] text-muted">
      {keys}
    </kbd>
  )
}
