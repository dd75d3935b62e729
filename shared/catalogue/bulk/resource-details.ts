import { detail, type BulkDetail } from './detail'

/** The same for resources: parts of a service that people draw on their own; by service id. */
export const resourceDetails: Readonly<Record<string, BulkDetail>> = {
  'res-amazon-dynamodb-amazon-dynamodb-accelerator': detail('dax', 'dynamodb cache', {
    shortName: 'DAX',
    scope: 'vpc',
    traits: ['cache'],
  }),
  'res-amazon-ec2-elastic-ip-address': detail('eip, elastic ip', 'static ip, fixed ip address', {
    shortName: 'Elastic IP',
  }),
  'res-amazon-ec2-instance': detail('', '', {
    shortName: 'EC2 instance',
    scope: 'zonal',
    traits: ['compute', 'workload'],
  }),
  'res-amazon-ec2-instances': detail('', '', {
    shortName: 'EC2 instances',
    scope: 'zonal',
    traits: ['compute', 'workload'],
  }),
  'res-amazon-ec2-spot-instance': detail('spot', 'spare capacity, cheap compute', {
    shortName: 'Spot Instance',
    scope: 'zonal',
    traits: ['compute', 'workload'],
  }),
  'res-amazon-ec2-db-instance': detail('', 'database on ec2, self-managed database', {
    shortName: 'Database on EC2',
    scope: 'zonal',
    traits: ['compute', 'dataStore', 'database', 'workload'],
  }),
  'res-amazon-elastic-block-store-volume': detail('', 'disk', {
    shortName: 'EBS volume',
    scope: 'zonal',
    traits: ['blockStorage'],
  }),
  'res-amazon-elastic-block-store-volume-gp3': detail('gp3', '', {
    shortName: 'EBS gp3 volume',
    scope: 'zonal',
    traits: ['blockStorage'],
  }),
  'res-amazon-elastic-block-store-amazon-data-lifecycle-manager': detail(
    'dlm',
    'snapshot schedule',
    { shortName: 'Data Lifecycle Manager', traits: ['backup'] },
  ),
  'res-amazon-elastic-container-service-task': detail('', '', {
    shortName: 'ECS task',
    scope: 'zonal',
    traits: ['compute', 'container'],
  }),
  'res-amazon-elastic-container-service-service': detail('', '', {
    shortName: 'ECS service',
    scope: 'vpc',
    traits: ['compute', 'container'],
  }),
  'res-amazon-elastic-container-service-container-1': detail('container', '', {
    shortName: 'Container',
    scope: 'zonal',
    traits: ['container'],
  }),
  'res-amazon-eventbridge-scheduler': detail('', 'scheduled jobs, scheduler, timer', {
    shortName: 'EventBridge Scheduler',
  }),
  'res-amazon-eventbridge-pipes': detail('', 'point-to-point integration', {
    shortName: 'EventBridge Pipes',
  }),
  'res-amazon-eventbridge-custom-event-bus': detail('', '', { traits: ['eventBus'] }),
  'res-amazon-eventbridge-default-event-bus': detail('', '', { traits: ['eventBus'] }),
  'res-amazon-dynamodb-table': detail('', '', {
    shortName: 'DynamoDB table',
    traits: ['dataStore', 'database'],
  }),
  'res-amazon-dynamodb-stream': detail('dynamodb streams', 'change data capture', {
    shortName: 'DynamoDB Stream',
    traits: ['stream'],
  }),
  'res-amazon-elasticache-elasticache-for-redis': detail('', '', {
    shortName: 'ElastiCache for Redis',
    scope: 'vpc',
    traits: ['cache'],
  }),
  'res-amazon-elasticache-elasticache-for-valkey': detail('', '', {
    shortName: 'ElastiCache for Valkey',
    scope: 'vpc',
    traits: ['cache'],
  }),
  'res-amazon-elasticache-elasticache-for-memcached': detail('', '', {
    shortName: 'ElastiCache for Memcached',
    scope: 'vpc',
    traits: ['cache'],
  }),
  'res-amazon-rds-rds-proxy': detail('', 'connection pooling, database connection pool', {
    shortName: 'RDS Proxy',
    scope: 'vpc',
  }),
  'res-amazon-route-53-resolver': detail('dns resolver', 'hybrid dns', {
    shortName: 'Route 53 Resolver',
    scope: 'vpc',
    traits: ['dns'],
  }),
  'res-amazon-route-53-hosted-zone': detail('dns zone', '', {
    shortName: 'Hosted zone',
    scope: 'global',
    traits: ['dns'],
  }),
  'res-amazon-route-53-route-table': detail('route tables, routing table', 'routes', {
    shortName: 'Route table',
    scope: 'vpc',
  }),
  'res-amazon-simple-queue-service-queue': detail('', '', {
    shortName: 'SQS queue',
    traits: ['queue'],
  }),
  'res-amazon-simple-notification-service-topic': detail('', '', {
    shortName: 'SNS topic',
    traits: ['topic'],
  }),
  'res-amazon-simple-storage-service-bucket': detail('bucket', '', {
    shortName: 'S3 bucket',
    traits: ['dataStore', 'objectStorage'],
  }),
  'res-amazon-simple-storage-service-bucket-with-objects': detail('', '', {
    shortName: 'S3 bucket with objects',
    traits: ['dataStore', 'objectStorage'],
  }),
  'res-amazon-simple-storage-service-s3-intelligent-tiering': detail(
    'intelligent tiering',
    'automatic storage tiers',
    { shortName: 'S3 Intelligent-Tiering' },
  ),
  'res-amazon-simple-storage-service-s3-glacier-deep-archive': detail(
    'deep archive',
    'cold archive',
    { shortName: 'S3 Glacier Deep Archive', traits: ['dataStore', 'objectStorage'] },
  ),
  'res-amazon-cloudwatch-alarm': detail('alarm', 'alerts, alerting', {
    shortName: 'CloudWatch alarm',
    traits: ['observability'],
  }),
  'res-amazon-cloudwatch-logs': detail('log group, cw logs', 'application logs, central logs', {
    shortName: 'CloudWatch Logs',
    traits: ['observability'],
  }),
  'res-amazon-cloudwatch-synthetics': detail('canary', 'synthetic monitoring', {
    shortName: 'CloudWatch Synthetics',
    traits: ['observability'],
  }),
  'res-amazon-vpc-customer-gateway': detail('cgw, customer router', 'on-premises vpn device', {
    shortName: 'Customer gateway',
    scope: 'on-premises',
    traits: ['hybridLink'],
  }),
  'res-amazon-vpc-vpn-gateway': detail('vgw, virtual private gateway', '', {
    shortName: 'Virtual private gateway',
    scope: 'vpc',
    traits: ['networkGateway'],
  }),
  'res-amazon-vpc-vpn-connection': detail('', '', {
    shortName: 'VPN connection',
    scope: 'vpc',
    traits: ['hybridLink'],
  }),
  'res-amazon-vpc-peering-connection': detail('vpc peering, peering, pcx', 'connect two vpcs', {
    shortName: 'VPC peering',
    scope: 'vpc',
    traits: ['networkGateway'],
  }),
  'res-amazon-vpc-elastic-network-interface': detail('eni', 'network card', {
    shortName: 'Elastic network interface',
    scope: 'zonal',
  }),
  'res-amazon-vpc-router': detail('', 'router', { shortName: 'Router', scope: 'vpc' }),
  'res-elastic-load-balancing-gateway-load-balancer': detail('gwlb', 'appliance load balancing', {
    shortName: 'Gateway Load Balancer',
    scope: 'vpc',
    traits: ['loadBalancer'],
  }),
  'res-elastic-load-balancing-classic-load-balancer': detail('clb', '', {
    shortName: 'Classic Load Balancer',
    scope: 'vpc',
    traits: ['loadBalancer'],
  }),
  'res-aws-directory-service-aws-managed-microsoft-ad': detail('managed microsoft ad', '', {
    shortName: 'Managed Microsoft AD',
    scope: 'vpc',
    traits: ['security'],
  }),
  'res-aws-directory-service-ad-connector': detail('', '', {
    shortName: 'AD Connector',
    scope: 'vpc',
    traits: ['security'],
  }),
  'res-aws-systems-manager-parameter-store': detail('ssm parameter store', 'configuration values', {
    shortName: 'Parameter Store',
  }),
  'res-aws-systems-manager-session-manager': detail(
    'ssm session manager, bastion, jump host',
    'shell access without ssh',
    { shortName: 'Session Manager' },
  ),
  'res-aws-systems-manager-patch-manager': detail('', 'operating system patches', {
    shortName: 'Patch Manager',
  }),
  'res-aws-lambda-lambda-function': detail('', '', {
    shortName: 'Lambda function',
    traits: ['compute', 'function', 'workload'],
  }),
  'res-aws-backup-backup-vault': detail('', '', { shortName: 'Backup vault', traits: ['backup'] }),
  'res-aws-backup-backup-plan': detail('', 'backup schedule', {
    shortName: 'Backup plan',
    traits: ['backup'],
  }),
  'res-aws-storage-gateway-file-gateway': detail('', '', {
    shortName: 'File Gateway',
    scope: 'on-premises',
  }),
  'res-aws-storage-gateway-volume-gateway': detail('', '', {
    shortName: 'Volume Gateway',
    scope: 'on-premises',
  }),
  'res-aws-storage-gateway-tape-gateway': detail('vtl', 'virtual tapes', {
    shortName: 'Tape Gateway',
    scope: 'on-premises',
  }),
  'res-aws-identity-access-management-aws-sts': detail('sts', 'temporary credentials', {
    shortName: 'AWS STS',
    scope: 'global',
    traits: ['security'],
  }),
  'res-aws-identity-access-management-mfa-token': detail('mfa', 'second factor', {
    shortName: 'MFA token',
    scope: 'global',
    traits: ['security'],
  }),
  'res-aws-organizations-organizational-unit': detail('', '', {
    shortName: 'Organizational unit',
    scope: 'global',
  }),
  'res-amazon-msk-amazon-msk-connect': detail('kafka connect', '', { shortName: 'MSK Connect' }),
  'res-git-repository': detail('git, github, gitlab', 'source repository', { scope: 'external' }),
  'res-aws-management-console-browser': detail('', '', {}),
  'res-tape-storage': detail('tape library, tapes', '', {
    scope: 'on-premises',
    traits: ['backup'],
  }),
  'res-camera': detail('webcam, cctv', '', { scope: 'external' }),
  'res-ssl-padlock': detail('padlock', '', { scope: 'external' }),
}
