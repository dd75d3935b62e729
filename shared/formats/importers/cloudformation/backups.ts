import type { Look } from './look'
import type { Said, Telling } from './mapping'
import { standard } from './tell'
import { asList, asText, at, isFields, patternOf, Pending, refsIn, type Value } from './value'

/** What the backup plans of a template select. */
interface Selected {
  everything: boolean
  ids: ReadonlySet<string>
  /** `key=value` of tags. */
  tags: ReadonlySet<string>
  /** Some selection cannot be read before the deployment. */
  open: boolean
}

function selectedBy(look: Look): Selected {
  const selections = look.ofType('AWS::Backup::BackupSelection').map(({ properties }) => properties)
  const chosen = selections.flatMap((one) => asList(at(one, 'BackupSelection.Resources')))
  const byTag = selections.flatMap((one) => [
    ...asList(at(one, 'BackupSelection.ListOfTags')),
    ...asList(at(one, 'BackupSelection.Conditions.StringEquals')),
  ])
  return {
    everything: chosen.some((one) => asText(one) === '*'),
    ids: new Set(chosen.flatMap((one) => [...refsIn(one), ...look.find(one).map(({ id }) => id)])),
    tags: new Set(byTag.map((one) => tagKey(at(one, 'ConditionKey'), at(one, 'ConditionValue')))),
    open: chosen.some(
      (one) => one instanceof Pending && refsIn(one).length === 0 && !isReadable(one),
    ),
  }
}

function tagKey(key: Value | undefined, value: Value | undefined): string {
  return `${patternOf(key).replace(/^aws:ResourceTag\//, '')}=${patternOf(value)}`
}

/**
 * Whether AWS Backup, or a lifecycle policy for snapshots, of this template selects the thing.
 *
 * A selection that names no resource of the template and cannot be read leaves it open.
 */
export const inBackupPlan: Telling = (properties, { look, main }): Said | undefined => {
  if (properties instanceof Pending || main === null) return undefined
  const selected = look.once('backups', () => selectedBy(look))
  const tags = [...tagsOf(properties)].map(([key, value]) => tagKey(key, value))
  if (selected.everything || selected.ids.has(main.id)) return { value: true }
  if (tags.some((tag) => selected.tags.has(tag))) return { value: true }
  if (main.type.startsWith('AWS::EC2::')) {
    const snapshots = look.once('snapshots', () => snapshotTags(look))
    if (tags.some((tag) => snapshots.has(tag))) return { value: true }
  }
  return selected.open ? undefined : standard(false)
}

function snapshotTags(look: Look): ReadonlySet<string> {
  return new Set(
    look
      .ofType('AWS::DLM::LifecyclePolicy')
      .flatMap(({ properties }) => asList(at(properties, 'PolicyDetails.TargetTags')))
      .map((tag) => tagKey(at(tag, 'Key'), at(tag, 'Value'))),
  )
}

/** Amazon EFS can turn its own daily backups on. */
export const ownBackupPolicy: Telling = (properties): Said | undefined => {
  const status = at(properties, 'BackupPolicy.Status')
  return asText(status) === 'ENABLED' ? { value: true } : undefined
}

/** A text such as `arn:${AWS::Partition}:…:table/orders` can be read to its end. */
function isReadable(value: Pending): boolean {
  return typeof value.parts.at(-1) === 'string'
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
