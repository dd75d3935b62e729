import type { FactDefinition } from '#shared/catalogue/define'
import type { Fact, FactValue } from '#shared/model/records'
import { CommitInput, Segmented, Select } from '../../ui/Field'

const SOURCES: Record<Fact['source'], string> = {
  user: 'set here',
  customer: 'said by the customer',
  import: 'from the imported file',
  'aws-default': 'AWS’s default',
  assumed: 'assumed',
}

/**
 * One fact of a node or connector. *Unknown* is a state of its own, in plain sight, and one can go back to it.
 *
 * @param mixed the chosen nodes do not agree.
 */
export function FactField({
  definition,
  fact,
  mixed = false,
  disabled,
  onChange,
}: {
  definition: FactDefinition
  fact: Fact | undefined
  mixed?: boolean
  disabled: boolean
  onChange: (value: FactValue | null) => void
}) {
  return (
    <div className="flex flex-col gap-1 py-1.5" data-fact={definition.key}>
      <div className="flex items-baseline justify-between gap-2">
        <span className="text-xs font-medium text-ink" title={definition.help}>
          {definition.label}
        </span>
        <span className="truncate text-[11px] text-faint" title={fact ? sourceOf(fact) : undefined}>
          {mixed ? 'differs' : fact ? sourceOf(fact) : ''}
        </span>
      </div>
      {!mixed && fact?.value === null ? (
        <p className="flex items-center justify-between text-xs text-muted">
          Does not apply here.
          <button
            type="button"
            disabled={disabled}
            className="text-accent hover:underline disabled:opacity-50"
            onClick={() => onChange(null)}
          >
            Ask again
          </button>
        </p>
      ) : (
        <FactInput
          definition={definition}
          value={mixed ? undefined : (fact?.value ?? undefined)}
          disabled={disabled}
          onChange={onChange}
        />
      )}
    </div>
  )
}

/** Who said so, as far as it is known. */
function sourceOf({ source, by, at }: Fact): string {
  const day = at === undefined ? '' : `, ${new Date(at).toLocaleDateString()}`
  return `${SOURCES[source]}${by ? `, ${by}` : ''}${day}`
}

/** The control for a fact's kind of value; `undefined` is shown as unknown. */
export function FactInput({
  definition,
  value,
  disabled,
  onChange,
}: {
  definition: FactDefinition
  value: FactValue | undefined
  disabled: boolean
  onChange: (value: FactValue | null) => void
}) {
  const { type } = definition
  switch (type.kind) {
    case 'boolean':
      return (
        <Segmented
          label={definition.label}
          disabled={disabled}
          value={value === true ? 'yes' : value === false ? 'no' : 'unknown'}
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unknown', label: 'Unknown' },
          ]}
          onChange={(chosen) => onChange(chosen === 'unknown' ? null : chosen === 'yes')}
        />
      )
    case 'choice': {
      const known = typeof value === 'string' ? value : ''
      const foreign = known !== '' && !type.choices.some((c) => c.value === known)
      return (
        <Select
          aria-label={definition.label}
          disabled={disabled}
          value={known}
          choices={[
            { value: '', label: 'Unknown' },
            ...type.choices,
            ...(foreign ? [{ value: known, label: known }] : []),
          ]}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
        />
      )
    }
    case 'number':
      return (
        <span className="flex items-center gap-1.5">
          <CommitInput
            aria-label={definition.label}
            inputMode="numeric"
            placeholder="Unknown"
            disabled={disabled}
            value={typeof value === 'number' ? String(value) : ''}
            onCommit={(text) => onChange(numberIn(text, type.min, type.max))}
          />
          {type.unit ? <span className="shrink-0 text-xs text-faint">{type.unit}</span> : null}
        </span>
      )
    case 'text':
      return (
        <CommitInput
          aria-label={definition.label}
          placeholder="Unknown"
          disabled={disabled}
          value={typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : ''}
          onCommit={(text) => onChange(text.trim() === '' ? null : text.trim())}
        />
      )
  }
}

/** A number within its bounds, or `null` (unknown) for an empty or unreadable text. */
function numberIn(text: string, min = 0, max = Number.MAX_SAFE_INTEGER): number | null {
  const cleaned = text.replace(/[\s’']/g, '').replace(',', '.')
  if (cleaned === '') return null
  const value = Number(cleaned)
  return Number.isFinite(value) ? Math.min(Math.max(value, min), max) : null
}
