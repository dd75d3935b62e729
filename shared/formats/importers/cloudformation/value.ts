/**
 * A template's values before anything is resolved, intrinsic functions in their long form (`{ 'Fn::Sub': … }`).
 * Objects have no prototype, so no key of a template can be mistaken for a method.
 */
export type Raw = null | boolean | number | string | readonly Raw[] | RawFields
export interface RawFields {
  readonly [key: string]: Raw
}

/** Part of a text that names a resource of the template: `Ref` (`attribute` null) or `Fn::GetAtt`. */
interface Reference {
  kind: 'reference'
  id: string
  attribute: string | null
}

/** Something that only the deployment knows: a parameter without a default, a pseudo parameter, an import. */
interface Hole {
  kind: 'hole'
  /** As a person would write it: `AWS::Region`, `DatabaseName`, `Zones[1]`. Equal names are equal values. */
  name: string
  /** Resources that the value may come from, such as both branches of an undecided `Fn::If`. */
  refs: readonly string[]
}

export type Part = string | Reference | Hole

/** A value that is not known in full before the template is deployed. */
export class Pending {
  constructor(readonly parts: readonly Part[]) {}

  static hole(name: string, refs: readonly string[] = []): Pending {
    return new Pending([{ kind: 'hole', name, refs }])
  }
}

/** A resolved value. What is not there is `undefined`, what is not known is {@link Pending}. */
export type Value = null | boolean | number | string | Pending | readonly Value[] | Fields
export interface Fields {
  readonly [key: string]: Value
}

export function isFields(value: Value | undefined): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Pending)
  )
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

export function isRawFields(raw: Raw | undefined): raw is RawFields {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

/** An object without a prototype, from entries; a later key replaces an earlier one. */
export function fields<T>(entries: Iterable<readonly [string, T]>): { readonly [key: string]: T } {
  const made = Object.create(null) as { [key: string]: T }
  for (const [key, value] of entries) made[key] = value
  return made
}

/** Follows a path such as `VpcConfig.SubnetIds`: `undefined` where it ends early, pending where that is not known. */
export function at(value: Value | undefined, path: string): Value | undefined {
  let found = value
  for (const key of path.split('.')) {
    if (found instanceof Pending) return found
    if (!isFields(found)) return undefined
    found = found[key]
  }
  return found === null ? undefined : found
}

/** Yes or no, as CloudFormation reads it; `undefined` for what is neither, or not known. */
export function asFlag(value: Value | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (word === 'true' || word === 'yes' || word === 'on' || word === 1 || word === '1') return true
  if (word === 'false' || word === 'no' || word === 'off' || word === 0 || word === '0')
    return false
  return undefined
}

export function asNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** Text, or a number or flag as text; `undefined` for what is not known in full. */
export function asText(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** The members of a list; a single value counts as a list of one, nothing as an empty one. */
export function asList(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return []
  return isList(value) ? value : [value]
}

/** A text as far as it is known: `arn:${AWS::Partition}:sqs:…:${Orders}`. Equal patterns are equal values. */
export function patternOf(value: Value | undefined): string {
  if (value instanceof Pending) return value.parts.map(partText).join('')
  return asText(value) ?? (value === undefined ? '' : JSON.stringify(value))
}

function partText(part: Part): string {
  if (typeof part === 'string') return part
  if (part.kind === 'hole') return `\${${part.name}}`
  return `\${${part.id}${part.attribute === null ? '' : `.${part.attribute}`}}`
}

/** Logical ids of all resources that a value names, at any depth, in order, each once. */
export function refsIn(value: Value | undefined): readonly string[] {
  const found = new Set<string>()
  const walk = (inner: Value | undefined): void => {
    if (inner instanceof Pending) {
      for (const part of inner.parts) {
        if (typeof part === 'string') continue
        if (part.kind === 'reference') found.add(part.id)
        else for (const id of part.refs) found.add(id)
      }
    } else if (isList(inner)) inner.forEach(walk)
    else if (isFields(inner)) Object.values(inner).forEach(walk)
  }
  walk(value)
  return [...found]
}

/** Whether something is set: no for nothing, blank or empty; `undefined` where that hangs on the deployment. */
export function isGiven(value: Value | undefined): boolean | undefined {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (value instanceof Pending)
    return value.parts.some((part) => typeof part !== 'string' && part.kind === 'reference')
      ? true
      : value.parts.some((part) => typeof part === 'string' && part.trim() !== '')
        ? true
        : undefined
  if (isList(value)) {
    if (value.length === 0) return false
    const members = value.map(isGiven)
    return members.includes(true) ? true : members.every((one) => one === false) ? false : undefined
  }
  return typeof value === 'object' ? Object.keys(value).length > 0 : true
}
