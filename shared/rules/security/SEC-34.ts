import { accountHas, accountShows, isAccount } from '../account-services'
import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, is, not, or, service } from '../expression'
import { automatic, setFact, type FixStep } from '../fix'

const recorder = service('config')
const hub = service('security-hub')
const account = groupKind('account', 'awsCloud')

const turnOn = (key: string, of: typeof recorder): FixStep => ({
  do: 'setFact',
  key,
  value: true,
  on: { relation: 'descendants', where: of },
  when: account,
})

/** Security Hub needs Config, so one of the two that is on is enough to say that configuration is watched. */
export default defineRule({
  id: 'SEC-34',
  title: 'Config or Security Hub watches how every account is set up',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  bestPractices: ['SEC04-BP04', 'SEC01-BP06'],
  on: { services: ['config', 'security-hub'], groups: ['account', 'awsCloud'] },
  when: or(recorder, hub, isAccount),
  assert: or(
    and(or(recorder, hub), is('enabled', true), or(hub, is('allRegions', true))),
    and(
      account,
      accountHas(
        or(
          and(hub, is('enabled', true)),
          and(recorder, is('enabled', true), is('allRegions', true)),
        ),
      ),
    ),
  ),
  message: 'Nothing checks all the time how {label} is set up.',
  rationale:
    'What is safe today is opened tomorrow for a test and stays open. Config records every change in every Region, and rules on it tell within minutes what no longer fits.',
  remediation:
    'Turn AWS Config on for all resources in every Region used, and Security Hub with the AWS Foundational Security Best Practices on top. Repair what can be repaired by itself.',
  falsePositives: 'Another product that records and checks the configuration.',
  question: {
    text: 'Does anything record and check all the time how {label} is set up?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Turn AWS Config on in every Region',
    setFact('enabled', true, or(recorder, hub)),
    setFact('allRegions', true, recorder),
    turnOn('enabled', recorder),
    turnOn('allRegions', recorder),
    turnOn('enabled', hub),
    {
      do: 'add',
      service: 'config',
      facts: { enabled: true, allRegions: true },
      where: 'inside',
      when: and(account, not(accountShows(or(recorder, hub)))),
    },
  ),
  references: [
    {
      title: 'What is AWS Config?',
      url: 'https://docs.aws.amazon.com/config/latest/developerguide/WhatIsConfig.html',
    },
    {
      title: 'What is AWS Security Hub?',
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/what-is-securityhub.html',
    },
  ],
  crosswalk: { securityHub: ['Config.1'], checkov: ['CKV2_AWS_45', 'CKV2_AWS_48'] },
  examples: {
    pass: [
      board`account[ region[ config{enabled=true, allRegions=true} ] ]`,
      board`aws-cloud!complete[ security-hub{enabled=true} ]`,
    ],
    fail: [
      board`account!complete[ region[ web:ec2 ] ]`,
      board`config{enabled=true, allRegions=false}`,
      board`security-hub{enabled=false}`,
    ],
    nearlyFail: [board`account!sketch[ web:ec2 ]`],
    ask: [board`account[ web:ec2 ]`, board`config{enabled=true}`],
    notApplicable: [board`region[ cloudtrail ]`],
  },
})
