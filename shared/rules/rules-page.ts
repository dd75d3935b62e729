import { serviceById } from '../catalogue/catalogue'
import type { ServiceScope, Trait } from '../catalogue/define'
import { groups } from '../catalogue/groups'
import type { EdgeKind } from '../model/records'
import { bestPractice } from './best-practices'
import { PILLARS, type Crosswalk, type On, type Rule } from './define-rule'
import { PILLAR_WORDS, PRINCIPLE_WORDS, RISK_WORDS } from './words'

const TRAIT_WORDS: Record<Trait, string> = {
  compute: 'everything that runs code',
  container: 'containers',
  function: 'functions',
  dataStore: 'everything that stores data',
  database: 'databases',
  relational: 'relational databases',
  cache: 'caches',
  blockStorage: 'disks',
  fileStorage: 'file systems',
  objectStorage: 'object storage',
  queue: 'queues',
  topic: 'topics',
  eventBus: 'event buses',
  stream: 'streams',
  workflow: 'workflows',
  loadBalancer: 'load balancers',
  apiFrontDoor: 'APIs',
  cdn: 'content delivery networks',
  dns: 'DNS',
  networkGateway: 'network gateways',
  hybridLink: 'links to your own site',
  people: 'people',
  internet: 'the internet',
  client: 'devices of users',
  security: 'security services',
  observability: 'monitoring services',
  backup: 'backups',
  migration: 'migration services',
  workload: 'all workloads',
}

const SCOPE_WORDS: Record<ServiceScope, string> = {
  global: 'global services',
  regional: 'regional services',
  vpc: 'services in a VPC',
  zonal: 'services in one Availability Zone',
  'on-premises': 'everything on your own site',
  external: 'everything outside',
}

const EDGE_WORDS: Record<EdgeKind, string> = {
  request: 'requests',
  data: 'data flows',
  event: 'events',
  replication: 'replication',
  dependency: 'dependencies',
}

const ELSEWHERE: Record<keyof Crosswalk, string> = {
  securityHub: 'AWS Security Hub',
  trustedAdvisor: 'AWS Trusted Advisor',
  checkov: 'Checkov',
  cdkNag: 'cdk-nag',
  guard: 'AWS CloudFormation Guard',
  trivy: 'Trivy',
}

const INTRODUCTION = `# What Drawbridge checks

Drawbridge judges the board after every edit. For each rule and each thing on the board there are three outcomes:

- **It holds.** What is drawn, or what somebody said, shows that the rule is kept.
- **It is a finding.** What is drawn, or what somebody said, shows that it is not. A finding says why that matters, what
  to do and where AWS says so.
- **It is a question.** The board does not say. Drawbridge never guesses: it asks, and says whom. An answer is kept with
  the thing it is about, and settles every rule that waited for it.

What a rule does not look at, or what is known not to apply, counts nowhere.

Two figures sum this up, never one. **Coverage** is the part of what applies that is decided: how much you know.
**Posture** is the part of what is decided that holds: how good it is. Ten things that hold beside ninety open questions
are a posture of 100 % at a coverage of 10 %.

While a group is a sketch, what is not drawn may still exist: that something is missing is then a question. Mark the
group as complete, and it becomes a finding.

**Risk** is ours: what it can cost, on the scale critical, high, medium and low. Beside it stands the risk that AWS gives
the best practice as a whole; where the two differ, the rule says why.

**Fixes** come in three kinds. One that suits nearly everybody is offered as it is; where there are several ways, you
choose; and where only an answer or a new design helps, none is offered. Each is tried out first, and not offered if it
would bring another finding of the same or a higher risk.

A finding that you decide to live with can be waived, with a reason, a name and a date. A rule pack can leave rules out or
change them; see [Writing a rule pack](writing-a-rule-pack.md).
`

/** All rules for people to read, in Markdown, by pillar. */
export function rulesPage(rules: readonly Rule[]): string {
  const sections = PILLARS.map((pillar) => ({
    name: PILLAR_WORDS[pillar],
    rules: rules.filter((rule) => rule.pillar === pillar),
  })).filter((section) => section.rules.length > 0)
  return [
    INTRODUCTION,
    `## All ${rules.length} rules\n`,
    ...sections.flatMap(({ name, rules: own }) => [
      `**${name}**\n`,
      `${own.map(contentsLine).join('\n')}\n`,
    ]),
    ...sections.flatMap(({ name, rules: own }) => [`## ${name}\n`, ...own.map(ruleSection)]),
  ].join('\n')
}

const contentsLine = ({ id, title, risk }: Rule): string =>
  `- [${id}](#${id.toLowerCase()}) ${plain(title)} (${risk})`

function ruleSection(rule: Rule): string {
  const { id, title, riskNote, question } = rule
  const facts: [string, string][] = [
    ['Risk', riskOf(rule)],
    ['Why not the risk AWS gives', riskNote === undefined ? '' : plain(riskNote)],
    ['Looks at', looksAt(rule.on)],
    ['Finding', plain(rule.message)],
    ['Why', plain(rule.rationale)],
    ['What to do', plain(rule.remediation)],
    ['May be accepted', plain(rule.falsePositives)],
    [
      `Question for the ${question.askWhom === 'customer' ? 'customer' : 'architect'}`,
      plain(question.text),
    ],
    ['Fix offered', fixOf(rule)],
    ['Design principles', rule.designPrinciples.map((one) => PRINCIPLE_WORDS[one]).join('; ')],
    ['Well-Architected', rule.bestPractices.map(practice).join('; ')],
    [
      'Read more',
      rule.references.map(({ title: name, url }) => `[${plain(name)}](${url})`).join('; '),
    ],
    ['Same check elsewhere', elsewhere(rule.crosswalk)],
  ]
  return [
    `### <a id="${id.toLowerCase()}"></a>${id}: ${plain(title)}\n`,
    ...facts.filter(([, text]) => text !== '').map(([name, text]) => `- **${name}:** ${text}`),
    '',
  ].join('\n')
}

function riskOf({ risk, bestPractices: [first = ''] }: Rule): string {
  const aws = bestPractice(first)
  return aws ? `${RISK_WORDS[risk]} (AWS gives ${first} ${aws.risk})` : RISK_WORDS[risk]
}

function looksAt({ services, traits, scopes, groups: kinds, edges, board }: On): string {
  return [
    ...(services ?? []).map((id) => serviceById(id)?.shortName ?? id),
    ...(traits ?? []).map((trait) => TRAIT_WORDS[trait]),
    ...(scopes ?? []).map((scope) => SCOPE_WORDS[scope]),
    ...(kinds ?? []).map((kind) => groups.find((group) => group.groupKind === kind)?.name ?? kind),
    ...(edges && edges.length > 0
      ? [`connectors: ${edges.map((kind) => EDGE_WORDS[kind]).join(', ')}`]
      : []),
    ...(board ? ['the board as a whole'] : []),
  ].join(', ')
}

function fixOf({ fix }: Rule): string {
  switch (fix.kind) {
    case 'automatic':
      return plain(fix.title)
    case 'suggestion':
      return fix.choices.map(({ title }) => plain(title)).join('; or: ')
    case 'question':
      return 'none, an answer settles it'
    case 'none':
      return 'none, it takes a new design'
  }
}

function practice(id: string): string {
  const known = bestPractice(id)
  return known ? `${id} ${plain(known.title)}` : id
}

function elsewhere(crosswalk: Crosswalk): string {
  // The keys of `ELSEWHERE` are those of `Crosswalk`.
  return (Object.keys(ELSEWHERE) as (keyof Crosswalk)[])
    .flatMap((tool) => {
      const ids = crosswalk[tool] ?? []
      return ids.length > 0 ? [`${ELSEWHERE[tool]} ${ids.map((id) => `\`${id}\``).join(', ')}`] : []
    })
    .join('; ')
}

/** Labels become dots, and what Markdown would take for its own is kept as it is. */
function plain(text: string): string {
  return text
    .replace(/\{(label|source|target)\}/g, '…')
    .replace(/[\\`*_<[\]]/g, (sign) => `\\${sign}`)
}
