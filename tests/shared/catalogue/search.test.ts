import { describe, expect, it } from 'vitest'
import { searchPalette } from '../../../shared/catalogue/search'

function first(query: string): string | undefined {
  const hit = searchPalette(query, { limit: 1 })[0]
  return hit?.kind === 'group' ? `group:${hit.definition.groupKind}` : hit?.definition.serviceId
}

/** What is typed → what must come first. Several queries for one answer are separated by `|`. */
const EXPECTED: readonly (readonly [queries: string, first: string])[] = [
  ['ec2|instance|virtual server|amazon ec2|compute instance', 'ec2'],
  ['ami|machine image|golden image', 'ami'],
  ['alb|application load balancer|load balancer|layer 7|app load bal', 'alb'],
  ['nlb|network load balancer|layer 4', 'nlb'],
  ['elb|elastic load balancing', 'elb'],
  ['gwlb|gateway load balancer', 'res-elastic-load-balancing-gateway-load-balancer'],
  ['ecs|docker|containers|elastic container service', 'ecs'],
  ['eks|k8s|kubernetes|kube|kubernets', 'eks'],
  ['fargate|serverless containers', 'fargate'],
  ['ecr|container registry|docker registry', 'ecr'],
  ['lambda|lamda|lambada|serverless function|faas|function|serverless', 'lambda'],
  ['s3|bucket storage|object storage|simple storage service|blob storage', 's3'],
  ['ebs|block storage|elastic block store', 'ebs'],
  ['efs|nfs|shared file system|elastic file system', 'efs'],
  ['fsx|smb', 'fsx'],
  ['glacier|archive', 's3-glacier'],
  ['storage gateway|hybrid storage', 'storage-gateway'],
  ['snapshot|ebs snapshot', 'ebs-snapshot'],
  ['rds|postgres|postgresql|postgress|mysql|sql server|relational database|sql|database|db', 'rds'],
  ['aurora|aurora serverless|auroa', 'aurora'],
  ['dynamodb|dynamo|dynamo db|dynamdb|nosql|no sql|key value', 'dynamodb'],
  ['redis|memcached|elasticache|elastic cache|cache|valkey', 'elasticache'],
  ['mongodb|documentdb|document database', 'documentdb'],
  ['graph database|neptune', 'neptune'],
  ['cassandra|keyspaces', 'amazon-keyspaces'],
  ['time series|timestream', 'amazon-timestream'],
  ['cloudfront|cloud front|cdn|content delivery|cloudfrnt', 'cloudfront'],
  ['dns|route 53|route53|r53|domain', 'route-53'],
  ['igw|internet gateway', 'internet-gateway'],
  ['nat|nat gateway|nat gw', 'nat-gateway'],
  ['tgw|transit gateway', 'transit-gateway'],
  ['vpn|site to site|site-to-site vpn|ipsec', 'vpn'],
  ['client vpn|openvpn', 'vpn-client'],
  ['dx|direct connect|leased line', 'direct-connect'],
  ['vpc endpoint|gateway endpoint', 'vpc-endpoint'],
  ['privatelink|private link', 'aws-privatelink'],
  ['nacl|network acl', 'network-acl'],
  ['flow logs|vpc flow logs', 'vpc-flow-logs'],
  ['peering|vpc peering', 'vpc-peering'],
  ['eni', 'res-amazon-vpc-elastic-network-interface'],
  ['elastic ip|eip', 'res-amazon-ec2-elastic-ip-address'],
  ['api gateway|apigw|api gw|rest api|api', 'api-gateway'],
  ['graphql|appsync', 'appsync'],
  ['iam|permissions', 'iam'],
  ['iam role|role', 'iam-role'],
  ['kms|encryption|key management', 'kms'],
  ['secrets|secrets manager|passwords', 'secrets-manager'],
  ['waf|web application firewall', 'waf'],
  ['shield|ddos', 'shield'],
  ['guardduty|guard duty|threat detection', 'guardduty'],
  ['cognito|login|sign in|user pool|cogntio', 'cognito'],
  ['certificate|acm|ssl certificate|tls', 'aws-certificate-manager'],
  ['active directory|ad|ldap', 'aws-directory-service'],
  ['sso|single sign-on|identity center', 'iam-identity-center'],
  ['macie|pii', 'amazon-macie'],
  ['inspector|vulnerabilities', 'amazon-inspector'],
  ['security hub', 'security-hub'],
  ['queue|sqs|message queue|dead letter queue|dlq', 'sqs'],
  ['sns|pub sub|pubsub|notifications|topic', 'sns'],
  ['eventbridge|event bus|cron|schedule|event bridge', 'eventbridge'],
  ['workflow|step functions|state machine|orchestration', 'step-functions'],
  ['rabbitmq|message broker|activemq', 'amazon-mq'],
  ['kafka|msk', 'msk'],
  ['kinesis|streaming', 'kinesis'],
  ['firehose', 'amazon-data-firehose'],
  ['airflow|mwaa', 'amazon-managed-workflows-for-apache-airflow'],
  ['email|ses|send email', 'amazon-simple-email-service'],
  ['cloudwatch|monitoring|metrics|logging|alarms', 'cloudwatch'],
  ['cloudtrail|audit log|cloud trail', 'cloudtrail'],
  ['tracing|xray|x-ray', 'x-ray'],
  ['backup|aws backup', 'aws-backup'],
  ['mgn|lift and shift|application migration service', 'application-migration-service'],
  ['dms|database migration', 'dms'],
  ['datasync|data sync', 'datasync'],
  ['snowball|snow family', 'aws-snowball'],
  ['sftp|transfer family|ftp', 'aws-transfer-family'],
  ['disaster recovery|drs', 'aws-elastic-disaster-recovery'],
  ['etl|glue', 'glue'],
  ['data warehouse|redshift|redshfit', 'redshift'],
  ['athena|sql on s3', 'athena'],
  ['data lake|lake formation', 'aws-lake-formation'],
  ['hadoop|spark|emr', 'emr'],
  ['elasticsearch|opensearch|full-text search', 'opensearch'],
  ['quicksight|bi|dashboards reports', 'amazon-quick-suite'],
  ['llm|genai|bedrock|generative ai', 'amazon-bedrock'],
  ['sagemaker|machine learning|ml', 'amazon-sagemaker-ai'],
  ['ocr|textract', 'amazon-textract'],
  ['call center|connect', 'amazon-connect'],
  ['cloudformation|infrastructure as code|cfn', 'aws-cloudformation'],
  ['cdk', 'aws-cloud-development-kit'],
  ['ci/cd|codepipeline', 'aws-codepipeline'],
  ['codebuild|continuous integration', 'aws-codebuild'],
  ['landing zone|control tower', 'aws-control-tower'],
  ['ssm|systems manager|patching', 'systems-manager'],
  ['parameter store', 'res-aws-systems-manager-parameter-store'],
  ['trusted advisor', 'aws-trusted-advisor'],
  ['iot|mqtt', 'aws-iot-core'],
  ['vdi|workspaces|virtual desktop', 'amazon-workspaces'],
  ['beanstalk|paas', 'elastic-beanstalk'],
  ['batch', 'aws-batch'],
  ['outposts', 'aws-outposts-family'],
  ['beanstlak', 'elastic-beanstalk'],
  ['users|people|customers|employees', 'users'],
  ['browser|laptop|desktop', 'client'],
  ['phone|mobile app|smartphone', 'mobile-client'],
  ['internet|www', 'internet'],
  ['server|physical server|bare metal|traditional server', 'on-prem-server'],
  ['oracle database|on-prem database|database server', 'on-prem-database'],
  ['nas|san|storage array', 'on-prem-storage'],
  ['file server|network share', 'on-prem-file-server'],
  ['vmware|esxi|vsphere|hypervisor', 'vmware-host'],
  ['vm|virtual machine|hyper-v', 'vm'],
  ['f5|haproxy|netscaler', 'on-prem-load-balancer'],
  ['firewall|palo alto|fortinet', 'on-prem-firewall'],
  ['exchange|mail server', 'on-prem-mail-server'],
  ['saas|salesforce|microsoft 365', 'saas'],
  ['third party|external system|partner', 'third-party'],
  ['office|branch|headquarters', 'office'],
  ['az|availability zone|availibility zone', 'group:availabilityZone'],
  ['private subnet|private', 'group:privateSubnet'],
  ['public subnet|subnet|dmz', 'group:publicSubnet'],
  ['vpc|virtual private cloud', 'group:vpc'],
  ['region|aws region', 'group:region'],
  ['account|aws account', 'group:account'],
  ['aws cloud|aws', 'group:awsCloud'],
  ['sg|security group', 'group:securityGroup'],
  ['asg|auto scaling group|autoscaling group', 'group:autoScalingGroup'],
  ['dc|data center|datacenter|on-prem', 'group:corporateDataCenter'],
  ['group|box', 'group:generic'],
]

const table = EXPECTED.flatMap(([queries, answer]) =>
  queries.split('|').map((query) => [query, answer] as const),
)

describe('palette search', () => {
  it('is asked about enough', () => {
    expect(table.length).toBeGreaterThanOrEqual(160)
    expect(new Set(table.map(([query]) => query)).size).toBe(table.length)
  })

  it.each(table)('%s → %s', (query, answer) => {
    expect(first(query)).toBe(answer)
  })

  it('ignores case, blanks and punctuation', () => {
    expect(first('  API-Gateway ')).toBe('api-gateway')
    expect(first('S3')).toBe('s3')
  })

  it('finds nothing for nothing and for nonsense', () => {
    expect(searchPalette('')).toEqual([])
    expect(searchPalette('  - ')).toEqual([])
    expect(searchPalette('qqqqzzzzxxxx')).toEqual([])
  })

  it('gives each entry once, at most as many as asked for', () => {
    const hits = searchPalette('a', { limit: 500 })
    const keys = hits.map((hit) =>
      hit.kind === 'group' ? hit.definition.groupKind : hit.definition.serviceId,
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(searchPalette('amazon', { limit: 5 })).toHaveLength(5)
  })

  it('puts services before their resources', () => {
    const hits = searchPalette('dynamodb', { limit: 10 })
    expect(
      hits.map((hit) => (hit.kind === 'service' ? hit.definition.icon : '')).slice(0, 2),
    ).toEqual(['architecture-service/AmazonDynamoDB', expect.stringMatching(/^resource\//)])
  })
})
