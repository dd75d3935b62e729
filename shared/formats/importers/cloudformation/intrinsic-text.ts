import { asText, Pending, patternOf, refsIn, type Part, type Value } from './value'

/** What `Ref: AWS::NoValue` gives: the property is not there. */
export const NO_VALUE = Symbol('AWS::NoValue')

const DYNAMIC = /\{\{resolve:([^{}]{1,500})\}\}/g

/** Text with the dynamic references in it (`{{resolve:ssm:…}}`) as holes. */
export function splitOnHoles(text: string): Value {
  if (!text.includes('{{resolve:')) return text
  const parts: Part[] = []
  let last = 0
  for (const match of text.matchAll(DYNAMIC)) {
    parts.push(text.slice(last, match.index))
    parts.push({ kind: 'hole', name: `resolve:${match[1] ?? ''}`, refs: [] })
    last = match.index + match[0].length
  }
  if (last === 0) return text
  parts.push(text.slice(last))
  return textOf(parts)
}

/** The parts that a value adds to a text around it. */
export function pieces(value: Value): readonly Part[] {
  if (value instanceof Pending) return value.parts
  const text = asText(value)
  if (text !== undefined) return [text]
  const refs = refsIn(value)
  return value === null ? [] : [{ kind: 'hole', name: patternOf(value).slice(0, 200), refs }]
}

/** One text from its parts: known where all of them are. */
export function textOf(parts: readonly Part[]): Value {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part
    else if (part !== '') joined.push(part)
  }
  const [only = ''] = joined
  if (joined.length < 2 && typeof only === 'string') return splitOnHoles(only)
  return secretInside(joined) ?? new Pending(joined)
}

/** `{{resolve:secretsmanager:${Secret}:…}}` is put together by Fn::Join and Fn::Sub, so it shows only in the result. */
function secretInside(parts: readonly Part[]): Pending | null {
  const [first] = parts
  if (typeof first !== 'string' || !first.trimStart().startsWith('{{resolve:')) return null
  const refs = parts.flatMap((part) =>
    typeof part === 'string' ? [] : part.kind === 'reference' ? [part.id] : part.refs,
  )
  const name = first.trimStart().slice(2)
  return new Pending([{ kind: 'hole', name, refs }])
}
