import { useEffect, useRef } from 'react'

/** A label turned into a text field where it stands. Enter or leaving it keeps the text, Escape does not. */
export function LabelEditor({
  value,
  name,
  className,
  onDone,
}: {
  value: string
  name: string
  className?: string
  onDone: (text: string | null) => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (text: string | null): void => {
    if (done.current) return
    done.current = true
    onDone(text)
  }
  return (
    <textarea
      ref={field}
      aria-label={name}
      defaultValue={value}
      rows={1}
      className={`nodrag nopan nowheel pointer-events-auto resize-none overflow-hidden rounded border border-accent bg-surface text-ink outline-none [field-sizing:content] ${className ?? ''}`}
      onBlur={(e) => finish(e.currentTarget.value.trim())}
      onPointerDown={(e) => e.stopPropagation()}
      onKeyDown={(e) => {
        e.stopPropagation()
        if (e.key === 'Enter' && !e.shiftKey) {
          e.preventDefault()
          finish(e.currentTarget.value.trim())
        } else if (e.key === 'Escape') finish(null)
      }}
    />
  )
}
