import { expandForEach } from './for-each'
import { Resolver, type Tri } from './resolver'
import { mergeGlobals } from './sam-globals'
import { impliedBySam } from './sam-implied'
import { fields, isFields, isRawFields, type Fields, type Raw, type RawFields } from './value'

/** A resource as a template declares it, its properties resolved. */
export interface Resource {
  id: string
  type: string
  properties: Fields
  /** Whether it will exist: false ones are left out, unknown ones are drawn. */
  condition: Tri
  /** Name of its condition, if it has one. */
  conditionName: string | null
  /** Made by SAM from the events of a function: in no template. */
  implied: boolean
  /** Was made by the AWS CDK, which adds a hash to logical ids. */
  fromCdk: boolean
  /** `Retain` or `Snapshot` keep the thing when the stack goes. */
  deletionPolicy: string | null
}

export interface Template {
  description: string
  resources: ReadonlyMap<string, Resource>
  /** Things to tell the person who imports. */
  notes: string[]
}

/** Reads the sections of a parsed template. `given` overrides the defaults of parameters. */
export function readTemplate(root: RawFields, given: Readonly<Record<string, string>>): Template {
  const notes: string[] = []
  const parameters = section(root, 'Parameters')
  const written = expandForEach(section(root, 'Resources'), parameters, given)
  const implied = impliedBySam(written)
  const declared = fields([...Object.entries(written), ...Object.entries(implied)])
  const resolver = new Resolver(
    {
      parameters,
      mappings: section(root, 'Mappings'),
      conditions: section(root, 'Conditions'),
      resources: new Set(Object.keys(declared)),
    },
    given,
  )
  const globals = section(root, 'Globals')
  const resources = new Map<string, Resource>()
  for (const [id, raw] of Object.entries(declared)) {
    const body = isRawFields(raw) ? raw : {}
    const type = typeof body['Type'] === 'string' ? body['Type'] : ''
    const conditionName = typeof body['Condition'] === 'string' ? body['Condition'] : null
    const properties = resolver.value(mergeGlobals(type, body['Properties'] ?? {}, globals))
    resources.set(id, {
      id,
      type,
      properties: isFields(properties) ? properties : fields([]),
      condition: conditionName === null ? true : resolver.condition(conditionName),
      conditionName,
      implied: id in implied,
      fromCdk: isRawFields(body['Metadata']) && 'aws:cdk:path' in body['Metadata'],
      deletionPolicy: typeof body['DeletionPolicy'] === 'string' ? body['DeletionPolicy'] : null,
    })
  }
  const unknown = Object.entries(parameters)
    .filter(
      ([name, one]) =>
        isRawFields(one) && one['Default'] === undefined && given[name] === undefined,
    )
    .map(([name]) => name)
  if (unknown.length > 0)
    notes.push(
      `Nothing is said about what hangs on parameters without a default: ${listed(unknown)}.`,
    )
  if ('Transform' in root && !usesKnownTransform(root['Transform']))
    notes.push('The template is changed by macros when it is deployed; what they add is not drawn.')
  const description = root['Description']
  return { description: typeof description === 'string' ? description : '', resources, notes }
}

/** The first names, and how many more there are. */
export function listed(names: readonly string[], most = 12): string {
  const more = names.length - most
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function section(root: RawFields, name: string): RawFields {
  const found = root[name]
  return isRawFields(found) ? found : fields<Raw>([])
}

function usesKnownTransform(transform: Raw | undefined): boolean {
  const names = Array.isArray(transform) ? transform : [transform]
  return names.every(
    (name) =>
      typeof name === 'string' &&
      (name.startsWith('AWS::Serverless') ||
        name === 'AWS::LanguageExtensions' ||
        name.startsWith('AWS::SecretsManager') ||
        name.startsWith('AWS::CodeDeployBlueGreen')),
  )
}
