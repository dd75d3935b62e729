import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { always, any, not, or, trait } from '../expression'
import { choose, suggestion } from '../fix'

/** Every connector has a kind as soon as it is drawn, so what is left to check are things without one. */
export default defineRule({
  id: 'STR-07',
  title: 'Nothing that does work stands on the board unconnected',
  pillar: 'sustainability',
  designPrinciples: ['looseCoupling'],
  risk: 'low',
  bestPractices: ['SUS02-BP03', 'REL04-BP01'],
  on: {
    traits: [
      'compute',
      'database',
      'cache',
      'fileStorage',
      'objectStorage',
      'loadBalancer',
      'queue',
      'topic',
      'eventBus',
      'stream',
      'workflow',
      'apiFrontDoor',
      'cdn',
    ],
  },
  when: not(trait('backup')),
  assert: or(any('edgesIn', always), any('edgesOut', always)),
  message:
    '{label} is connected to nothing: either it is not used, or half of the story is missing.',
  rationale:
    'What nobody calls and what calls nobody costs money for nothing, or its connections are still in somebody’s head. Nothing can be said about its exposure, its load or what fails with it.',
  remediation: 'Draw who uses it and what it uses; take it away if the answer is nobody.',
  falsePositives: 'A thing that is drawn only to be talked about.',
  question: { text: 'Who uses {label}, and what does it use?', askWhom: 'customer' },
  fix: suggestion(choose('Take it off the board', { do: 'remove' })),
  references: [
    {
      title: 'SUS02-BP03 Stop the creation and maintenance of unused assets',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_user_a4.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`users -> alb -> web:ec2`, board`vpc!complete[ web:ec2 ] users -> web`],
    fail: [board`vpc!complete[ web:ec2 ]`, board`account!complete[ uploads:s3 ]`],
    nearlyFail: [board`alb -> fleet:asg!complete[ web:ec2 ]`],
    ask: [board`web:ec2`],
    notApplicable: [board`users`, board`kms`, board`ebs`],
  },
})
