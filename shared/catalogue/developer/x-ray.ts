import { amount, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'x-ray',
  name: 'AWS X-Ray',
  shortName: 'X-Ray',
  category: 'developerTools',
  aliases: ['aws x-ray', 'xray', 'x ray', 'service map'],
  purposes: ['distributed tracing', 'tracing', 'apm', 'find slow calls', 'observability'],
  icon: 'architecture-service/AWSXRay',
  scope: 'regional',
  traits: ['observability'],
  summary: 'Follows single requests through all services and shows where time is lost.',
  facts: [
    amount(
      'samplingPercent',
      'Requests traced',
      ['Which share of the requests can be looked at?', 'What sampling rate does {label} use?'],
      { unit: '%', max: 100 },
    ),
    yesNo('encryptedWithOwnKey', 'Encrypted with your own key', [
      'Do traces hold data that only you may be able to open?',
      'Does {label} encrypt traces with a customer managed key?',
    ]),
  ],
})
