import type { BoardPen } from '../samples/draw'
import { backups } from './assumptions'

const PITCH = { x: 144, y: 120 } as const
const SIZE = { w: 112, h: 88 } as const
const PADDING = { side: 24, top: 48 } as const

const PARTS = {
  cloudtrail: [
    'CloudTrail',
    { multiRegion: true, fileValidation: true, separateAccount: true, encryptedAtRest: true },
  ],
  guardduty: ['GuardDuty', { enabled: true, findingsReachSomeone: true }],
  config: ['Config', { enabled: true, allRegions: true }],
  cloudwatch: ['CloudWatch', { alarmsReachSomeone: true, logRetentionDays: 90 }],
  'secrets-manager': ['Secrets Manager', { rotation: true }],
  kms: ['KMS', { keyOwner: 'customer', rotation: true, separateAdmins: true }],
  'aws-backup': ['AWS Backup', backups],
} as const

type BaselinePart = keyof typeof PARTS

const WATCHING: readonly BaselinePart[] = ['cloudtrail', 'guardduty', 'config', 'cloudwatch']

/**
 * Draws what every account needs whatever runs in it, as a column or a row in a group of its own with its corner at
 * `at`: who did what, intruders, changes, alarms, then `more`.
 */
export function drawBaseline(
  { group, service }: BoardPen,
  at: readonly [x: number, y: number],
  runs: 'down' | 'across',
  more: readonly BaselinePart[] = [],
): void {
  const parts = [...WATCHING, ...more]
  const down = runs === 'down' ? parts.length - 1 : 0
  const across = runs === 'across' ? parts.length - 1 : 0
  group('generic', 'Account baseline', [
    ...at,
    SIZE.w + across * PITCH.x + 2 * PADDING.side,
    SIZE.h + down * PITCH.y + PADDING.top + PADDING.side,
  ])
  parts.forEach((part, i) => {
    const [label, facts] = PARTS[part]
    service(
      part,
      [
        at[0] + PADDING.side + (across > 0 ? i * PITCH.x : 0),
        at[1] + PADDING.top + (down > 0 ? i * PITCH.y : 0),
      ],
      label,
      facts,
    )
  })
}
