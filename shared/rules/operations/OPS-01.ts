import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

/** Those that measure more when asked to: Enhanced Monitoring, Container Insights, detailed monitoring. */
const METERED = ['ec2', 'elastic-beanstalk', 'ecs', 'eks', 'fargate', 'rds', 'aurora'] as const
const metered = service(...METERED)

export default defineRule({
  id: 'OPS-01',
  title: 'Compute and data stores are measured closely, and alarms watch the measurements',
  pillar: 'operationalExcellence',
  designPrinciples: ['designForFailure', 'implementElasticity'],
  risk: 'high',
  bestPractices: ['OPS04-BP02', 'REL06-BP01', 'REL06-BP03'],
  on: {
    services: [
      ...METERED,
      'lambda',
      'emr',
      'dynamodb',
      'neptune',
      'documentdb',
      'memorydb',
      'elasticache',
      'redshift',
      'opensearch',
      'kinesis',
      'msk',
      'sqs',
      'amazon-mq',
    ],
  },
  assert: and(is('alarms', true), or(not(metered), is('detailedMetrics', true))),
  message: 'When {label} is slow, full or down, nobody is told, or nobody can see why.',
  rationale:
    'Customers should not be the first to notice. An alarm on the few metrics that matter (errors, latency, queue age, free space) gives time to act, and detailed metrics say minute by minute what went wrong.',
  remediation:
    'Set alarms on errors, latency, saturation and age of messages. Turn on Enhanced Monitoring for RDS, detailed monitoring for EC2, Container Insights for ECS and EKS, enhanced health for Elastic Beanstalk.',
  falsePositives: 'Test systems, and parts that another tool than CloudWatch watches.',
  question: {
    text: 'Who is told when {label} is in trouble, and can they see what happened in it minute by minute?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Measure closely and set alarms',
    setFact('alarms', true),
    setFact('detailedMetrics', true, metered),
  ),
  references: [
    {
      title: 'REL06-BP01 Monitor all components for the workload',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_monitor_aws_resources_monitor_resources.html',
    },
    {
      title: 'Recommended alarms',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html',
    },
    {
      title: 'Monitoring OS metrics with Enhanced Monitoring',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.6', 'ECS.12', 'ElasticBeanstalk.1'],
    checkov: ['CKV_AWS_118', 'CKV_AWS_126', 'CKV_AWS_65'],
    cdkNag: [
      'RDSEnhancedMonitoringEnabled',
      'EC2InstanceDetailedMonitoringEnabled',
      'ECSClusterCloudWatchContainerInsights',
    ],
    guard: ['RDS_ENHANCED_MONITORING_ENABLED', 'EC2_INSTANCE_DETAILED_MONITORING_ENABLED'],
    trivy: ['AWS-0034'],
  },
  examples: {
    pass: [board`orders:rds{alarms=true, detailedMetrics=true}`, board`jobs:sqs{alarms=true}`],
    fail: [
      board`orders:rds{detailedMetrics=false}`,
      board`web:ec2{alarms=false, detailedMetrics=true}`,
      board`lambda{alarms=false}`,
    ],
    nearlyFail: [board`lambda{alarms=true, tracing=false}`],
    ask: [board`orders:rds{detailedMetrics=true}`, board`web:ec2{alarms=true}`, board`dynamodb`],
    notApplicable: [board`users -> alb`, board`kms`],
  },
})
