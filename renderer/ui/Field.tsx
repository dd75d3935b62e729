import {
  useId,
  useRef,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { cx } from './classes'

const BOX =
  'w-full rounded-md border border-line bg-surface px-2 text-[13px] text-ink placeholder:text-faint hover:border-line-strong focus:border-accent focus:outline-none disabled:opacity-60 aria-invalid:border-danger'

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input className={cx(BOX, 'h-7', className)} {...rest} />
}

/** A label above whatever it names. */
export function Labelled({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {label}
      </label>
      {children(id)}
      {hint ? <p className="text-xs text-faint">{hint}</p> : null}
    </div>
  )
}

/**
 * Text that becomes an edit when the person is done with it: on Enter, or when focus leaves. Escape puts the old text
 * back. So typing a word is one undo step.
 */
export function CommitInput({
  value,
  onCommit,
  multiline,
  grow,
  className,
  ...rest
}: {
  value: string
  onCommit: (value: string) => void
  /** Several lines; Mod+Enter commits. */
  multiline?: boolean
  /** One paragraph that takes as many lines as it needs; Enter commits. */
  grow?: boolean
  className?: string
  id?: string
  placeholder?: string
  disabled?: boolean
  'aria-label'?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string | undefined
  inputMode?: 'numeric' | 'text' | 'url'
  autoFocus?: boolean
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const abandoned = useRef(false)
  const commit = (): void => {
    if (!abandoned.current && draft !== null && draft !== value) onCommit(draft)
    abandoned.current = false
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (!multiline || event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      event.currentTarget.blur()
    } else if (event.key === 'Escape') {
      abandoned.current = true
      event.stopPropagation()
      event.currentTarget.blur()
    }
  }
  const shared = {
    value: draft ?? value,
    onBlur: commit,
    onKeyDown,
    ...rest,
  }
  return multiline || grow ? (
    <textarea
      {...shared}
      rows={grow ? 1 : 3}
      onChange={(e) => setDraft(e.target.value)}
      className={cx(
        BOX,
        grow ? '[field-sizing:content] resize-none py-1' : 'resize-y py-1.5',
        className,
      )}
    />
  ) : (
    <input
      {...shared}
      onChange={(e) => setDraft(e.target.value)}
      className={cx(BOX, 'h-7', className)}
    />
  )
}

export interface Choice<T extends string> {
  value: T
  label: string
  icon?: ReactNode
}

/** A native select, styled; keyboard and screen reader behaviour come with it. */
export function Select<T extends string>({
  value,
  choices,
  onChange,
  className,
  ...rest
}: {
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  className?: string
  id?: string
  disabled?: boolean
  'aria-label'?: string
}) {
  return (
    <select
      value={value}
      onChange={(e) => {
        const chosen = choices.find((c) => c.value === e.target.value)
        if (chosen) onChange(chosen.value)
      }}
      className={cx(BOX, 'h-7 pr-1', className)}
      {...rest}
    >
      {choices.map((c) => (
        <option key={c.value} value={c.value}>
          {c.label}
        </option>
      ))}
    </select>
  )
}

/** A few choices side by side, one of them on. */
export function Segmented<T extends string>({
  value,
  choices,
  onChange,
  label,
  disabled,
}: {
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  label: string
  disabled?: boolean
}) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex h-7 rounded-md border border-line bg-sunken p-0.5"
    >
      {choices.map((c) => (
        <button
          key={c.value}
          type="button"
          role="radio"
          aria-checked={c.value === value}
          disabled={disabled}
          onClick={() => onChange(c.value)}
          className={cx(
            'inline-flex flex-auto items-center justify-center gap-1 rounded px-2 text-xs font-medium whitespace-nowrap text-muted hover:text-ink disabled:pointer-events-none disabled:opacity-60',
            c.value === value && 'bg-surface text-ink shadow-[0_0_0_1px_var(--line-strong)]',
          )}
        >
          {c.icon}
          {c.label}
        </button>
      ))}
    </div>
  )
}
