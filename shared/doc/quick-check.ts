import type { $ZodCheck, $ZodChecks, $ZodType, $ZodTypes } from 'zod/v4/core'

/**
 * Whether a value, parsed from JSON, is sure to be what a schema accepts and gives back unchanged. `false` says
 * nothing: the schema itself has to be asked.
 */
export type QuickCheck = (value: unknown) => boolean

/** Says nothing about any value. */
const NEVER: QuickCheck = () => false

/**
 * A quick check made of a schema. Reading a document asks it of every record: several times faster than the schema,
 * which makes a copy of all it reads. Kinds of schema that records of large boards are not made of are left to zod.
 */
export function quickCheck(schema: $ZodType): QuickCheck {
  const { def } = (schema as $ZodTypes)._zod
  switch (def.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'null':
      return (value) => value === null
    case 'string':
      return all((value) => typeof value === 'string', def.checks)
    case 'number':
      return all((value) => Number.isFinite(value), def.checks)
    case 'array': {
      const item = quickCheck(def.element)
      return all((value) => Array.isArray(value) && value.every(item), def.checks)
    }
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries))
      return (value) => values.has(value)
    }
    case 'literal': {
      const values = new Set<unknown>(def.values)
      return (value) => values.has(value)
    }
    case 'nullable': {
      const inner = quickCheck(def.innerType)
      return (value) => value === null || inner(value)
    }
    case 'optional':
      return quickCheck(def.innerType)
    case 'union': {
      if (def.checks?.length) return NEVER
      const options = def.options.map(quickCheck)
      return (value) => options.some((option) => option(value))
    }
    case 'object':
      return def.checks?.length || def.catchall ? NEVER : objectCheck(def.shape)
    case 'record': {
      if (def.checks?.length) return NEVER
      return recordCheck(quickCheck(def.keyType), quickCheck(def.valueType))
    }
    default:
      return NEVER
  }
}

/** All keys are the schema's, and those that have to be there are. */
function objectCheck(shape: Readonly<Record<string, $ZodType>>): QuickCheck {
  const checks = new Map<string, QuickCheck>()
  let needed = 0
  const isNeeded = new Set<string>()
  for (const [key, schema] of Object.entries(shape)) {
    checks.set(key, quickCheck(schema))
    if ((schema as $ZodTypes)._zod.def.type === 'optional') continue
    isNeeded.add(key)
    needed++
  }
  return (value) => {
    if (!isPlain(value)) return false
    let found = 0
    for (const key in value) {
      const check = checks.get(key)
      if (!check?.(value[key])) return false
      if (isNeeded.has(key)) found++
    }
    return found === needed
  }
}

function recordCheck(keys: QuickCheck, values: QuickCheck): QuickCheck {
  return (value) => {
    if (!isPlain(value)) return false
    for (const key in value)
      if (key === '__proto__' || !keys(key) || !values(value[key])) return false
    return true
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

function all(type: QuickCheck, checks: readonly $ZodCheck<never>[] | undefined): QuickCheck {
  const limits = (checks ?? []).map((check) => limitCheck((check as $ZodChecks)._zod.def))
  if (limits.includes(NEVER)) return NEVER
  return (value) => type(value) && limits.every((limit) => limit(value))
}

/** The limits that records have; the value is known to be of the right type. */
function limitCheck(def: $ZodChecks['_zod']['def']): QuickCheck {
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string | unknown[]).length >= def.minimum
    case 'max_length':
      return (value) => (value as string | unknown[]).length <= def.maximum
    case 'greater_than':
      return numberCheck(def, (value, limit) => value >= limit)
    case 'less_than':
      return numberCheck(def, (value, limit) => value <= limit)
    case 'string_format': {
      const { format, pattern } = def
      if (format !== 'regex' || !pattern || pattern.global || pattern.sticky) return NEVER
      return (value) => pattern.test(value as string)
    }
    default:
      return NEVER
  }
}

/** Dates and big integers, which limits may be of too, are left to zod. */
function numberCheck(
  { inclusive, value: limit }: { inclusive: boolean; value: unknown },
  holds: (value: number, limit: number) => boolean,
): QuickCheck {
  if (!inclusive || typeof limit !== 'number') return NEVER
  return (value) => holds(value as number, limit)
}
