import { Dialog as Radix } from 'radix-ui'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './Button'
import { cx } from './classes'

export function Dialog({
  title,
  description,
  onClose,
  children,
  footer,
  wide,
}: {
  title: string
  description?: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  wide?: boolean
}) {
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-[900] bg-black/35" />
        <Radix.Content
          onOpenAutoFocus={(e) => {
            e.preventDefault()
            if (e.currentTarget instanceof HTMLElement) e.currentTarget.focus()
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'float-in fixed top-1/2 left-1/2 z-[901] flex max-h-[calc(86*var(--vh))] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-raised shadow-float outline-none',
            wide ? 'w-[min(920px,94*var(--vw))]' : 'w-[min(480px,94*var(--vw))]',
          )}
        >
          <header className="flex items-start justify-between gap-4 px-4 pt-4 pb-3">
            <div>
              <Radix.Title className="text-[15px] font-semibold">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-0.5 text-muted">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mt-0.5 -mr-1">
                <X size={16} />
              </IconButton>
            </Radix.Close>
          </header>
          <div
            tabIndex={-1}
            data-scroll
            className="scroll-thin min-h-0 flex-1 overflow-auto px-4 pb-4"
          >
            {children}
          </div>
          {footer ? (
            <footer className="flex items-center justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
