import { describe, expect, it } from 'vitest'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import { mappings } from '#shared/formats/importers/cloudformation/types/all-types'
import { contains, intersects } from '#shared/model/geometry'
import { BoardEdge, BoardNode } from '#shared/model/records'
import { importTemplate, resources } from '../../support/template-board'

const SHOP = `
AWSTemplateFormatVersion: '2010-09-09'
Description: A shop
Parameters:
  Env: { Type: String, Default: prod }
  Cidr: { Type: String, Default: 10.0.0.0/16 }
  Office: { Type: String }
  Zones: { Type: List<AWS::EC2::AvailabilityZone::Name> }
Mappings:
  Sizes:
    prod: { days: 14, type: db.r6g.large }
    test: { days: 1, type: db.t3.micro }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsTest: !Not [!Condition IsProd]
  FromOffice: !Not [!Equals [!Ref Office, '']]
  Both: !And [!Condition IsProd, !Condition FromOffice]
  Either: !Or [!Condition IsTest, !Condition IsProd]
Resources:
  Net:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: !Ref Cidr, Tags: [{ Key: Name, Value: !Sub 'shop-\${Env}' }] }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Net, InternetGatewayId: !Ref Gateway }
  Front:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Net, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] }
  Back:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Net, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''] }
  FrontTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Net } }
  FrontRoute:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref FrontTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
  FrontRouting:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Front, RouteTableId: !Ref FrontTable }
  Web:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref Front, SecurityGroupIds: [!Ref WebGroup], InstanceType: t4g.small }
  WebGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Net
      GroupDescription: web
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 8000, ToPort: 8080, CidrIpv6: '::/0' }
  DataGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Net
      GroupDescription: data
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt WebGroup.GroupId }
  Places: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: x, SubnetIds: [!Ref Front, !Ref Back] } }
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceIdentifier: !Join ['-', [orders, !Ref Env]]
      DBInstanceClass: !FindInMap [Sizes, !Ref Env, type]
      BackupRetentionPeriod: !FindInMap [Sizes, !Ref Env, days]
      MultiAZ: !If [IsProd, true, false]
      DeletionProtection: !If [FromOffice, true, false]
      DBSubnetGroupName: !Ref Places
      VPCSecurityGroups: [!Ref DataGroup]
      MasterUserPassword: !Sub '{{resolve:secretsmanager:\${Password}:SecretString:password}}'
      KmsKeyId: !If [IsTest, !Ref Key, !Ref 'AWS::NoValue']
  Password: { Type: AWS::SecretsManager::Secret }
  Key: { Type: AWS::KMS::Key, Condition: IsTest }
  Tester: { Type: AWS::SQS::Queue, Condition: IsTest }
  Visitors: { Type: AWS::SQS::Queue, Condition: FromOffice }
  Sure: { Type: AWS::SQS::Queue, Condition: Either }
  Perhaps: { Type: AWS::SQS::Queue, Condition: Both }
  Odd: { Type: 'Custom::Odd', Properties: { ServiceToken: x } }
`

describe('values of a CloudFormation template', () => {
  const shop = importTemplate(SHOP)

  it('resolves parameters, mappings, conditions and joins into facts with the file as their source', () => {
    expect(shop.node('Orders').label).toBe('orders-prod')
    expect(shop.node('Net').label).toBe('shop-prod')
    expect(shop.fact('Net', 'cidr')).toBe('10.0.0.0/16')
    expect(shop.fact('Orders', 'backupRetentionDays')).toBe(14)
    expect(shop.fact('Orders', 'multiAz')).toBe(true)
    expect(shop.fact('Orders', 'architecture')).toBe('arm64')
    expect(shop.node('Orders').facts['multiAz']).toMatchObject({
      source: 'import',
      by: 'shop.yaml',
    })
  })

  it('takes parameters that are given instead of the defaults', () => {
    const test = importTemplate(SHOP, { parameters: { Env: 'test', Cidr: '10.9.0.0/16' } })
    expect(test.fact('Orders', 'backupRetentionDays')).toBe(1)
    expect(test.fact('Orders', 'multiAz')).toBe(false)
    expect(test.fact('Net', 'cidr')).toBe('10.9.0.0/16')
    expect(test.subjects.has('Tester')).toBe(true)
  })

  it('says nothing about what hangs on a parameter without a default', () => {
    expect(shop.fact('Orders', 'deletionProtection')).toBeUndefined()
    expect(shop.notes.join(' ')).toContain('Office')
  })

  it('gives AWS’s default for what is absent, as such', () => {
    expect(shop.fact('Orders', 'encryptedAtRest')).toBe(false)
    expect(shop.node('Orders').facts['encryptedAtRest']?.source).toBe('aws-default')
    expect(shop.fact('Web', 'imdsV2Required')).toBe(false)
    expect(shop.fact('Sure', 'encryptedAtRest')).toBe(true)
  })

  it('leaves out what a condition forbids, and draws what it may forbid', () => {
    expect(shop.subjects.has('Tester')).toBe(false)
    expect(shop.notImported).toContainEqual({
      logicalId: 'Tester',
      type: 'AWS::SQS::Queue',
      reason: 'Its condition IsTest is not met.',
    })
    for (const id of ['Visitors', 'Sure', 'Perhaps']) expect(shop.subjects.has(id)).toBe(true)
    expect(shop.notes.join(' ')).toMatch(/Visitors/)
    expect(shop.notes.join(' ')).toMatch(/Tester/)
  })

  it('sees that a password is read from Secrets Manager, however it is put together', () => {
    expect(shop.fact('Orders', 'credentialsInSecretsManager')).toBe(true)
    const plain = importTemplate(
      resources({
        Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: 'hunter2' } },
        Asked: {
          Type: 'AWS::RDS::DBInstance',
          Properties: { MasterUserPassword: { Ref: 'Password' } },
        },
      }),
    )
    expect(plain.fact('Db', 'credentialsInSecretsManager')).toBe(false)
    expect(plain.fact('Asked', 'credentialsInSecretsManager')).toBeUndefined()
    expect(JSON.stringify(plain.content)).not.toContain('hunter2')
  })

  it('reads YAML and JSON alike', () => {
    const yaml = importTemplate(`
Resources:
  A: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub 'a-\${AWS::Region}', RedrivePolicy: { deadLetterTargetArn: !GetAtt B.Arn } } }
  B: { Type: AWS::SQS::Queue, Properties: { QueueName: !Join ['', [b, '1']] } }
  C: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: !Split [',', 'a,b'] } } }
`)
    const json = importTemplate(
      resources({
        A: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            QueueName: { 'Fn::Sub': 'a-${AWS::Region}' },
            RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['B', 'Arn'] } },
          },
        },
        B: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Join': ['', ['b', '1']] } } },
        C: {
          Type: 'AWS::Lambda::Function',
          Properties: { VpcConfig: { SubnetIds: { 'Fn::Split': [',', 'a,b'] } } },
        },
      }),
    )
    expect(yaml.content).toEqual(json.content)
    expect(yaml.connectors).toEqual(['A -event-> b1'])
  })

  it('unrolls a loop over a known list', () => {
    const loop = importTemplate({
      Transform: 'AWS::LanguageExtensions',
      Resources: {
        'Fn::ForEach::Topics': [
          'Name',
          ['Orders', 'Returns'],
          {
            'Topic${Name}': { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Name' } } },
          },
        ],
        'Fn::ForEach::Unknown': ['Name', { Ref: 'Later' }, { 'X${Name}': {} }],
      },
    })
    expect(loop.node('TopicOrders').label).toBe('Orders')
    expect(loop.subjects.has('TopicReturns')).toBe(true)
    expect(loop.notImported.map(({ logicalId }) => logicalId)).toEqual(['Fn::ForEach::Unknown'])
  })

  it('lists what it does not draw, with a reason', () => {
    expect(shop.notImported.find(({ logicalId }) => logicalId === 'Odd')?.reason).toMatch(/custom/i)
    const { notImported } = importTemplate(
      resources({
        Third: { Type: 'Datadog::Monitors::Monitor' },
        Wait: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
        Stray: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: 'rtb-1' } },
        None: {},
      }),
    )
    expect(notImported.map(({ logicalId }) => logicalId).sort()).toEqual([
      'None',
      'Stray',
      'Third',
      'Wait',
    ])
    expect(notImported.every(({ reason }) => reason.endsWith('.'))).toBe(true)
  })
})

describe('what is in what', () => {
  const shop = importTemplate(SHOP)

  it('puts servers into their security group, subnet, zone and VPC', () => {
    expect(shop.around('Web')).toEqual(['WebGroup', 'Front', 'Zone 1', 'shop-prod', 'AWS Cloud'])
    expect(shop.around('Orders')).toEqual(['DataGroup', 'shop-prod', 'AWS Cloud'])
    expect(shop.fact('Web', 'inVpc')).toBe(true)
  })

  it('tells public subnets by their routes', () => {
    expect(shop.node('Front')).toMatchObject({ kind: 'group', groupKind: 'publicSubnet' })
    expect(shop.node('Back')).toMatchObject({ kind: 'group', groupKind: 'privateSubnet' })
    const plain = importTemplate(
      resources({
        Dmz: {
          Type: 'AWS::EC2::Subnet',
          Properties: { VpcId: 'vpc-1', MapPublicIpOnLaunch: true },
        },
        PublicA: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1' } },
        App: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1' } },
      }),
    )
    expect(plain.node('Dmz')).toMatchObject({ groupKind: 'publicSubnet' })
    expect(plain.node('PublicA')).toMatchObject({ groupKind: 'publicSubnet' })
    expect(plain.node('App')).toMatchObject({ groupKind: 'privateSubnet' })
  })

  it('lets wiring belong to what it wires', () => {
    expect(shop.node('FrontRoute')).toBe(shop.node('Net'))
    expect(shop.node('FrontRouting')).toBe(shop.node('Front'))
    expect(shop.node('Places')).toBe(shop.node('Orders'))
    expect(shop.fact('Orders', 'logicalIds')).toEqual(['Orders', 'Places'])
    expect(shop.fact('Net', 'internetGateway')).toBe(true)
  })

  it('draws one security group in each subnet that it is used in', () => {
    const { content, node, subjects } = importTemplate(
      resources({
        Net: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
        A: subnet('us-east-1a'),
        B: subnet('us-east-1b'),
        Shared: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { Ref: 'Net' } } },
        One: server('A'),
        Two: server('B'),
        Lone: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { Ref: 'Net' } } },
      }),
    )
    const boxes = content.nodes.filter(
      (one) => one.kind === 'group' && one.groupKind === 'securityGroup' && one.label === 'Shared',
    )
    expect(boxes).toHaveLength(2)
    expect(boxes.map((box) => box.facts['logicalIds']?.value)).toEqual([['Shared'], ['Shared']])
    expect(boxes.map(({ id }) => id)).toContain(subjects.get('Shared')?.id)
    expect(node('One').parentId).not.toBe(node('Two').parentId)
    expect(node('Lone').parentId).toBe(node('Net').id)
  })

  it('draws an Auto Scaling group with the servers that it launches', () => {
    const fleet = importTemplate(
      resources({
        Template: {
          Type: 'AWS::EC2::LaunchTemplate',
          Properties: {
            LaunchTemplateData: {
              InstanceType: 'm6i.large',
              MetadataOptions: { HttpTokens: 'required' },
              BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }],
            },
          },
        },
        Fleet: {
          Type: 'AWS::AutoScaling::AutoScalingGroup',
          Properties: {
            MinSize: '2',
            MaxSize: '8',
            HealthCheckType: 'ELB',
            TargetGroupARNs: [{ Ref: 'Targets' }],
            LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' },
            AvailabilityZones: ['eu-west-1a', 'eu-west-1b'],
          },
        },
        Policy: {
          Type: 'AWS::AutoScaling::ScalingPolicy',
          Properties: {
            AutoScalingGroupName: { Ref: 'Fleet' },
            PolicyType: 'TargetTrackingScaling',
          },
        },
        Front: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
        Listener: {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: {
            LoadBalancerArn: { Ref: 'Front' },
            Protocol: 'HTTPS',
            DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Targets' } }],
          },
        },
        Targets: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
      }),
    )
    expect(fleet.node('Fleet')).toMatchObject({ kind: 'group', groupKind: 'autoScalingGroup' })
    expect(fleet.fact('Fleet', 'minCapacity')).toBe(2)
    expect(fleet.fact('Fleet', 'scalingPolicy')).toBe('target-tracking')
    expect(fleet.fact('Fleet', 'availabilityZones')).toBe(2)
    expect(fleet.node('Template').parentId).toBe(fleet.node('Fleet').id)
    expect(fleet.fact('Template', 'logicalIds')).toEqual(['Template', 'Fleet'])
    expect(fleet.fact('Template', 'imdsV2Required')).toBe(true)
    expect(fleet.fact('Template', 'volumesEncrypted')).toBe(true)
    expect(fleet.fact('Front', 'httpsListener')).toBe(true)
    expect(fleet.node('Targets')).toBe(fleet.node('Front'))
    expect(fleet.connectors).toEqual(['Front -request-> Fleet'])
  })

  it('stands for what is only spoken of, once for all that speak of it', () => {
    const stages = importTemplate(
      resources({
        Stage: {
          Type: 'AWS::ApiGateway::Stage',
          Properties: { RestApiId: { 'Fn::ImportValue': 'api' } },
        },
        Method: {
          Type: 'AWS::ApiGateway::Method',
          Properties: { RestApiId: { 'Fn::ImportValue': 'api' } },
        },
      }),
    )
    expect(stages.node('Stage')).toBe(stages.node('Method'))
    expect(stages.node('Stage').label).toBe('api')
    expect(stages.fact('Stage', 'tracing')).toBe(false)
    expect(stages.fact('Stage', 'private')).toBeUndefined()
  })

  it('draws one node for a cluster and its instances, by engine', () => {
    const db = importTemplate(
      resources({
        Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-postgresql' } },
        Writer: instance('Cluster'),
        Reader: instance('Cluster'),
        Plain: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'mysql' } },
        Graph: { Type: 'AWS::Neptune::DBCluster' },
        GraphA: {
          Type: 'AWS::Neptune::DBInstance',
          Properties: { DBClusterIdentifier: { Ref: 'Graph' } },
        },
      }),
    )
    expect(db.node('Reader')).toBe(db.node('Cluster'))
    expect(db.node('Cluster')).toMatchObject({ serviceId: 'aurora' })
    expect(db.fact('Cluster', 'instances')).toBe(2)
    expect(db.node('Plain')).toMatchObject({ serviceId: 'rds' })
    expect(db.fact('Plain', 'multiAz')).toBe(true)
    expect(db.node('GraphA')).toMatchObject({ serviceId: 'neptune' })
  })

  it('merges a service, its task and its cluster', () => {
    const app = importTemplate(
      resources({
        Cluster: {
          Type: 'AWS::ECS::Cluster',
          Properties: { ClusterSettings: [{ Name: 'containerInsights', Value: 'enhanced' }] },
        },
        Task: {
          Type: 'AWS::ECS::TaskDefinition',
          Properties: {
            ContainerDefinitions: [
              {
                Environment: [
                  { Name: 'DB_PASSWORD', Value: 'x' },
                  { Name: 'T', Value: { Ref: 'Table' } },
                ],
              },
            ],
          },
        },
        Table: { Type: 'AWS::DynamoDB::Table' },
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: {
            LaunchType: 'FARGATE',
            Cluster: { Ref: 'Cluster' },
            TaskDefinition: { Ref: 'Task' },
            DesiredCount: 3,
          },
        },
      }),
    )
    expect(app.node('Cluster')).toBe(app.node('Service'))
    expect(app.node('Task')).toBe(app.node('Service'))
    expect(app.node('Service')).toMatchObject({ serviceId: 'fargate' })
    expect(app.fact('Service', 'instances')).toBe(3)
    expect(app.fact('Service', 'detailedMetrics')).toBe(true)
    expect(app.fact('Service', 'secretsInEnvironment')).toBe(true)
    expect(app.connectors).toEqual(['Service -data-> Table'])
  })
})

describe('who calls whom', () => {
  it('connects what references and security groups tell of', () => {
    expect(importTemplate(SHOP).connectors).toEqual(['Web -data-> orders-prod'])
  })

  it('connects event sources, subscriptions, APIs, origins and replicas', () => {
    const { connectors } = importTemplate(
      resources({
        Work: { Type: 'AWS::SQS::Queue' },
        Dead: { Type: 'AWS::SQS::Queue' },
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
        },
        Source: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] },
            FunctionName: { Ref: 'Fn' },
          },
        },
        News: { Type: 'AWS::SNS::Topic' },
        Subscription: {
          Type: 'AWS::SNS::Subscription',
          Properties: {
            TopicArn: { Ref: 'News' },
            Protocol: 'sqs',
            Endpoint: { 'Fn::GetAtt': ['Work', 'Arn'] },
          },
        },
        Mail: {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: { Ref: 'News' }, Protocol: 'email', Endpoint: 'a@b.example' },
        },
        Api: { Type: 'AWS::ApiGateway::RestApi' },
        Get: {
          Type: 'AWS::ApiGateway::Method',
          Properties: {
            RestApiId: { Ref: 'Api' },
            AuthorizationType: 'AWS_IAM',
            Integration: { Uri: { 'Fn::Sub': 'arn:x/${Fn.Arn}/invocations' } },
          },
        },
        Site: { Type: 'AWS::S3::Bucket' },
        Copy: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copy' } },
        Master: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            ReplicationConfiguration: {
              Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy' } }],
            },
          },
        },
        Cdn: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Origins: [
                {
                  DomainName: { 'Fn::GetAtt': ['Site', 'RegionalDomainName'] },
                  S3OriginConfig: {},
                },
              ],
            },
          },
        },
      }),
    )
    expect(connectors.sort()).toEqual(
      [
        'Fn -event-> Dead',
        'Work -event-> Fn',
        'News -event-> Work',
        'Api -request-> Fn',
        'Cdn -request-> Site',
        'Master -replication-> copy',
      ].sort(),
    )
  })

  it('reads the events, globals and policies of SAM', () => {
    const sam = importTemplate(`
Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Timeout: 10, Tracing: Active } }
Resources:
  Get:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Web: { Type: Api, Properties: { Path: /, Method: get } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
      Policies: [{ DynamoDBCrudPolicy: { TableName: !Ref Orders } }]
  Orders: { Type: AWS::Serverless::SimpleTable }
`)
    expect(sam.fact('Get', 'timeoutSeconds')).toBe(10)
    expect(sam.fact('Get', 'tracing')).toBe(true)
    expect(sam.connectors.sort()).toEqual(
      ['ServerlessRestApi -request-> Get', 'GetNightly -event-> Get', 'Get -data-> Orders'].sort(),
    )
    expect([...sam.subjects.keys()].sort()).toEqual(['Get', 'Orders'])
  })
})

describe('security facts', () => {
  it('lists ports that are open to everyone, and none while a source is not known', () => {
    const shop = importTemplate(SHOP)
    expect(shop.fact('WebGroup', 'inboundFromInternet')).toBe('443, 8000-8080')
    expect(shop.fact('WebGroup', 'inboundSources')).toBe('anyone')
    expect(shop.fact('DataGroup', 'inboundFromInternet')).toBe('none')
    expect(shop.fact('DataGroup', 'inboundSources')).toBe('onlyCallers')
    const open = importTemplate(
      resources({
        All: ingress({ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }),
        Asked: ingress({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: { Ref: 'Office' } }),
        Wide: ingress({ IpProtocol: 'tcp', FromPort: 1, ToPort: 2, CidrIp: '10.0.0.0/8' }),
      }),
    )
    expect(open.fact('All', 'inboundFromInternet')).toBe('all')
    expect(open.fact('Asked', 'inboundFromInternet')).toBeUndefined()
    expect(open.fact('Wide', 'inboundSources')).toBe('wholeNetwork')
  })

  it('works out what roles may do from their policies', () => {
    const roles = importTemplate(
      resources({
        Admin: {
          Type: 'AWS::IAM::Role',
          Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
        },
        Star: { Type: 'AWS::IAM::Role' },
        StarPolicy: policy('Star', { Action: '*', Resource: '*' }),
        Whole: { Type: 'AWS::IAM::Role' },
        WholePolicy: policy('Whole', { Action: ['s3:*'], Resource: 'arn:aws:s3:::x' }),
        Narrow: { Type: 'AWS::IAM::Role' },
        NarrowPolicy: policy('Narrow', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*' }),
        Asked: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [{ Ref: 'Some' }] } },
        Denied: { Type: 'AWS::IAM::Role' },
        DeniedPolicy: policy('Denied', { Effect: 'Deny', Action: '*', Resource: '*' }),
      }),
    )
    const may = (id: string) => [roles.fact(id, 'adminAccess'), roles.fact(id, 'fullServiceAccess')]
    expect(may('Admin')).toEqual([true, true])
    expect(may('Star')).toEqual([true, true])
    expect(may('Whole')).toEqual([false, true])
    expect(may('Narrow')).toEqual([false, false])
    expect(roles.fact('Narrow', 'leastPrivilege')).toBe(true)
    expect(may('Asked')).toEqual([undefined, undefined])
    expect(may('Denied')).toEqual([false, false])
    expect(roles.node('StarPolicy')).toBe(roles.node('Star'))
  })

  it('finds what backup plans select, by reference, name and tag', () => {
    const kept = importTemplate(
      resources({
        Plan: { Type: 'AWS::Backup::BackupPlan' },
        Chosen: {
          Type: 'AWS::Backup::BackupSelection',
          Properties: {
            BackupPlanId: { Ref: 'Plan' },
            BackupSelection: {
              Resources: [
                { 'Fn::GetAtt': ['ByRef', 'Arn'] },
                { 'Fn::Sub': 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/named' },
              ],
              ListOfTags: [{ ConditionKey: 'backup', ConditionValue: 'daily' }],
            },
          },
        },
        ByRef: { Type: 'AWS::DynamoDB::Table' },
        ByName: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'named' } },
        ByTag: {
          Type: 'AWS::EFS::FileSystem',
          Properties: { FileSystemTags: [{ Key: 'backup', Value: 'daily' }] },
        },
        Left: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'other' } },
      }),
    )
    for (const id of ['ByRef', 'ByName', 'ByTag'])
      expect(kept.fact(id, 'inBackupPlan'), id).toBe(true)
    expect(kept.fact('Left', 'inBackupPlan')).toBe(false)
  })
})

describe('the board that an import makes', () => {
  const { content } = importTemplate(SHOP)

  it('has one target board of valid records', () => {
    expect(content.boards).toMatchObject([{ kind: 'target', name: 'shop' }])
    for (const node of content.nodes) expect(BoardNode.safeParse(node).success).toBe(true)
    for (const edge of content.edges) expect(BoardEdge.safeParse(edge).success).toBe(true)
    expect(importTemplate(SHOP, { boardKind: 'current' }).content.boards[0]?.kind).toBe('current')
  })

  it('places everything inside its group and over nothing else', () => {
    for (const a of content.nodes) {
      const parent = content.nodes.find(({ id }) => id === a.parentId)
      if (parent) expect(contains(parent, a), a.label).toBe(true)
      for (const b of content.nodes)
        if (a !== b && a.parentId === b.parentId)
          expect(intersects(a, b), `${a.label} ${b.label}`).toBe(false)
    }
  })

  it('is the same for the same template', () => {
    expect(importTemplate(SHOP).content).toEqual(content)
  })
})

describe('the table of types', () => {
  it('names services, groups, types and facts that there are', () => {
    const faults: string[] = []
    for (const [type, mapping] of mappings) {
      if (mapping.elsewhere !== undefined && !mappings.has(mapping.elsewhere))
        faults.push(`${type}: no type ${mapping.elsewhere}`)
      if (typeof mapping.service === 'string' && !serviceById(mapping.service))
        faults.push(`${type}: no service ${mapping.service}`)
      const known =
        typeof mapping.service === 'string'
          ? serviceById(mapping.service)?.facts
          : mapping.group && groupDefinition(mapping.group).facts
      for (const key of Object.keys(mapping.facts ?? {}))
        if (known && !known.some((fact) => fact.key === key)) faults.push(`${type}: no fact ${key}`)
    }
    expect(faults).toEqual([])
  })

  it('knows more than five hundred types', () => {
    expect(mappings.size).toBeGreaterThan(500)
  })
})

function subnet(zone: string): object {
  return {
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: { Ref: 'Net' }, AvailabilityZone: zone, CidrBlock: '10.0.0.0/24' },
  }
}

function server(subnetId: string): object {
  return {
    Type: 'AWS::EC2::Instance',
    Properties: { SubnetId: { Ref: subnetId }, SecurityGroupIds: [{ Ref: 'Shared' }] },
  }
}

function instance(cluster: string): object {
  return {
    Type: 'AWS::RDS::DBInstance',
    Properties: { DBClusterIdentifier: { Ref: cluster }, Engine: 'aurora-postgresql' },
  }
}

function ingress(rule: object): object {
  return { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupIngress: [rule] } }
}

function policy(role: string, statement: object): object {
  return {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: `${role}Policy`,
      Roles: [{ Ref: role }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', ...statement }] },
    },
  }
}
