import { choice, costTag, encryptedAtRest, environment, owner, yesNo } from '../common-facts'
import { defineService } from '../define'

const GUIDE = 'https://docs.aws.amazon.com/glue/latest/dg/'

export default defineService({
  serviceId: 'glue',
  name: 'AWS Glue',
  shortName: 'Glue',
  category: 'analytics',
  aliases: ['aws glue', 'glue job', 'glue etl'],
  purposes: ['etl', 'elt', 'data integration', 'spark jobs', 'data catalog', 'data pipeline'],
  icon: 'architecture-service/AWSGlue',
  scope: 'regional',
  traits: ['compute'],
  summary: 'Serverless jobs that move and reshape data, and a catalog of what there is.',
  facts: [
    choice(
      'jobType',
      'Used for',
      [
        ['spark', 'Spark jobs'],
        ['pythonShell', 'Small Python jobs'],
        ['streaming', 'Streaming jobs'],
        ['catalogOnly', 'The data catalog only'],
      ],
      ['What does {label} do with the data?', 'Which kind of jobs does {label} run?'],
    ),
    encryptedAtRest({
      awsDefault: { value: false, source: `${GUIDE}encryption-at-rest.html` },
      help: 'Of job bookmarks, job output and the data catalog.',
    }),
    yesNo('encryptedLogs', 'Logs encrypted', [
      'Could the logs of {label} show data that must not be seen?',
      'Does the security configuration of {label} encrypt its CloudWatch logs?',
    ]),
    yesNo('inVpc', 'Runs in a VPC', [
      'Does {label} reach databases in the private network?',
      'Do the jobs of {label} run over a VPC connection?',
    ]),
    costTag,
    environment,
    owner,
  ],
})
