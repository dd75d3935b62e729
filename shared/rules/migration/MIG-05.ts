import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, stated } from '../expression'

export default defineRule({
  id: 'MIG-05',
  title: 'For data that moves it is said how much, which way, and that it is encrypted',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates all traffic for ever; this is a transfer that happens once, mostly over a private line.',
  bestPractices: ['SEC09-BP02', 'REL02-BP02'],
  on: { services: ['dms', 'datasync'] },
  assert: and(is('tls', true), stated('path'), stated('sizeGb')),
  message: '{label} moves data unencrypted.',
  rationale:
    'Ten terabytes take a day over one gigabit per second and three months over a branch office’s line: whoever does not ask, finds out in the cutover night. And all the data of a company on its way out is worth reading along.',
  remediation:
    'Write down the volume and the line, work out the days, and take Snowball or Direct Connect where it does not fit. Turn TLS on at both endpoints.',
  falsePositives: 'A transfer inside a VPN or an encrypted line, when the policy allows that.',
  question: {
    text: 'How much data does {label} move, over which line, and is it encrypted on the way?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'Security in AWS Database Migration Service',
      url: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html',
    },
    {
      title: 'What is AWS DataSync?',
      url: 'https://docs.aws.amazon.com/datasync/latest/userguide/what-is-datasync.html',
    },
  ],
  crosswalk: { securityHub: ['DMS.9'], checkov: ['CKV2_AWS_49'] },
  examples: {
    pass: [
      board`dms{tls=true, path=vpn, sizeGb=500}`,
      board`datasync{tls=true, path=directConnect, sizeGb=20000}`,
    ],
    fail: [board`dms{tls=false}`, board`datasync{tls=false, path=internet, sizeGb=100}`],
    nearlyFail: [board`dms{tls=true, path=internet, sizeGb=1}`],
    ask: [board`dms`, board`dms{tls=true, path=vpn}`],
    notApplicable: [board`application-migration-service`, board`rds`],
  },
})
