import { amount, costTag, encryptedAtRest, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

const GUIDE = 'https://docs.aws.amazon.com/athena/latest/ug/'

export default defineService({
  serviceId: 'athena',
  name: 'Amazon Athena',
  shortName: 'Athena',
  category: 'analytics',
  aliases: ['amazon athena', 'athena workgroup'],
  purposes: ['sql on s3', 'query data lake', 'ad hoc query', 'interactive query', 'serverless sql'],
  icon: 'architecture-service/AmazonAthena',
  scope: 'regional',
  traits: [],
  summary: 'SQL over files in S3, paid by what each query reads.',
  facts: [
    encryptedAtRest({
      awsDefault: { value: false, source: `${GUIDE}encrypting-query-results-stored-in-s3.html` },
      help: 'Of the query results.',
    }),
    yesNo('workgroupEnforced', 'Settings of the workgroup hold', [
      'Can each person decide for themselves where results of {label} go and whether they are encrypted?',
      'Does the workgroup of {label} override the settings of its clients?',
    ]),
    amount(
      'queryLimitGb',
      'Most that one query may read',
      [
        'What stops one wrong query in {label} from costing a fortune?',
        'What data limit per query does {label} have?',
      ],
      { unit: 'GB' },
    ),
    costTag,
    environment,
  ],
})
