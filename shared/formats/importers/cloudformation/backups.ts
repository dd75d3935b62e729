import type { Said, Telling } from './mapping'
import { standard } from './tell'
import { asList, asText, at, isFields, patternOf, Pending, refsIn, type Value } from './value'

/**
 * Whether AWS Backup, or a lifecycle policy for snapshots, of this template selects the thing.
 *
 * A selection that names no resource of the template and cannot be read leaves it open.
 */
export const inBackupPlan: Telling = (properties, about): Said | undefined => {
  if (properties instanceof Pending || about.main === null) return undefined
  const { look, main } = about
  const tags = tagsOf(properties)
  let open = false
  for (const { properties: selection } of look.ofType('AWS::Backup::BackupSelection')) {
    const chosen = at(selection, 'BackupSelection.Resources')
    const named = asList(chosen).some(
      (one) =>
        asText(one) === '*' ||
        refsIn(one).includes(main.id) ||
        look.find(one).some((found) => found.id === main.id),
    )
    if (named) return { value: true }
    if (
      asList(chosen).some(
        (one) => one instanceof Pending && refsIn(one).length === 0 && unreadable(one),
      )
    )
      open = true
    for (const wanted of asList(at(selection, 'BackupSelection.ListOfTags')))
      if (fits(tags, at(wanted, 'ConditionKey'), at(wanted, 'ConditionValue')))
        return { value: true }
    for (const wanted of asList(at(selection, 'BackupSelection.Conditions.StringEquals'))) {
      const key = asText(at(wanted, 'ConditionKey'))?.replace(/^aws:ResourceTag\//, '')
      if (fits(tags, key, at(wanted, 'ConditionValue'))) return { value: true }
    }
  }
  if (main.type.startsWith('AWS::EC2::'))
    for (const { properties: policy } of look.ofType('AWS::DLM::LifecyclePolicy')) {
      const target = asList(at(policy, 'PolicyDetails.TargetTags'))
      if (target.some((wanted) => fits(tags, at(wanted, 'Key'), at(wanted, 'Value'))))
        return { value: true }
    }
  return open ? undefined : standard(false)
}

/** Amazon EFS can turn its own daily backups on. */
export const ownBackupPolicy: Telling = (properties): Said | undefined => {
  const status = at(properties, 'BackupPolicy.Status')
  return asText(status) === 'ENABLED' ? { value: true } : undefined
}

/** A text such as `arn:${AWS::Partition}:…:table/orders` can be read to its end. */
function unreadable(value: Pending): boolean {
  const last = value.parts.at(-1)
  return typeof last !== 'string'
}

type Tags = ReadonlyMap<string, Value>

/** Tags of a resource, by key: a list of `Key` and `Value`, or an object. */
export function tagsOf(properties: Value): Tags {
  const said =
    at(properties, 'Tags') ?? at(properties, 'FileSystemTags') ?? at(properties, 'UserPoolTags')
  if (isFields(said)) return new Map(Object.entries(said))
  return new Map(
    asList(said).flatMap((tag): [string, Value][] => {
      const key = asText(at(tag, 'Key'))
      const value = at(tag, 'Value')
      return key === undefined || value === undefined ? [] : [[key, value]]
    }),
  )
}

function fits(tags: Tags, key: Value | string | undefined, value: Value | undefined): boolean {
  const name = asText(key)
  if (name === undefined) return false
  const own = tags.get(name)
  return own !== undefined && patternOf(own) === patternOf(value)
}
