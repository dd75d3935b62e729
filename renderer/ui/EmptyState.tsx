import type { ReactNode } from 'react'

/** What a place says when there is nothing in it yet: what would be here and how to begin. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      {icon ? <div className="text-faint">{icon}</div> : null}
      <p className="font-medium text-ink">{title}</p>
      {children ? <div className="max-w-72 text-muted">{children}</div> : null}
    </div>
  )
}
