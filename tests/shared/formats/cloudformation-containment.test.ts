import { describe, expect, it } from 'vitest'
import { SHOP } from '../../support/shop-template'
import { importTemplate, resources } from '../../support/template-board'

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
