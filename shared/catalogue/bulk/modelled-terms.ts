import { detail, type BulkDetail } from './detail'

/**
 * More words for the services people reach for first; by service id.
 *
 * A fully modelled service says most of this itself; what it forgets the palette still finds. While a service is
 * only in the icon set, this is its whole description.
 */
export const modelledTerms: Readonly<Record<string, BulkDetail>> = {
  ec2: detail('instance, virtual server', 'virtual machine, server, vm, compute instance', {
    shortName: 'EC2',
    scope: 'zonal',
    traits: ['compute', 'workload'],
  }),
  ami: detail('machine image', 'golden image, server image', { shortName: 'AMI' }),
  'auto-scaling': detail('ec2 auto scaling', 'scale out, autoscaling, elasticity', {
    shortName: 'Auto Scaling',
  }),
  alb: detail(
    'application load balancer, alb',
    'load balancer, http load balancer, layer 7, reverse proxy',
    { shortName: 'ALB', scope: 'vpc', traits: ['loadBalancer'] },
  ),
  nlb: detail('network load balancer, nlb', 'tcp load balancer, layer 4', {
    shortName: 'NLB',
    scope: 'vpc',
    traits: ['loadBalancer'],
  }),
  elb: detail('elb, elastic load balancer', '', {
    shortName: 'ELB',
    scope: 'vpc',
    traits: ['loadBalancer'],
  }),
  ecs: detail('ecs', 'docker, containers, container orchestration, run containers', {
    shortName: 'ECS',
    scope: 'vpc',
    traits: ['compute', 'container', 'workload'],
  }),
  eks: detail('eks, k8s, kube, kubernetes', 'container orchestration', {
    shortName: 'EKS',
    scope: 'vpc',
    traits: ['compute', 'container', 'workload'],
  }),
  fargate: detail('', 'serverless containers, serverless compute for containers', {
    shortName: 'Fargate',
    scope: 'vpc',
    traits: ['compute', 'container', 'workload'],
  }),
  lambda: detail(
    'function, faas, aws lambda',
    'serverless function, serverless, functions, serverless compute, function as a service, event-driven code',
    { shortName: 'Lambda', traits: ['compute', 'function', 'workload'] },
  ),
  s3: detail(
    's3, simple storage service, s3 bucket',
    'object storage, object store, blob storage, bucket, file upload, static website, data lake storage',
    { shortName: 'S3', traits: ['dataStore', 'objectStorage'] },
  ),
  ebs: detail('ebs, elastic block store, ebs volume', 'block storage, disk, volume, san', {
    shortName: 'EBS',
    scope: 'zonal',
    traits: ['blockStorage', 'dataStore'],
  }),
  'ebs-snapshot': detail('ebs snapshot, snapshot', 'disk snapshot, volume backup', {
    shortName: 'EBS snapshot',
    traits: ['backup'],
  }),
  's3-glacier': detail('glacier', 'archive, cold storage, long-term storage', {
    shortName: 'S3 Glacier',
    traits: ['dataStore', 'objectStorage'],
  }),
  'storage-gateway': detail('storage gateway, sgw', 'hybrid storage, on-premises cache for s3', {
    shortName: 'Storage Gateway',
    scope: 'on-premises',
  }),
  efs: detail('efs, elastic file system', 'nfs, shared file system, file storage, shared files', {
    shortName: 'EFS',
    scope: 'vpc',
    traits: ['dataStore', 'fileStorage'],
  }),
  fsx: detail('fsx', 'smb, windows file share, managed file server', {
    shortName: 'FSx',
    scope: 'vpc',
    traits: ['dataStore', 'fileStorage'],
  }),
  rds: detail(
    'rds, postgres, postgresql, mysql, mariadb, sql server, mssql, oracle, relational database service',
    'relational database, sql, database, managed database, rdbms, db',
    { shortName: 'RDS', scope: 'zonal', traits: ['dataStore', 'database', 'relational'] },
  ),
  aurora: detail(
    'aurora, aurora serverless, aurora postgresql, aurora mysql',
    'cloud-native relational database',
    { shortName: 'Aurora', scope: 'vpc', traits: ['dataStore', 'database', 'relational'] },
  ),
  dynamodb: detail(
    'dynamo, dynamo db, ddb',
    'nosql, no sql, key-value, key value store, nosql database',
    { shortName: 'DynamoDB', traits: ['dataStore', 'database'] },
  ),
  elasticache: detail(
    'redis, memcached, valkey',
    'cache, in-memory cache, caching, session store',
    { shortName: 'ElastiCache', scope: 'vpc', traits: ['cache', 'dataStore'] },
  ),
  'vpc-flow-logs': detail('flow logs, flow log', 'network logs, traffic logs', {
    shortName: 'VPC Flow Logs',
    scope: 'vpc',
    traits: ['observability'],
  }),
  'network-acl': detail('nacl, acl, network acl', 'subnet firewall, stateless firewall', {
    shortName: 'Network ACL',
    scope: 'vpc',
    traits: ['security'],
  }),
  'internet-gateway': detail('igw, internet gateway', 'internet access', {
    shortName: 'Internet gateway',
    scope: 'vpc',
    traits: ['networkGateway'],
  }),
  'nat-gateway': detail('nat, natgw, nat gateway', 'outbound internet access, egress', {
    shortName: 'NAT gateway',
    scope: 'zonal',
    traits: ['networkGateway'],
  }),
  'transit-gateway': detail('tgw, transit gateway', 'network hub, connect vpcs, hub and spoke', {
    shortName: 'Transit Gateway',
    traits: ['networkGateway'],
  }),
  vpn: detail('vpn, site-to-site vpn, s2s vpn, ipsec', 'encrypted tunnel, connect data center', {
    shortName: 'Site-to-Site VPN',
    scope: 'vpc',
    traits: ['hybridLink'],
  }),
  'vpn-client': detail('client vpn, openvpn', 'remote access, home office access', {
    shortName: 'Client VPN',
    scope: 'vpc',
    traits: ['hybridLink'],
  }),
  'direct-connect': detail('dx, directconnect', 'dedicated line, leased line, private connection', {
    shortName: 'Direct Connect',
    traits: ['hybridLink'],
  }),
  'vpc-endpoint': detail(
    'vpc endpoint, vpce, gateway endpoint, interface endpoint',
    'private access to aws services',
    { shortName: 'VPC endpoint', scope: 'vpc', traits: ['networkGateway'] },
  ),
  'route-53': detail('r53, route53', 'dns, domain, domain names, domain registration', {
    shortName: 'Route 53',
    scope: 'global',
    traits: ['dns'],
  }),
  cloudfront: detail(
    'cloudfront, cf',
    'cdn, content delivery, edge cache, content delivery network',
    { shortName: 'CloudFront', scope: 'global', traits: ['cdn'] },
  ),
  'api-gateway': detail(
    'apigw, api gw, apigateway, api gateway',
    'rest api, http api, websocket api, api, api management',
    { shortName: 'API Gateway', traits: ['apiFrontDoor'] },
  ),
  iam: detail('iam', 'permissions, access management, users and roles, policies', {
    shortName: 'IAM',
    scope: 'global',
    traits: ['security'],
  }),
  'iam-role': detail('iam role, role, instance profile', 'assume role, service role', {
    shortName: 'IAM role',
    scope: 'global',
    traits: ['security'],
  }),
  kms: detail('kms, cmk', 'encryption keys, encryption, key management, encryption at rest', {
    shortName: 'KMS',
    traits: ['security'],
  }),
  'secrets-manager': detail(
    'secrets, vault',
    'passwords, credentials store, secret rotation, secret store',
    { shortName: 'Secrets Manager', traits: ['security'] },
  ),
  waf: detail(
    'waf, web application firewall',
    'web firewall, sql injection protection, bot protection',
    { shortName: 'WAF', scope: 'global', traits: ['security'] },
  ),
  shield: detail('shield advanced, aws shield', 'ddos, ddos protection', {
    shortName: 'Shield',
    scope: 'global',
    traits: ['security'],
  }),
  guardduty: detail('guard duty', 'threat detection, intrusion detection', {
    shortName: 'GuardDuty',
    traits: ['security'],
  }),
  cognito: detail(
    'user pool',
    'sign-in, sign in, login, user directory, customer identity, authentication, ciam',
    { shortName: 'Cognito', traits: ['security'] },
  ),
  sqs: detail(
    'sqs, simple queue service, dlq, dead letter queue',
    'queue, message queue, messaging, decouple',
    { shortName: 'SQS', traits: ['queue'] },
  ),
  sns: detail(
    'sns, simple notification service, pubsub',
    'pub sub, publish subscribe, topic, notifications, fan out',
    { shortName: 'SNS', traits: ['topic'] },
  ),
  eventbridge: detail(
    'event bridge, cloudwatch events',
    'event bus, cron, schedule, event-driven, event router',
    { shortName: 'EventBridge', traits: ['eventBus'] },
  ),
  'step-functions': detail('sfn, step function, state machine', 'workflow, orchestration, saga', {
    shortName: 'Step Functions',
    traits: ['workflow'],
  }),
  cloudwatch: detail(
    'cw, cloudwatch',
    'monitoring, metrics, alarms, logs, logging, dashboards, observability',
    { shortName: 'CloudWatch', traits: ['observability'] },
  ),
  cloudtrail: detail('cloud trail, trail', 'audit log, api log, audit trail, who did what', {
    shortName: 'CloudTrail',
    traits: ['observability', 'security'],
  }),
  'aws-backup': detail('backup', 'central backup, backups, backup policy', {
    shortName: 'AWS Backup',
    traits: ['backup'],
  }),
  'application-migration-service': detail(
    'mgn, cloudendure, ams migration',
    'lift and shift, rehost, server migration',
    { shortName: 'MGN', traits: ['migration'] },
  ),
  dms: detail(
    'dms, sct, schema conversion tool',
    'database migration, migrate database, database replication, cdc',
    { shortName: 'DMS', scope: 'vpc', traits: ['migration'] },
  ),
  datasync: detail('data sync', 'file migration, data transfer, copy files to aws', {
    shortName: 'DataSync',
    traits: ['migration'],
  }),
}
