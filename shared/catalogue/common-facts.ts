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
  return {
    key,
    label,
    type: { kind: 'boolean' },
    question: { customer, architect },
    effort: 'lookup',
    ...extra,
  }
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
  return {
    key,
    label,
    type: { kind: 'text' },
    question: { customer, architect },
    effort: 'lookup',
    ...extra,
  }
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

/** What encrypts the data at rest: a key that AWS owns, one it manages in the account, or the customer's own. */
export const encryptionKey = choice(
  'encryptionKey',
  'Key that encrypts it',
  [
    ['awsOwned', 'AWS’s own key'],
    ['awsManaged', 'AWS managed key in KMS'],
    ['customerManaged', 'A key of your own in KMS'],
  ],
  [
    'Must you be able to say who may use the key to {label}, and to withdraw it?',
    'Which kind of key encrypts {label}?',
  ],
)

export const detailedMetrics = yesNo('detailedMetrics', 'Detailed metrics', [
  'Can you see what {label} did minute by minute when something went wrong?',
  'Is detailed monitoring (Enhanced Monitoring, Container Insights) on for {label}?',
])

export const rpoMinutes = amount(
  'rpoMinutes',
  'Data loss that can be borne (RPO)',
  [
    'If {label} broke right now, how many minutes of data could you afford to lose?',
    'Which recovery point objective holds for {label}?',
  ],
  { unit: 'min', effort: 'known' },
)

export const rtoMinutes = amount(
  'rtoMinutes',
  'Time to be back (RTO)',
  [
    'If {label} broke right now, within how many minutes must it be back?',
    'Which recovery time objective holds for {label}?',
  ],
  { unit: 'min', effort: 'known' },
)

/** In which step of the migration it moves: 1 is the first. */
export const wave = amount(
  'wave',
  'Migration wave',
  ['In which step of the move should {label} go?', 'In which migration wave is {label}?'],
  { help: 'Number of the wave, 1 for the first. What waits for each other moves in the same one.' },
)

export const dutiesAgreed = yesNo('dutiesAgreed', 'Who does what is agreed', [
  'Is it agreed who patches {label}, backs it up, manages access and answers its alarms?',
  'Are the customer’s duties for {label} (patching, backups, access, alarms) agreed and written down?',
])

export const costTag = yesNo('costTag', 'Tagged for cost allocation', [
  'Can you tell from the bill what {label} costs, and who pays for it?',
  'Does {label} carry the cost allocation tags?',
])

export const pricing = choice(
  'pricing',
  'Pricing model',
  [
    ['onDemand', 'On-Demand'],
    ['savingsPlan', 'Savings Plan'],
    ['reserved', 'Reserved'],
    ['spot', 'Spot'],
  ],
  [
    'Is {label} paid by the hour, or is there a commitment?',
    'Which pricing model does {label} use?',
  ],
)

export const runsAroundTheClock = yesNo('runsAroundTheClock', 'Runs day and night', [
  'Does {label} have to run at night and at weekends, or could it be switched off?',
  'Does {label} run around the clock?',
])

export const architecture = choice(
  'architecture',
  'Processor',
  [
    ['x86_64', 'x86'],
    ['arm64', 'Graviton (arm64)'],
  ],
  [
    'Does anything in {label} need an Intel-compatible processor?',
    'Which processor architecture does {label} use?',
  ],
)

/** For what is not drawn inside a VPC or subnet. */
export const inVpc = yesNo('inVpc', 'In a VPC of its own', [
  'Is {label} in a private network of your own, or where AWS put it by default?',
  'Is {label} deployed into a VPC made for it, and not the default VPC?',
])

export function inBackupPlan(extra: Extra = {}): FactDefinition {
  return yesNo(
    'inBackupPlan',
    'In a backup plan',
    ['Is {label} backed up by a plan that runs by itself?', 'Is {label} in a backup plan?'],
    extra,
  )
}

export const replicatedToOtherRegion = yesNo(
  'replicatedToOtherRegion',
  'Copied to another Region',
  [
    'Is there a copy of {label} in another part of the country or world?',
    'Is {label} replicated to another Region or account?',
  ],
)

export function autoMinorUpgrade(extra: Extra = {}): FactDefinition {
  return yesNo(
    'autoMinorUpgrade',
    'Minor versions upgraded automatically',
    [
      'Are patches of {label} applied automatically?',
      'Is automatic minor version upgrade on for {label}?',
    ],
    extra,
  )
}

export function tlsRequired(extra: Extra = {}): FactDefinition {
  return yesNo(
    'tlsRequired',
    'Refuses unencrypted connections',
    ['Does {label} refuse connections that are not encrypted?', 'Does {label} enforce TLS?'],
    extra,
  )
}

export const iamAuthentication = yesNo('iamAuthentication', 'Sign-in with IAM', [
  'Do applications sign in to {label} with a stored password, or with their role?',
  'Is IAM database authentication on for {label}?',
])

export const credentialsInSecretsManager = yesNo(
  'credentialsInSecretsManager',
  'Password in Secrets Manager',
  [
    'Is the password to {label} kept in a safe that changes it, or in a settings file?',
    'Are the credentials of {label} managed in Secrets Manager?',
  ],
)
