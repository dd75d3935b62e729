import { defineService } from '../define'
import { words, yesNo } from '../common-facts'
import { criticality } from './facts/workload'

export default defineService({
  serviceId: 'saas',
  name: 'Software as a service',
  shortName: 'SaaS',
  category: 'people',
  aliases: [
    'saas',
    'salesforce',
    'sap cloud',
    'microsoft 365',
    'office 365',
    'm365',
    'servicenow',
    'workday',
    'google workspace',
  ],
  purposes: ['cloud software', 'external application'],
  icon: 'drawbridge/saas',
  scope: 'external',
  traits: ['workload'],
  facts: [
    words('product', 'Product', ['Which product is {label}?', 'Which product is {label}?']),
    yesNo('sso', 'Signs in through the company', [
      'Do people sign in to {label} with their company account?',
      'Does {label} use single sign-on?',
    ]),
    yesNo('personalData', 'Holds personal data', [
      'Does {label} hold personal data of your customers or staff?',
      'Does {label} process personal data?',
    ]),
    criticality,
  ],
  summary: 'Software that somebody else runs and the customer rents.',
})
