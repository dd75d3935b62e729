import { amount, choice, rpoMinutes, rtoMinutes, wave, words, yesNo } from '../../common-facts'

/** Facts of what runs at a customer's own site, with the words to ask for them. */
export const operatingSystem = choice(
  'operatingSystem',
  'Operating system',
  [
    ['linux', 'Linux'],
    ['windows', 'Windows Server'],
    ['unix', 'UNIX (AIX, HP-UX, Solaris)'],
    ['mainframe', 'Mainframe (z/OS, IBM i)'],
    ['other', 'Another one'],
  ],
  [
    'Which operating system does {label} run, and in which version?',
    'Which operating system does {label} need?',
  ],
)

export const operatingSystemSupported = yesNo(
  'operatingSystemSupported',
  'Still supported by its vendor',
  [
    'Does {label} still get security updates from the operating system’s vendor?',
    'Is the operating system of {label} one that its vendor still supports?',
  ],
)

export const vcpus = amount('vcpus', 'CPU cores', [
  'How many CPU cores does {label} have, and how busy are they at peak?',
  'How many vCPUs does {label} need?',
])

export const memoryGib = amount(
  'memoryGib',
  'Memory',
  ['How much memory does {label} have?', 'How much memory does {label} need?'],
  { unit: 'GiB' },
)

export const storageGib = amount(
  'storageGib',
  'Disk space',
  ['How much disk space does {label} use?', 'How much disk space does {label} need?'],
  { unit: 'GiB' },
)

export const dataVolumeGib = amount(
  'dataVolumeGib',
  'Data to move',
  [
    'How much data does {label} hold today, and how fast does it grow?',
    'How much data has to move from {label}?',
  ],
  { unit: 'GiB' },
)

export const role = choice(
  'role',
  'What it does',
  [
    ['web', 'Web server'],
    ['app', 'Application server'],
    ['database', 'Database server'],
    ['file', 'File server'],
    ['mail', 'Mail server'],
    ['other', 'Something else'],
  ],
  [
    'What does {label} do: web, application, database, files, mail?',
    'Which role does {label} have?',
  ],
)

export const virtualised = yesNo('virtualised', 'Virtual machine', [
  'Is {label} a virtual machine or a physical box?',
  'Is {label} virtualised?',
])

export const criticality = choice(
  'criticality',
  'How critical it is',
  [
    ['mission-critical', 'The business stops without it'],
    ['important', 'The business is hurt within a day'],
    ['supporting', 'It can be down for days'],
  ],
  [
    'What happens to the business when {label} is down for an hour? For a day?',
    'How critical is {label} to the business?',
  ],
)

export const backedUp = yesNo('backedUp', 'Backed up, restore tested', [
  'Is {label} backed up, and has a restore been tried?',
  'Is there a tested backup of {label} to fall back to during the migration?',
])

export const changeRate = choice(
  'changeRate',
  'How often it changes',
  [
    ['weekly', 'Every week or oftener'],
    ['quarterly', 'A few times a year'],
    ['never', 'Hardly ever'],
  ],
  ['How often do you release changes to {label}?', 'How often is {label} expected to change?'],
)

export const dependencies = words('dependencies', 'Depends on', [
  'Which other systems must be there for {label} to work, even if they are not drawn yet?',
  'Which systems have to move together with {label}?',
])

export const licence = choice(
  'licence',
  'Licence',
  [
    ['none', 'None, or open source'],
    ['subscription', 'Subscription'],
    ['perpetual', 'Bought, may be brought along'],
    ['hardware-bound', 'Tied to this hardware'],
  ],
  [
    'How is the software on {label} licensed, and may the licence move to the cloud?',
    'Which licence model applies to {label} on AWS?',
  ],
)

export const endOfLife = words('endOfLife', 'Hardware or contract ends', [
  'When does the hardware, lease or support contract of {label} end?',
  'By which date must {label} be off its current hardware?',
])

/** What decides the way a server-like workload migrates. */
export const serverFacts = [
  role,
  operatingSystem,
  operatingSystemSupported,
  vcpus,
  memoryGib,
  storageGib,
  criticality,
  rpoMinutes,
  rtoMinutes,
  backedUp,
  changeRate,
  licence,
  dependencies,
  endOfLife,
  wave,
] as const
