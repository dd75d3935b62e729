import { accountHas, accountShows, isAccount } from '../account-services'
import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const trail = service('cloudtrail')
const account = groupKind('account', 'awsCloud')

export default defineRule({
  id: 'SEC-32',
  title: 'CloudTrail records every Region of every account',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC04-BP01'],
  on: { services: ['cloudtrail'], groups: ['account', 'awsCloud'] },
  when: or(trail, isAccount),
  assert: or(
    and(trail, is('multiRegion', true)),
    and(account, accountHas(and(trail, is('multiRegion', true)))),
  ),
  message: '{label} has no record of who did what in every Region.',
  rationale:
    'Intruders work in a Region that nobody looks at. Without a trail of all Regions nobody can say what they did, when it began and with whose key.',
  remediation:
    'Create a trail for all Regions, best for the whole organization, into a bucket of a separate log account with file validation on.',
  falsePositives: 'A trail of the organization that is drawn on another board.',
  question: {
    text: 'Is every action in every Region of {label} recorded?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Record all Regions',
    setFact('multiRegion', true, trail),
    {
      do: 'setFact',
      key: 'multiRegion',
      value: true,
      on: { relation: 'descendants', where: trail },
      when: account,
    },
    {
      do: 'add',
      service: 'cloudtrail',
      facts: {
        multiRegion: true,
        fileValidation: true,
        separateAccount: true,
        encryptedAtRest: true,
      },
      where: 'inside',
      when: and(account, not(accountShows(trail))),
    },
  ),
  references: [
    {
      title: 'SEC04-BP01 Configure service and application logging',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_detect_investigate_events_app_service_logging.html',
    },
    {
      title: 'Security best practices in AWS CloudTrail',
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudTrail.1'],
    checkov: ['CKV_AWS_67'],
    guard: ['MULTI_REGION_CLOUD_TRAIL_ENABLED', 'CLOUD_TRAIL_ENABLED'],
    trivy: ['AWS-0014'],
  },
  examples: {
    pass: [
      board`account[ region[ cloudtrail{multiRegion=true} ] ]`,
      board`aws-cloud!complete[ cloudtrail{multiRegion=true} region[ web:ec2 ] ]`,
    ],
    fail: [
      board`account!complete[ region[ web:ec2 ] ]`,
      board`aws-cloud!complete[ cloudtrail{multiRegion=false} ]`,
      board`cloudtrail{multiRegion=false}`,
    ],
    nearlyFail: [board`aws-cloud[ region[ web:ec2 ] ]`],
    ask: [board`account[ web:ec2 ]`, board`cloudtrail`],
    notApplicable: [board`region[ web:ec2 ]`],
  },
})
