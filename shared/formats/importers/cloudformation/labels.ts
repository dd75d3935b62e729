import { tagsOf } from './backups'
import type { Assembly, Draft } from './assemble'
import type { Look } from './look'
import type { Resource } from './template'
import { asText } from './value'

/** Longer names give way to the logical id. */
const LONGEST = 60

/**
 * What each draft is called: the name it states, its `Name` tag, or its logical id. Two of a kind with the same name
 * both go by their logical id.
 */
export function labelsOf(assembly: Assembly, look: Look): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const seen = new Map<string, Draft[]>()
  for (const draft of assembly.drafts.values()) {
    const label = labelOf(draft, look)
    labels.set(draft.key, label)
    const list = seen.get(`${draft.bundle.type} ${label}`)
    if (list) list.push(draft)
    else seen.set(`${draft.bundle.type} ${label}`, [draft])
  }
  for (const same of seen.values())
    if (same.length > 1)
      for (const draft of same)
        if (draft.bundle.main) labels.set(draft.key, readable(draft.bundle.main))
  return labels
}

function labelOf({ bundle, key }: Draft, look: Look): string {
  const { main } = bundle
  if (main === null) {
    return plainName(key.slice(key.indexOf('|') + 1)).slice(0, LONGEST) || bundle.type
  }
  const name = look.nameOf(main) ?? asText(tagsOf(main.properties).get('Name'))
  return name !== undefined && name.trim() !== '' && name.length <= LONGEST
    ? name.trim()
    : readable(main)
}

/** An expression as a name for people: `${VpcId}` → `VpcId`, `${ImportValue ${Network}-VPC}` → `Network-VPC`. */
export function plainName(pattern: string): string {
  return pattern.replaceAll(/[${}]|ImportValue /g, '')
}

/** The CDK's hash at the end of a logical id says nothing to people. */
function readable({ id, fromCdk }: Resource): string {
  const plain = id.replace(/[0-9A-F]{8}$/, '')
  const hashed = plain !== id && plain !== '' && (fromCdk || /\d/.test(id.slice(-8)))
  return hashed ? plain : id
}
