/** Kleene's three truth values. `unknown` is neither yes nor no: more facts may make it either. */
export type Tri = boolean | 'unknown'

export function not(value: Tri): Tri {
  return value === 'unknown' ? value : !value
}
