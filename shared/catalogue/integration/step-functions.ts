import { choice, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'step-functions',
  name: 'AWS Step Functions',
  shortName: 'Step Functions',
  category: 'applicationIntegration',
  aliases: ['aws step functions', 'state machine', 'workflow', 'sfn'],
  purposes: ['workflow', 'orchestration', 'long running process', 'saga', 'retry', 'coordination'],
  icon: 'architecture-service/AWSStepFunctions',
  scope: 'regional',
  traits: ['workflow'],
  summary: 'Runs workflows of many steps, with retries and a picture of each run.',
  facts: [
    choice(
      'workflowType',
      'Type',
      [
        ['standard', 'Standard (up to a year)'],
        ['express', 'Express (up to five minutes)'],
      ],
      ['How long does one run of {label} take?', 'Is {label} a standard or express workflow?'],
    ),
    yesNo('errorHandling', 'Errors are caught', [
      'What happens when one step of {label} fails?',
      'Do the steps of {label} retry and catch errors?',
    ]),
    yesNo('tracing', 'Traced', [
      'Can you follow one run through {label}?',
      'Is X-Ray tracing on for {label}?',
    ]),
    yesNo('logging', 'Logged', [
      'Is there a record of each run of {label}?',
      'Is execution logging on for {label}?',
    ]),
    environment,
  ],
})
