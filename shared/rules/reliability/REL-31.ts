import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-31',
  title: 'An API limits how much one caller may ask for',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates throttling of a whole workload; the account’s own limit still stands behind each API.',
  bestPractices: ['REL05-BP02', 'REL05-BP04'],
  on: { services: ['api-gateway'] },
  assert: is('throttled', true),
  message: 'One caller can use up all of {label}, and with it the limit of the whole account.',
  rationale:
    'A client in a loop, a crawler or an attacker asks for more than all others together. Without limits of its own, an API passes that on to what is behind it, and eats the quota that all APIs of the Region share.',
  remediation:
    'Set a rate and a burst limit on the stage, for single methods where they are expensive, and usage plans per client.',
  falsePositives: 'An internal API with one caller that limits itself.',
  question: {
    text: 'What stops one caller from using up all of {label}?',
    askWhom: 'customer',
  },
  fix: automatic('Limit rate and burst', setFact('throttled', true)),
  references: [
    {
      title: 'Throttle requests to your REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
    },
    {
      title: 'REL05-BP02 Throttle requests',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_throttle_requests.html',
    },
  ],
  crosswalk: { cdkNag: ['APIGWDefaultThrottling'] },
  examples: {
    pass: [board`users -> api-gateway{throttled=true} -> lambda`],
    fail: [board`users -> api-gateway{throttled=false} -> lambda`],
    nearlyFail: [board`api-gateway{throttled=true, waf=false}`],
    ask: [board`users -> api-gateway -> lambda`],
    notApplicable: [board`users -> alb -> lambda`],
  },
})
