import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useSession } from '../../session/context'
import { cx } from '../../ui/classes'

export interface Choice {
  key: string
  icon: ReactNode
  name: string
  /** Shown at the right; the chosen row only where it is `whenChosen`. */
  aside?: ReactNode
  whenChosen?: ReactNode
}

/** A field to type a name into, and what fits it below: arrow keys choose, Enter takes, Escape leaves. */
export function PickByName({
  id,
  title,
  field,
  placeholder,
  list,
  query,
  choices,
  nothing,
  hint,
  onQuery,
  onPick,
}: {
  /** Begins the ids of what is listed. */
  id: string
  title: string
  field: string
  placeholder: string
  list: string
  query: string
  choices: readonly Choice[]
  /** Said where nothing fits. */
  nothing: string
  hint: string
  onQuery: (query: string) => void
  /** @param withShift Shift was held */
  onPick: (index: number, withShift: boolean) => void
}) {
  const session = useSession()
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const chosen = choices[at]

  function close(): void {
    session.view.getState().set({ quickAdd: false })
    session.view.canvas?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      if (chosen) onPick(at, event.shiftKey)
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="dialog"
      aria-label={title}
      className="float-in absolute top-16 left-1/2 z-40 w-96 -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget))
          session.view.getState().set({ quickAdd: false })
      }}
    >
      <input
        ref={input}
        value={query}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-hits`}
        aria-activedescendant={chosen ? `${id}-${chosen.key}` : undefined}
        aria-label={field}
        placeholder={placeholder}
        onChange={(e) => {
          onQuery(e.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="h-10 w-full border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-faint"
      />
      <ul id={`${id}-hits`} role="listbox" aria-label={list} className="p-1">
        {choices.map(({ key, icon, name, aside, whenChosen }, i) => (
          <li
            key={key}
            id={`${id}-${key}`}
            role="option"
            aria-selected={i === at}
            onPointerMove={() => setAt(i)}
            onPointerDown={(e) => {
              e.preventDefault()
              onPick(i, e.shiftKey)
            }}
            className={cx('flex h-9 items-center gap-2.5 rounded-md px-2', i === at && 'bg-hover')}
          >
            {icon}
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {aside}
            {i === at ? whenChosen : null}
          </li>
        ))}
        {choices.length === 0 ? (
          <li className="px-2 py-3 text-center text-muted">{nothing}</li>
        ) : null}
      </ul>
      <p className="border-t border-line px-3 py-1.5 text-[11px] text-faint">{hint}</p>
    </div>
  )
}
