import {
  alarms,
  amount,
  availabilityZones,
  choice,
  costTag,
  dutiesAgreed,
  environment,
  owner,
  rpoMinutes,
  rtoMinutes,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

/** Seconds. Source: Lambda quotas, docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html. */
const MAX_TIMEOUT_S = 900

export default defineService({
  serviceId: 'lambda',
  name: 'AWS Lambda',
  shortName: 'Lambda',
  category: 'compute',
  aliases: ['aws lambda', 'function', 'lambda function', 'faas', 'serverless function'],
  purposes: [
    'event driven',
    'serverless',
    'run code',
    'function as a service',
    'backend',
    'glue code',
  ],
  icon: 'architecture-service/AWSLambda',
  scope: 'regional',
  traits: ['compute', 'function', 'workload'],
  summary: 'Runs code on events, without servers, scaling from zero.',
  facts: [
    yesNo('inVpc', 'Attached to a VPC', [
      'Does {label} need to reach things inside the private network?',
      'Is {label} attached to a VPC?',
    ]),
    yesNo(
      'failureDestination',
      'Failed events are kept',
      [
        'When {label} fails on an event, is the event kept somewhere or lost?',
        'Does {label} have a dead-letter queue or failure destination?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
        },
      },
    ),
    amount(
      'timeoutSeconds',
      'Timeout',
      ['How long does {label} take at most?', 'What timeout does {label} have?'],
      {
        unit: 's',
        max: MAX_TIMEOUT_S,
        awsDefault: {
          value: 3,
          source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
        },
      },
    ),
    choice(
      'architecture',
      'Processor',
      [
        ['x86_64', 'x86'],
        ['arm64', 'Graviton (arm64)'],
      ],
      [
        'Does anything in {label} need an Intel-compatible processor?',
        'Which instruction set does {label} use?',
      ],
      {
        awsDefault: {
          value: 'x86_64',
          source: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html',
        },
      },
    ),
    yesNo(
      'tracing',
      'Traced',
      ['Can you follow one request through {label}?', 'Is active tracing (X-Ray) on for {label}?'],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
        },
      },
    ),
    alarms,
    environment,
    owner,
    choice(
      'invocation',
      'Called',
      [
        ['synchronous', 'By someone who waits for the answer'],
        ['asynchronous', 'By events, nobody waits'],
        ['stream', 'By a stream or queue that it reads from'],
        ['none', 'Not at all'],
      ],
      [
        'Does anybody wait for the answer of {label}, or does it run on events?',
        'How is {label} invoked?',
      ],
    ),
    availabilityZones,
    rtoMinutes,
    rpoMinutes,
    dutiesAgreed,
    wave,
    costTag,
  ],
})
