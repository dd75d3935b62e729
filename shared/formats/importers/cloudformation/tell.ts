import type { FactValue } from '../../../model/records'
import type { Bundle, Said, Telling } from './mapping'
import { asFlag, asList, asNumber, asText, at, isGiven, Pending, type Value } from './value'

/** A telling that needs the properties alone. */
type Plain = (properties: Value) => Said | undefined

/** Absent properties give AWS's default, where there is one. */
function absent(byDefault: FactValue | undefined): Said | undefined {
  return byDefault === undefined ? undefined : { value: byDefault, byDefault: true }
}

export function said(value: FactValue | undefined): Said | undefined {
  return value === undefined ? undefined : { value }
}

export const standard = (value: FactValue): Said => ({ value, byDefault: true })

/** A yes-or-no property. */
export function flag(path: string, byDefault?: boolean): Plain {
  return (properties) => {
    const value = at(properties, path)
    return value === undefined ? absent(byDefault) : said(asFlag(value))
  }
}

export function amount(path: string, byDefault?: number): Plain {
  return (properties) => {
    const value = at(properties, path)
    return value === undefined ? absent(byDefault) : said(asNumber(value))
  }
}

/** True for a number above zero. */
export function positive(path: string, byDefault?: boolean): Plain {
  return (properties) => {
    const value = at(properties, path)
    if (value === undefined) return absent(byDefault)
    const number = asNumber(value)
    return number === undefined ? undefined : { value: number > 0 }
  }
}

export function words(path: string): Plain {
  return (properties) => said(asText(at(properties, path)))
}

/** One of a few words, translated; others are not told. Case does not count. */
export function choose(
  path: string,
  table: Readonly<Record<string, FactValue>>,
  byDefault?: FactValue,
): Plain {
  const lower = new Map(Object.entries(table).map(([key, value]) => [key.toLowerCase(), value]))
  return (properties) => {
    const value = at(properties, path)
    if (value === undefined) return absent(byDefault)
    return said(lower.get((asText(value) ?? '').toLowerCase()))
  }
}

/** Whether one of these properties is set at all. */
export function given(...paths: string[]): Plain {
  return (properties) => {
    const found = paths.map((path) => isGiven(at(properties, path)))
    if (found.includes(true)) return { value: true }
    return found.every((one) => one === false) ? standard(false) : undefined
  }
}

/** The same for every resource of the type, because the template asks for it by using the type. */
export function always(value: FactValue): Plain {
  return (properties) => (properties instanceof Pending ? undefined : { value })
}

/** The same for every resource of the type, because AWS makes it so. */
export function byDefault(value: FactValue): Plain {
  return (properties) => (properties instanceof Pending ? undefined : standard(value))
}

/** The first of several tellings that tells. */
export function firstOf(...tellings: Telling[]): Telling {
  return (properties, about) => {
    for (const telling of tellings) {
      const found = telling(properties, about)
      if (found) return found
    }
    return undefined
  }
}

/** Which key encrypts: none named is AWS's own, an `alias/aws/…` one it manages, any other the customer's. */
export function key(path: string, whenAbsent?: 'awsOwned' | 'awsManaged'): Plain {
  return (properties) => {
    const value = at(properties, path)
    if (value === undefined || asText(value)?.trim() === '') return absent(whenAbsent)
    const text = asText(value)
    if (text === undefined)
      return isGiven(value) === true ? { value: 'customerManaged' } : undefined
    return { value: /(^|\/)aws\//.test(text) ? 'awsManaged' : 'customerManaged' }
  }
}

/** `Key`/`Value` lists such as tags and attributes. */
export function pairValue(
  list: Value | undefined,
  key: string,
  names: readonly [key: string, value: string] = ['Key', 'Value'],
): Value | undefined {
  if (list instanceof Pending) return list
  for (const item of asList(list)) if (asText(at(item, names[0])) === key) return at(item, names[1])
  return undefined
}

/** A yes-or-no attribute in a list of keys and values. */
export function attribute(path: string, name: string, byDefault?: boolean): Plain {
  return (properties) => {
    const value = pairValue(at(properties, path), name)
    return value === undefined ? absent(byDefault) : said(asFlag(value))
  }
}

/** Names of the dynamic references and unknown values in a value. */
function holesIn(value: Value | undefined): readonly string[] {
  return value instanceof Pending
    ? value.parts.flatMap((part) =>
        typeof part === 'object' && part.kind === 'hole' ? [part.name] : [],
      )
    : []
}

/** Whether a password or name is fetched from Secrets Manager when the stack is made. */
export function fromSecretsManager(value: Value | undefined): boolean {
  return holesIn(value).some((name) => name.startsWith('resolve:secretsmanager'))
}

export function properties(about: Bundle, ...types: string[]): readonly Value[] {
  return about.of(...types).map((one) => one.properties)
}
