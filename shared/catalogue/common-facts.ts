import type { FactDefinition } from './define'

type Words = readonly [customer: string, architect: string]
/** `effort` is `lookup` unless said. */
type Extra = Partial<Pick<FactDefinition, 'awsDefault' | 'help' | 'effort'>>

/** A yes-or-no fact. */
export function yesNo(
  key: string,
  label: string,
  [customer, architect]: Words,
  extra: Extra = {},
): FactDefinition {
  return { key, label, type: { kind: 'boolean' }, question: { customer, architect }, effort: 'lookup', ...extra }
}

/** A whole number from zero up, with its unit where it has one. */
export function amount(
  key: string,
  label: string,
  [customer, architect]: Words,
  extra: Extra & { unit?: string; max?: number } = {},
): FactDefinition {
  const { unit, max, ...rest } = extra
  return {
    key,
    label,
    type: {
      kind: 'number',
      min: 0,
      ...(unit === undefined ? {} : { unit }),
      ...(max === undefined ? {} : { max }),
    },
    question: { customer, architect },
    effort: 'lookup',
    ...rest,
  }
}

/** One of a few answers: value, then what is shown. */
export function choice(
  key: string,
  label: string,
  choices: readonly (readonly [value: string, label: string])[],
  [customer, architect]: Words,
  extra: Extra = {},
): FactDefinition {
  return {
    key,
    label,
    type: { kind: 'choice', choices: choices.map(([value, text]) => ({ value, label: text })) },
    question: { customer, architect },
    effort: 'lookup',
    ...extra,
  }
}

/** Free words. */
export function words(
  key: string,
  label: string,
  [customer, architect]: Words,
  extra: Extra = {},
): FactDefinition {
  return { key, label, type: { kind: 'text' }, question: { customer, architect }, effort: 'lookup', ...extra }
}

/** How many copies run in all, wherever they are drawn. One box may stand for a fleet. */
export const instances = amount('instances', 'Instances in all', [
  'How many copies of {label} run, counting every location?',
  'How many instances of {label} should run in all?',
])

/** Over how many Availability Zones the copies of one box are spread. */
export const availabilityZones = amount(
  'availabilityZones',
  'Availability Zones used',
  [
    'In how many separate data centers (Availability Zones) does {label} run?',
    'Over how many Availability Zones should {label} be spread?',
  ],
  { max: 6 },
)

/** For what is not drawn inside a subnet. A drawn subnet always wins over this. */
export const subnetType = choice(
  'subnetType',
  'Kind of subnet',
  [
    ['public', 'Public: routed to an internet gateway'],
    ['private', 'Private: no route from the internet'],
  ],
  [
    'Is the network that {label} sits in reachable from the internet, or is it internal?',
    'Does {label} go into a public or a private subnet?',
  ],
)

export const ownSecurityGroup = yesNo('ownSecurityGroup', 'Own security group', [
  'Does {label} have firewall rules of its own that let in only what it needs?',
  'Does {label} get its own security group, opened only to the tiers that call it?',
])

export const environment = choice(
  'environment',
  'Environment',
  [
    ['production', 'Production'],
    ['nonProduction', 'Test or development'],
  ],
  [
    'Is {label} production, or is it for test and development?',
    'Is {label} a production resource?',
  ],
)

export const owner = words('owner', 'Owner', [
  'Who looks after {label} and answers when it fails?',
  'Which team owns {label}?',
])

export const classification = choice(
  'classification',
  'Data classification',
  [
    ['public', 'Public'],
    ['internal', 'Internal'],
    ['confidential', 'Confidential'],
    ['regulated', 'Regulated (personal, health, payment)'],
  ],
  [
    'How sensitive is the data in {label}: public, internal, confidential or regulated?',
    'Which data classification applies to {label}?',
  ],
)

export const deletionProtection = yesNo('deletionProtection', 'Deletion protection', [
  'Could someone delete {label} by mistake, or is it protected against that?',
  'Is deletion protection on for {label}?',
])

export const alarms = yesNo('alarms', 'Alarms on key metrics', [
  'Does anyone get told when {label} is slow, full or down?',
  'Do alarms on the key metrics of {label} reach someone?',
])

/** At-rest encryption; each service adds its own AWS default where there is one. */
export function encryptedAtRest(extra: Extra = {}): FactDefinition {
  return yesNo(
    'encryptedAtRest',
    'Encrypted at rest',
    ['Is the data that {label} stores encrypted on disk?', 'Is encryption at rest on for {label}?'],
    extra,
  )
}

export function publicAccess(extra: Extra = {}): FactDefinition {
  return yesNo(
    'publicAccess',
    'Reachable from the internet',
    ['Can {label} be reached from the internet?', 'Is {label} to be publicly accessible?'],
    extra,
  )
}

export function backupRetentionDays(extra: Extra = {}): FactDefinition {
  return amount(
    'backupRetentionDays',
    'Automatic backups kept',
    [
      'Is {label} backed up automatically, and for how many days are the backups kept? (0 for none)',
      'For how many days are automatic backups of {label} kept?',
    ],
    { unit: 'days', ...extra },
  )
}
