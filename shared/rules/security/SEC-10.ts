import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is } from '../expression'
import { automatic, setFact } from '../fix'
import { holdsData } from '../parts'

export default defineRule({
  id: 'SEC-10',
  title: 'A data store’s security group lets in only the tiers that call it',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC05-BP02'],
  on: { groups: ['securityGroup'] },
  when: anyDrawn('descendants', holdsData),
  assert: is('inboundSources', 'onlyCallers'),
  message: '{label} guards data, and lets in more than the tiers that need it.',
  rationale:
    'If the whole network may connect, one forgotten server is enough to try passwords on the database. A rule that names the security group of the calling tier follows its servers and lets in nobody else.',
  remediation:
    'Replace address ranges in the inbound rules by the security groups of the tiers that call the data store, on the port of its engine only.',
  falsePositives: 'Callers outside AWS, which can only be named by address.',
  question: {
    text: 'Who can connect to {label}: only the systems that need it, everything inside, or anyone?',
    askWhom: 'customer',
  },
  fix: automatic('Let in only the tiers that call it', setFact('inboundSources', 'onlyCallers')),
  references: [
    {
      title: 'Controlling access with security groups (Amazon RDS)',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html',
    },
    {
      title: 'SEC05-BP02 Control traffic flow within your network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_layered.html',
    },
  ],
  crosswalk: { checkov: ['CKV2_AWS_7'], cdkNag: ['RDSRestrictedInbound'] },
  examples: {
    pass: [board`db:sg{inboundSources=onlyCallers}[ orders:rds ]`],
    fail: [
      board`db:sg{inboundSources=anyone}[ orders:rds ]`,
      board`db:sg{inboundSources=wholeNetwork}[ sql:ec2{role=database} ]`,
    ],
    nearlyFail: [board`web:sg{inboundSources=anyone}[ web:ec2{role=web} ]`],
    ask: [board`db:sg[ orders:rds ]`, board`sg{inboundSources=anyone}[ box:ec2 ]`],
    notApplicable: [board`web:sg[ alb ]`, board`orders:rds`],
  },
})
