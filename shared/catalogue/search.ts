import type { BulkDetail } from './bulk/detail'
import { bulkServices, moreTerms } from './bulk/entries'
import { catalogue } from './catalogue'
import type { GroupDefinition, ServiceDefinition } from './define'
import { groups } from './groups'

/** One line of the palette's answer. */
export type PaletteHit =
  | { kind: 'service'; definition: ServiceDefinition }
  | { kind: 'group'; definition: GroupDefinition }

export interface SearchOptions {
  /** Most hits to give back. */
  limit?: number
}

interface Term {
  /** Lower case words separated by single blanks. */
  text: string
  words: readonly string[]
  /** Without blanks: "dynamo db" and "dynamodb" are the same. */
  squashed: string
  kind: 'name' | 'purpose' | 'part'
}

interface Entry {
  hit: PaletteHit
  /** Service id or group kind. */
  id: string
  terms: readonly Term[]
  allWords: readonly string[]
  /** What breaks ties: modelled before icon set, services before resources, then how often it is wanted. */
  bonus: number
  name: string
}

const DEFAULT_LIMIT = 60

/**
 * Finds what can be put on a board by name, abbreviation, other name or purpose, best first.
 *
 * Exact beats beginning beats word beats misspelt; fully modelled beats icon set; services beat their resources.
 * An empty query finds nothing.
 */
export function searchPalette(query: string, options: SearchOptions = {}): PaletteHit[] {
  const text = normalise(query)
  if (text === '') return []
  const asked = { text, words: text.split(' '), squashed: text.replaceAll(' ', '') }
  const found: { entry: Entry; score: number }[] = []
  for (const entry of index) {
    const score = entry.id === MEANT[text] ? EXACT.name + 100 : entryScore(entry, asked)
    if (score > 0) found.push({ entry, score: score + entry.bonus })
  }
  if (found.length === 0)
    for (const entry of index) {
      const score = fuzzyScore(entry, asked)
      if (score > 0) found.push({ entry, score: score + entry.bonus })
    }
  found.sort((a, b) => b.score - a.score || (a.entry.name < b.entry.name ? -1 : 1))
  return found.slice(0, options.limit ?? DEFAULT_LIMIT).map(({ entry }) => entry.hit)
}

type Asked = Pick<Term, 'text' | 'words' | 'squashed'>

/** Steps are far enough apart that no bonus lifts an entry over the next one. */
const EXACT = { name: 1000, purpose: 900, part: 700 } as const
const BEGINS = { name: 800, purpose: 600, part: 550 } as const
const WORDS = { name: 500, purpose: 450, part: 430 } as const
const SCATTERED = 350
const FUZZY = 200

function entryScore(entry: Entry, asked: Asked): number {
  let best = 0
  for (const term of entry.terms) {
    const score = termScore(term, asked)
    if (score > best) best = score
  }
  if (best > 0) return best
  const scattered =
    asked.words.length > 1 &&
    asked.words.every((word) => entry.allWords.some((known) => known.startsWith(word)))
  return scattered ? SCATTERED : 0
}

function termScore(term: Term, asked: Asked): number {
  if (term.squashed === asked.squashed) return EXACT[term.kind]
  // The share that was typed settles ties: "s3" means S3 rather than S3 Object Lambda.
  const share = (asked.squashed.length / term.squashed.length) * 20
  if (asked.squashed.length >= 2 && term.squashed.startsWith(asked.squashed))
    return BEGINS[term.kind] + share
  if (asked.words.every((word) => term.words.some((known) => known.startsWith(word))))
    return WORDS[term.kind] + share
  return 0
}

/** Misspelt: at most one slip in four to seven letters, two in more; the first letter has to be right. */
function fuzzyScore(entry: Entry, asked: Asked): number {
  let best = 0
  for (const term of entry.terms) {
    if (term.kind === 'part') continue
    const slips = allowedSlips(asked.squashed)
    const distance = slips === 0 ? Infinity : editDistance(asked.squashed, term.squashed, slips)
    if (distance <= slips) best = Math.max(best, FUZZY + 100 - distance * 20)
    else if (
      asked.words.every((word) =>
        term.words.some(
          (known) =>
            known.startsWith(word) ||
            (allowedSlips(word) > 0 &&
              editDistance(word, known, allowedSlips(word)) <= allowedSlips(word)),
        ),
      )
    )
      best = Math.max(best, FUZZY + 40 * (term.kind === 'name' ? 1 : 0))
  }
  return best
}

function allowedSlips(text: string): number {
  return text.length < 4 ? 0 : text.length < 8 ? 1 : 2
}

/** Letters to insert, drop, change or swap to get from `a` to `b`; anything above `most` counts as `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a[0] !== b[0]) return most + 1
  let before: number[] = []
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What is wanted most often, first; settles ties among equals. */
const WANTED =
  'ec2 s3 rds lambda alb vpn sqs sns dynamodb ecs eks cloudfront route-53 efs ebs elasticache api-gateway aurora cognito cloudwatch iam kms nat-gateway internet-gateway on-prem-server on-prem-database users'.split(
    ' ',
  )

/** Words that several things answer to, and the one that is meant. */
const MEANT: Readonly<Record<string, string>> = {
  'load balancer': 'alb',
  elb: 'elb',
  'gateway load balancer': 'res-elastic-load-balancing-gateway-load-balancer',
  'bucket storage': 's3',
  database: 'rds',
  db: 'rds',
  sql: 'rds',
  'document database': 'amazon-documentdb',
  privatelink: 'aws-privatelink',
  'private link': 'aws-privatelink',
  tls: 'aws-certificate-manager',
  ssl: 'aws-certificate-manager',
  certificate: 'aws-certificate-manager',
  'single sign on': 'iam-identity-center',
  email: 'amazon-simple-email-service',
  tracing: 'aws-x-ray',
  'data lake': 'aws-lake-formation',
  sagemaker: 'amazon-sagemaker-ai',
  'infrastructure as code': 'aws-cloudformation',
  iac: 'aws-cloudformation',
  paas: 'aws-elastic-beanstalk',
  users: 'users',
  vm: 'vm',
  'virtual machine': 'vm',
  server: 'on-prem-server',
  firewall: 'on-prem-firewall',
  asg: 'autoScalingGroup',
  'auto scaling group': 'autoScalingGroup',
  'autoscaling group': 'autoScalingGroup',
}

const bulkNameByIcon = new Map(bulkServices.map((service) => [service.icon, service.name]))
const index: readonly Entry[] = [...catalogue.map(serviceEntry), ...groups.map(groupEntry)]

function serviceEntry(definition: ServiceDefinition): Entry {
  const isPart = definition.depth === 'icon' && definition.icon.startsWith('resource/')
  const more: BulkDetail = moreTerms(definition.serviceId) ?? {}
  const names = [
    definition.name,
    definition.name.replace(/^(Amazon|AWS) /, ''),
    definition.serviceId,
    ...definition.aliases,
    ...(more.aliases ?? []),
  ]
  const parts: string[] = []
  const bulkName = bulkNameByIcon.get(definition.icon)
  if (bulkName !== undefined) names.push(bulkName)
  if (isPart) parts.push(definition.shortName)
  else names.push(definition.shortName)
  const wanted = WANTED.indexOf(definition.serviceId)
  return entry(
    { kind: 'service', definition },
    names,
    [...definition.purposes, ...(more.purposes ?? [])],
    parts,
    (definition.depth === 'full' ? 24 : 0) +
      (isPart ? 0 : 12) +
      (wanted < 0 ? 0 : 4 + (WANTED.length - wanted) / 4),
  )
}

function groupEntry(definition: GroupDefinition): Entry {
  return entry(
    { kind: 'group', definition },
    [definition.name, ...definition.aliases],
    definition.purposes,
    [],
    30,
  )
}

function entry(
  hit: PaletteHit,
  names: readonly string[],
  purposes: readonly string[],
  parts: readonly string[],
  bonus: number,
): Entry {
  const terms: Term[] = []
  const seen = new Set<string>()
  const add = (list: readonly string[], kind: Term['kind']): void => {
    for (const raw of list) {
      const text = normalise(raw)
      if (text === '' || seen.has(text)) continue
      seen.add(text)
      terms.push({ text, words: text.split(' '), squashed: text.replaceAll(' ', ''), kind })
    }
  }
  add(names, 'name')
  add(purposes, 'purpose')
  add(parts, 'part')
  const allWords = [...new Set(terms.flatMap((term) => term.words))]
  const id = hit.kind === 'group' ? hit.definition.groupKind : hit.definition.serviceId
  return { hit, id, terms, allWords, bonus, name: hit.definition.name }
}
