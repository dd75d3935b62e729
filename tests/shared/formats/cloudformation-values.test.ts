import { describe, expect, it } from 'vitest'
import { SHOP } from '../../support/shop-template'
import { importTemplate, resources } from '../../support/template-board'

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
