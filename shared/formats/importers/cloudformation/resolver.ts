import { NO_VALUE, pieces, splitOnHoles, textOf } from './intrinsic-text'
import {
  asList,
  asNumber,
  asText,
  fields,
  isFields,
  isList,
  isRawFields,
  Pending,
  patternOf,
  refsIn,
  type Raw,
  type RawFields,
  type Value,
} from './value'

export type Tri = boolean | 'unknown'

interface Sections {
  parameters: RawFields
  mappings: RawFields
  conditions: RawFields
  resources: ReadonlySet<string>
}

/** Conditions that hang on conditions that hang on conditions: nobody goes deeper. */
const DEEPEST_CONDITION = 50

/**
 * Works intrinsic functions out as far as a template can say.
 *
 * What hangs on the deployment (a parameter without a default, a pseudo parameter, an import, an attribute of a
 * resource) stays {@link Pending}. Never throws on a template's contents, however malformed.
 */
export class Resolver {
  private readonly conditions = new Map<string, Tri>()
  private readonly open = new Set<string>()

  constructor(
    private readonly sections: Sections,
    private readonly given: Readonly<Record<string, string>>,
  ) {}

  /** The value of an expression; `undefined` for `AWS::NoValue`. */
  value(raw: Raw | undefined): Value | undefined {
    const found = this.resolve(raw ?? null)
    return found === NO_VALUE ? undefined : found
  }

  /** Whether a named condition holds. */
  condition(name: string): Tri {
    const known = this.conditions.get(name)
    if (known !== undefined) return known
    if (this.open.has(name) || !(name in this.sections.conditions)) return 'unknown'
    if (this.open.size > DEEPEST_CONDITION) return 'unknown'
    this.open.add(name)
    const found = this.judge(this.sections.conditions[name] ?? null)
    this.open.delete(name)
    this.conditions.set(name, found)
    return found
  }

  private judge(raw: Raw): Tri {
    if (typeof raw === 'boolean') return raw
    if (!isRawFields(raw)) return 'unknown'
    const [name, argument = null] = soleEntry(raw)
    const parts = (): Tri[] =>
      (Array.isArray(argument) ? argument : [argument]).map((part) => this.judge(part))
    switch (name) {
      case 'Condition':
        return typeof argument === 'string' ? this.condition(argument) : 'unknown'
      case 'Fn::Not': {
        const [inner = 'unknown'] = parts()
        return inner === 'unknown' ? inner : !inner
      }
      case 'Fn::And': {
        const all = parts()
        return all.includes(false) ? false : all.includes('unknown') ? 'unknown' : true
      }
      case 'Fn::Or': {
        const all = parts()
        return all.includes(true) ? true : all.includes('unknown') ? 'unknown' : false
      }
      case 'Fn::Equals': {
        const [left, right] = (Array.isArray(argument) ? argument : []).map((side) =>
          this.value(side),
        )
        const [a, b] = [asText(left), asText(right)]
        if (a !== undefined && b !== undefined) return a === b
        const sure = left instanceof Pending && patternOf(left) === patternOf(right)
        return sure ? true : 'unknown'
      }
      default:
        return 'unknown'
    }
  }

  private resolve(raw: Raw): Value | typeof NO_VALUE {
    if (typeof raw === 'string') return splitOnHoles(raw)
    if (raw === null || typeof raw !== 'object') return raw
    if (Array.isArray(raw)) return this.list(raw)
    if (!isRawFields(raw)) return null
    const [name, argument = null] = soleEntry(raw)
    if (name !== null && (name === 'Ref' || name.startsWith('Fn::')))
      return this.call(name, argument)
    return this.object(raw)
  }

  private list(raw: readonly Raw[]): readonly Value[] {
    return raw.flatMap((item) => {
      const found = this.resolve(item)
      return found === NO_VALUE ? [] : [found]
    })
  }

  private object(raw: RawFields): Value {
    const entries: [string, Value][] = []
    for (const [key, inner] of Object.entries(raw)) {
      const found = this.resolve(inner)
      if (found !== NO_VALUE) entries.push([key, found])
    }
    return fields(entries)
  }

  private call(name: string, argument: Raw): Value | typeof NO_VALUE {
    switch (name) {
      case 'Ref':
        return typeof argument === 'string' ? this.ref(argument) : Pending.hole(name)
      case 'Fn::GetAtt':
        return this.attribute(argument)
      case 'Fn::Sub':
        return this.sub(argument)
      case 'Fn::Join':
        return this.join(argument)
      case 'Fn::Select':
        return this.select(argument)
      case 'Fn::Split':
        return this.split(argument)
      case 'Fn::If':
        return this.choose(argument)
      case 'Fn::FindInMap':
        return this.lookUp(argument)
      case 'Fn::Base64':
        return this.resolve(argument)
      case 'Fn::GetAZs':
        return Pending.hole('AZs')
      case 'Fn::Length': {
        const inner = this.value(argument)
        return isList(inner) ? inner.length : Pending.hole(name, refsIn(inner))
      }
      default: {
        // Fn::ImportValue, Fn::Cidr, Fn::Transform, Fn::ToJsonString and whatever is new.
        const inner = this.value(argument)
        return Pending.hole(`${name.slice(4)} ${patternOf(inner)}`.slice(0, 200), refsIn(inner))
      }
    }
  }

  private ref(name: string): Value | typeof NO_VALUE {
    if (name === 'AWS::NoValue') return NO_VALUE
    const parameter = this.sections.parameters[name]
    if (isRawFields(parameter)) return this.parameter(name, parameter)
    if (this.sections.resources.has(name))
      return new Pending([{ kind: 'reference', id: name, attribute: null }])
    return Pending.hole(name)
  }

  private parameter(name: string, parameter: RawFields): Value {
    const type = typeof parameter['Type'] === 'string' ? parameter['Type'] : 'String'
    // The default of such a parameter is the name of a stored value, not the value.
    if (type.startsWith('AWS::SSM::Parameter::Value')) return Pending.hole(name)
    const said = this.given[name] ?? parameter['Default']
    if (said === undefined || said === null) return Pending.hole(name)
    if (type === 'CommaDelimitedList' || type.startsWith('List<')) {
      const items = (
        Array.isArray(said)
          ? said.map((item) => asText(this.value(item)) ?? '')
          : (asText(said as Value) ?? '').split(',')
      ).map((item) => item.trim())
      return items.length === 1 && items[0] === '' ? [] : items
    }
    return typeof said === 'object' ? Pending.hole(name) : splitOnHoles(String(said))
  }

  private attribute(argument: Raw): Value {
    const path = Array.isArray(argument)
      ? argument
      : typeof argument === 'string'
        ? splitAtDot(argument)
        : []
    const [id, ...rest] = path.map((part) => asText(this.value(part)))
    if (id === undefined) return Pending.hole('GetAtt')
    const attribute = rest.filter((part) => part !== undefined).join('.')
    return this.sections.resources.has(id)
      ? new Pending([{ kind: 'reference', id, attribute }])
      : Pending.hole(`${id}.${attribute}`)
  }

  private sub(argument: Raw): Value {
    const [text, own = null] = Array.isArray(argument) ? argument : [argument]
    if (typeof text !== 'string') return Pending.hole('Sub')
    const local = isRawFields(own) ? own : {}
    const parts: Value[] = []
    let last = 0
    for (const match of text.matchAll(/\$\{([^${}]{1,300})\}/g)) {
      parts.push(text.slice(last, match.index))
      last = match.index + match[0].length
      const name = (match[1] ?? '').trim()
      if (name.startsWith('!')) parts.push(`\${${name.slice(1)}}`)
      else if (name in local) parts.push(this.value(local[name]) ?? '')
      else if (name.includes('.')) parts.push(this.attribute(name))
      else {
        const found = this.ref(name)
        parts.push(found === NO_VALUE ? '' : found)
      }
    }
    parts.push(text.slice(last))
    return textOf(parts.flatMap(pieces))
  }

  private join(argument: Raw): Value {
    const [separator, list] = (Array.isArray(argument) ? argument : []).map((part) =>
      this.value(part),
    )
    const between = asText(separator) ?? ''
    if (list instanceof Pending) return Pending.hole(`Join ${patternOf(list)}`, refsIn(list))
    return textOf(asList(list).flatMap((item, i) => [...(i > 0 ? [between] : []), ...pieces(item)]))
  }

  private select(argument: Raw): Value | typeof NO_VALUE {
    const [index, list] = (Array.isArray(argument) ? argument : []).map((part) => this.value(part))
    const position = asNumber(index)
    if (isList(list) && position !== undefined) return list[position] ?? Pending.hole('Select')
    return Pending.hole(`${holeName(list)}[${position ?? patternOf(index)}]`, refsIn(list))
  }

  private split(argument: Raw): Value {
    const [separator, text] = (Array.isArray(argument) ? argument : []).map((part) =>
      this.value(part),
    )
    const [between, whole] = [asText(separator), asText(text)]
    if (between !== undefined && between !== '' && whole !== undefined) return whole.split(between)
    return Pending.hole(`Split ${patternOf(text)}`, refsIn(text))
  }

  private choose(argument: Raw): Value | typeof NO_VALUE {
    const [name, yes = null, no = null] = Array.isArray(argument) ? argument : []
    const holds = typeof name === 'string' ? this.condition(name) : 'unknown'
    if (holds !== 'unknown') return this.resolve(holds ? yes : no)
    const a = this.resolve(yes)
    const b = this.resolve(no)
    if (a !== NO_VALUE && b !== NO_VALUE && !(a instanceof Pending) && sameValue(a, b)) return a
    const refs = [...(a === NO_VALUE ? [] : refsIn(a)), ...(b === NO_VALUE ? [] : refsIn(b))]
    return Pending.hole(`If ${typeof name === 'string' ? name : ''}`, [...new Set(refs)])
  }

  /** A key that is not known still gives an answer where every key would give the same. */
  private lookUp(argument: Raw): Value {
    const [map, ...keys] = (Array.isArray(argument) ? argument : [])
      .slice(0, 3)
      .map((part) => this.value(part))
    const name = asText(map)
    let found: readonly Raw[] = name === undefined ? [] : [this.sections.mappings[name] ?? null]
    for (const key of keys) {
      const word = asText(key)
      found = found.flatMap((level): readonly Raw[] => {
        if (!isRawFields(level)) return []
        if (word === undefined) return Object.values(level)
        const inner = level[word]
        return inner === undefined ? [] : [inner]
      })
    }
    const values = found.map((raw) => this.value(raw) ?? null)
    const [first] = values
    if (first !== undefined && values.every((one) => sameValue(one, first))) return first
    return Pending.hole(`FindInMap ${patternOf(map)}.${keys.map(patternOf).join('.')}`)
  }
}

function sameValue(a: Value, b: Value): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function soleEntry(raw: RawFields): readonly [string | null, Raw?] {
  const [only, ...more] = Object.entries(raw)
  return only && more.length === 0 ? only : [null]
}

function splitAtDot(text: string): string[] {
  const dot = text.indexOf('.')
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)]
}

function holeName(value: Value | undefined): string {
  const [only, ...more] = value instanceof Pending ? value.parts : []
  return typeof only === 'object' && only.kind === 'hole' && more.length === 0
    ? only.name
    : isFields(value)
      ? 'Select'
      : patternOf(value)
}
