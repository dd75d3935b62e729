import {
  alarms,
  availabilityZones,
  choice,
  costTag,
  dutiesAgreed,
  encryptedAtRest,
  environment,
  instances,
  ownSecurityGroup,
  owner,
  pricing,
  publicAccess,
  runsAroundTheClock,
  subnetType,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const GUIDE = 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/'

export default defineService({
  serviceId: 'emr',
  name: 'Amazon EMR',
  shortName: 'EMR',
  category: 'analytics',
  aliases: ['amazon emr', 'elastic mapreduce', 'emr serverless', 'hadoop cluster'],
  purposes: ['hadoop', 'spark', 'big data', 'hive', 'presto', 'map reduce', 'data processing'],
  icon: 'architecture-service/AmazonEMR',
  scope: 'zonal',
  traits: ['compute', 'workload'],
  summary: 'Clusters for Spark, Hive and Presto; each lives in one Availability Zone.',
  facts: [
    instances,
    availabilityZones,
    choice(
      'lifetime',
      'Lives',
      [
        ['perJob', 'For one job, then it is gone'],
        ['always', 'All the time'],
      ],
      [
        'Does {label} run all day, or only while there is work?',
        'Is {label} transient or long-running?',
      ],
    ),
    encryptedAtRest({
      awsDefault: { value: false, source: `${GUIDE}emr-data-encryption-options.html` },
    }),
    yesNo('tlsRequired', 'Nodes talk over TLS', [
      'Is the traffic between the machines of {label} encrypted?',
      'Does the security configuration of {label} encrypt data in transit?',
    ]),
    yesNo('kerberos', 'People sign in with Kerberos', [
      'Does {label} know which person runs a job?',
      'Is Kerberos authentication on for {label}?',
    ]),
    yesNo('accessLogs', 'Logs kept in S3', [
      'Can you still read what a job did when the cluster is gone?',
      'Does {label} write its logs to S3?',
    ]),
    publicAccess(),
    subnetType,
    ownSecurityGroup,
    pricing,
    runsAroundTheClock,
    alarms,
    dutiesAgreed,
    wave,
    costTag,
    environment,
    owner,
  ],
})
