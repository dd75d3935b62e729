import { fields, isRawFields, type Raw, type RawFields } from './value'

const PREFIX = 'Fn::ForEach::'
/** More copies than this are left folded up. */
const MOST_COPIES = 500

/**
 * Unrolls `Fn::ForEach` in the resources section where its list is known. What cannot be unrolled stays under its own
 * key, as a resource of type `Fn::ForEach`.
 */
export function expandForEach(
  resources: RawFields,
  parameters: RawFields,
  given: Readonly<Record<string, string>>,
): RawFields {
  if (!Object.keys(resources).some((key) => key.startsWith(PREFIX))) return resources
  let copies = 0
  const expand = (section: RawFields, depth: number): [string, Raw][] =>
    Object.entries(section).flatMap(([key, body]): [string, Raw][] => {
      if (!key.startsWith(PREFIX)) return [[key, body]]
      const folded: [string, Raw][] = [[key, fields<Raw>([['Type', 'Fn::ForEach']])]]
      if (!Array.isArray(body) || depth > 4) return folded
      const [variable, collection, template] = body as readonly Raw[]
      const items = itemsOf(collection ?? null, parameters, given)
      if (typeof variable !== 'string' || !isRawFields(template) || items === null) return folded
      return items.flatMap((item) => {
        if (++copies > MOST_COPIES) return []
        const copy = replace(template, variable, item)
        return isRawFields(copy) ? expand(copy, depth + 1) : []
      })
    })
  return fields(expand(resources, 0))
}

function itemsOf(
  raw: Raw,
  parameters: RawFields,
  given: Readonly<Record<string, string>>,
): readonly string[] | null {
  if (Array.isArray(raw)) {
    const items: unknown[] = raw
    return items.every((item) => typeof item === 'string') ? items : null
  }
  const name = isRawFields(raw) ? raw['Ref'] : undefined
  if (typeof name !== 'string') return null
  const parameter = parameters[name]
  const said = given[name] ?? (isRawFields(parameter) ? parameter['Default'] : undefined)
  return typeof said === 'string' ? said.split(',').map((item) => item.trim()) : null
}

function replace(raw: Raw, variable: string, item: string): Raw {
  if (typeof raw === 'string') return fill(raw, variable, item)
  if (Array.isArray(raw)) return raw.map((inner: Raw) => replace(inner, variable, item))
  if (!isRawFields(raw)) return raw
  if (raw['Ref'] === variable) return item
  return fields(
    Object.entries(raw).map(([key, inner]) => [
      fill(key, variable, item),
      replace(inner, variable, item),
    ]),
  )
}

/** `${Name}` takes the item as it is, `&{Name}` its letters and digits. */
function fill(text: string, variable: string, item: string): string {
  return text
    .replaceAll(`\${${variable}}`, item)
    .replaceAll(`&{${variable}}`, item.replace(/[^A-Za-z0-9]/g, ''))
}
