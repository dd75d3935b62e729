import type { Resource, Template } from './template'
import { asText, at, patternOf, Pending, refsIn, type Value } from './value'

/** Finds resources by what other resources say of them. */
export class Look {
  private readonly byName = new Map<string, Resource[]>()
  private readonly users = new Map<string, Resource[]>()
  private readonly byType = new Map<string, Resource[]>()
  private readonly known = new Map<string, unknown>()
  private named: ReadonlyMap<string, readonly Resource[]> | undefined

  /** @param nameOf properties in which a resource of a type may state its own name */
  constructor(
    private readonly template: Template,
    private readonly nameKeys: (type: string) => readonly string[],
  ) {
    for (const resource of template.resources.values()) {
      if (resource.condition === false) continue
      push(this.byType, resource.type, resource)
      const name = this.nameOf(resource) ?? this.namePattern(resource)
      if (name !== null) push(this.byName, name, resource)
      for (const id of refsIn(resource.properties)) push(this.users, id, resource)
    }
  }

  /** Something worked out over the whole template, once, however often it is asked for. */
  once<T>(key: string, make: () => T): T {
    // Every key is used by one table, with one type.
    if (!this.known.has(key)) this.known.set(key, make())
    return this.known.get(key) as T
  }

  /** Logical ids of the resources of one type that any of these values names. */
  idsOf(values: readonly (Value | undefined)[], type: string): ReadonlySet<string> {
    return new Set(values.flatMap((value) => this.find(value, type)).map(({ id }) => id))
  }

  get resources(): readonly Resource[] {
    return [...this.template.resources.values()].filter((one) => one.condition !== false)
  }

  resource(id: string): Resource | undefined {
    const found = this.template.resources.get(id)
    return found?.condition === false ? undefined : found
  }

  ofType(...types: string[]): readonly Resource[] {
    return types.flatMap((type) => this.byType.get(type) ?? [])
  }

  /** The name that a resource states for itself, where it is known. */
  nameOf(resource: Resource): string | null {
    for (const key of this.nameKeys(resource.type)) {
      const name = asText(at(resource.properties, key))
      if (name !== undefined && name.trim() !== '') return name.trim()
    }
    return null
  }

  /** A name such as `${AWS::StackName}-orders`: the same expression elsewhere means the same thing. */
  private namePattern(resource: Resource): string | null {
    for (const key of this.nameKeys(resource.type)) {
      const value = at(resource.properties, key)
      if (value instanceof Pending && refsIn(value).length === 0) return patternOf(value)
    }
    return null
  }

  /** Resources whose properties name this one. */
  usersOf(id: string): readonly Resource[] {
    return this.users.get(id) ?? []
  }

  /** Resources that name this one by the name it states for itself, in a property made for names. */
  usersByName(resource: Resource): readonly Resource[] {
    const name = this.nameOf(resource)
    if (name === null) return []
    this.named ??= this.indexNames()
    return this.named.get(name) ?? []
  }

  private indexNames(): ReadonlyMap<string, readonly Resource[]> {
    const found = new Map<string, Resource[]>()
    for (const resource of this.resources) {
      const own = this.nameOf(resource)
      for (const [key, value] of Object.entries(resource.properties))
        for (const one of Array.isArray(value) ? (value as readonly Value[]) : [value])
          if (/(Name|Names|Id|Identifier)$/.test(key) && typeof one === 'string' && one !== own)
            push(found, one, resource)
    }
    return found
  }

  /**
   * The resources that a value names: by reference, or by a name or ARN that one of them states for itself.
   *
   * @param types only of these types, or of types beginning with one of these that ends in `::`
   */
  find(value: Value | undefined, ...types: string[]): readonly Resource[] {
    const fits = (resource: Resource): boolean =>
      types.length === 0 ||
      types.some((type) =>
        type.endsWith('::') ? resource.type.startsWith(type) : resource.type === type,
      )
    const referred = refsIn(value).flatMap((id) => this.resource(id) ?? [])
    if (referred.length > 0) return referred.filter(fits)
    if (Array.isArray(value)) return value.flatMap((one: Value) => this.find(one, ...types))
    const text = asText(value) ?? (value instanceof Pending ? patternOf(value) : undefined)
    if (text === undefined) return []
    const tail = text.startsWith('arn:') ? (/[^:/]*$/.exec(text)?.[0] ?? '') : text
    return (this.byName.get(tail) ?? []).filter(fits)
  }

  /** A text with references to what has a name replaced by that name. */
  spelled(value: Value | undefined): string {
    if (!(value instanceof Pending)) return patternOf(value)
    return value.parts
      .map((part) => {
        if (typeof part === 'string' || part.kind === 'hole') return patternOf(new Pending([part]))
        const target = this.resource(part.id)
        const name = target && part.attribute === null ? this.nameOf(target) : null
        return name ?? patternOf(new Pending([part]))
      })
      .join('')
  }
}

function push(map: Map<string, Resource[]>, key: string, resource: Resource): void {
  const list = map.get(key)
  if (list) list.push(resource)
  else map.set(key, [resource])
}
