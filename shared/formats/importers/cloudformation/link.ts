import type { EdgeKind } from '../../../model/records'
import type { Bundle, Link, LinkDraft, Said } from './mapping'
import { asText, at, isFields, isList, Pending, type Value } from './value'

type LinkFacts = Readonly<Record<string, Said>>

/** AWS encrypts what its own services send each other. */
export const BETWEEN_SERVICES: LinkFacts = {
  protocol: { value: 'HTTPS', byDefault: true },
  encrypted: { value: true, byDefault: true },
}

/** A connector from this node to what a property names; a list gives one each. */
export function toward(kind: EdgeKind, path: string, facts: LinkFacts = {}): Link {
  return (properties) => each(properties, path, (to) => ({ from: 'self', to, kind, facts }))
}

/** A connector to this node from what a property names. */
export function from(kind: EdgeKind, path: string, facts: LinkFacts = {}): Link {
  return (properties) =>
    each(properties, path, (source) => ({ from: source, to: 'self', kind, facts }))
}

/** A connector between what two properties name. */
export function between(
  kind: EdgeKind,
  [source, target]: readonly [string, string],
  facts: LinkFacts = {},
): Link {
  return (properties) => [{ from: at(properties, source), to: at(properties, target), kind, facts }]
}

/** Drafts made by hand. */
export function links(make: (properties: Value, about: Bundle) => readonly LinkDraft[]): Link {
  return make
}

function each(
  properties: Value,
  path: string,
  make: (end: Value) => LinkDraft,
): readonly LinkDraft[] {
  return ends(every(properties, path)).map(make)
}

/** Values at a path, through lists on the way. */
export function every(value: Value | undefined, path: string): readonly Value[] {
  let found: readonly Value[] = value === undefined ? [] : [value]
  for (const key of path.split('.'))
    found = found
      .flatMap((one) => (isList(one) ? one : [one]))
      .flatMap((one) => {
        const inner = at(one, key)
        return inner === undefined ? [] : [inner]
      })
  return found.flatMap((one) => (isList(one) ? one : [one]))
}

function ends(values: readonly Value[]): readonly Value[] {
  return values.filter(
    (one) => one instanceof Pending || isFields(one) || asText(one) !== undefined,
  )
}

/** Facts of a connector from the protocol that a listener or target speaks. */
export function spoken(protocol: Value | undefined): LinkFacts {
  const word = asText(protocol)?.toUpperCase()
  switch (word) {
    case 'HTTP':
      return { protocol: { value: 'HTTP' }, encrypted: { value: false } }
    case 'HTTPS':
      return { protocol: { value: 'HTTPS' }, encrypted: { value: true } }
    case 'TLS':
    case 'SSL':
      return { protocol: { value: 'TLS' }, encrypted: { value: true } }
    case 'TCP':
    case 'UDP':
      return { protocol: { value: word } }
    default:
      return {}
  }
}
