import { describe, expect, it } from 'vitest'
import { importCloudFormation } from '#shared/formats/importers/cloudformation/import-cloudformation'
import { seededRandom } from '#shared/lib/random'
import { createBoardView } from '#shared/model/board-view'
import { BoardNode } from '#shared/model/records'
import { boardContent } from '#shared/model/session'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import { testContext } from '../../support/edit-context'

const read = (text: string) =>
  importCloudFormation(text, { fileName: 'x.yaml', edit: testContext() })

function codeOf(text: string): string {
  const result = read(text)
  if (result.ok) return 'ok'
  expect(result.detail).toMatch(/imported\.$/)
  return result.code
}

/** Reads the text and says how long that took, in milliseconds. */
function timed(text: string): { code: string; ms: number } {
  const start = performance.now()
  const code = codeOf(text)
  return { code, ms: performance.now() - start }
}

describe('files that are no templates', () => {
  it.each([
    ['nothing', ''],
    ['words', 'hello, this is no template'],
    ['a package', '{ "name": "x", "dependencies": {} }'],
    ['a list', '[1, 2, 3]'],
    ['a session', '{ "format": "drawbridge-session", "version": 1 }'],
    ['resources that are a list', 'Resources: [a, b]'],
    ['Kubernetes', 'apiVersion: v1\nkind: Service\nspec: { ports: [] }'],
    ['bytes', '\u0000\u0001\u0002PK\u0003\u0004'],
  ])('are refused as such: %s', (_, text) => {
    expect(codeOf(text)).toBe('template.not-a-template')
  })

  it('are damaged when they began as one', () => {
    expect(codeOf('AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: [\n')).toBe(
      'template.damaged',
    )
    expect(codeOf('{ "Resources": { "A": { "Type": "AWS::SQS::Queue" ')).toBe('template.damaged')
    expect(codeOf('AWSTemplateFormatVersion: 1\nResources:\n\tA: x\n  B: y')).toBe(
      'template.damaged',
    )
  })

  it('may begin with a byte order mark, and hold comments in JSON', () => {
    expect(codeOf('\ufeff{ "Resources": {} }')).toBe('ok')
    expect(codeOf('{ "Resources": { } } # as YAML')).toBe('ok')
  })
})

describe('hostile templates', () => {
  const flood = (line: string, unit: string): string =>
    `AWSTemplateFormatVersion: 1\nResources:\n${line}${unit.repeat(2_000_000 / unit.length)}`

  it.each([
    [
      'objects of JSON',
      `{ "Resources": { "A": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)} } }`,
    ],
    ['lists', flood('  A: ', '[')],
    ['objects', flood('  A: ', '{a:')],
    ['dashes in a row', flood('  A: ', '- ')],
    ['keys in a row', flood('  ? ', '? ')],
    [
      'indents',
      `AWSTemplateFormatVersion: 1\nResources:\n${Array.from({ length: 1900 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
    ],
    ['closing brackets', flood('  A: ', ']')],
    ['commas', flood('  A: [', ',')],
    ['directives', flood('', '%x\n')],
    ['documents', flood('', '---\n')],
    ['tags', flood('  A: ', '!Sub ')],
    ['anchors', flood('  A: ', '&a ')],
    ['line ends in quotes', flood('  A: "', '\\\n')],
    ['equal keys', flood('', '  a: 1\n')],
  ])('made of nothing but %s get a clear answer, soon', (_, text) => {
    const { code, ms } = timed(text)
    expect(['template.too-large', 'template.damaged']).toContain(code)
    expect(ms).toBeLessThan(20_000)
  })

  it('that laugh a billion times are stopped', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`)
    const after = `${lines.join('\n')}\nResources:\n  A: { Type: AWS::SQS::Queue, Properties: *a11 }`
    const { code, ms } = timed(after)
    expect(code).toBe('template.too-large')
    expect(ms).toBeLessThan(20_000)
  })

  it('whose aliases contain themselves are read once', () => {
    expect(codeOf('Resources: &r\n  A: { Type: AWS::SQS::Queue, Properties: *r }')).toBe('ok')
  })

  it('that are huge are refused', () => {
    expect(codeOf(`Resources:\n${'# x\n'.repeat(600_000)}`)).toBe('template.too-large')
    const many = Object.fromEntries(
      Array.from({ length: 5001 }, (_, i) => [`Q${i}`, { Type: 'AWS::SQS::Queue' }]),
    )
    expect(codeOf(JSON.stringify({ Resources: many }))).toBe('template.too-large')
  })

  it('with as many resources as may be, all naming each other, are read in seconds', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [
        `G${i}`,
        {
          Type: 'AWS::EC2::SecurityGroup',
          Properties: {
            SecurityGroupIngress: [
              {
                IpProtocol: 'tcp',
                FromPort: 1,
                ToPort: 2,
                SourceSecurityGroupId: { Ref: `G${(i + 1) % 5000}` },
              },
            ],
          },
        },
      ]),
    )
    const { code, ms } = timed(JSON.stringify({ Resources: many }))
    expect(code).toBe('ok')
    expect(ms).toBeLessThan(20_000)
  })

  it('with the longest chain of parts of parts are read', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [
        `P${i}`,
        {
          Type: i === 4999 ? 'AWS::Lambda::Function' : 'AWS::Lambda::Alias',
          Properties: { FunctionName: { Ref: `P${i + 1}` } },
        },
      ]),
    )
    const { code, ms } = timed(JSON.stringify({ Resources: chain }))
    expect(code).toBe('ok')
    expect(ms).toBeLessThan(20_000)
    const conditions = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [
        `C${i}`,
        { 'Fn::Not': [{ Condition: `C${i + 1}` }] },
      ]),
    )
    const queue = { Type: 'AWS::SQS::Queue', Condition: 'C0' }
    expect(codeOf(JSON.stringify({ Conditions: conditions, Resources: { Q: queue } }))).toBe('ok')
  })

  it('of helpers that all use each other are read', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `H${i}`)
    const all = Object.fromEntries(
      ids.map((id) => [
        id,
        { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: ids.map((Ref) => ({ Ref })) } },
      ]),
    )
    const { code, ms } = timed(JSON.stringify({ Resources: all }))
    expect(code).toBe('ok')
    expect(ms).toBeLessThan(20_000)
  })

  it('whose names are words of the language do no harm', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
    const declared = names.map(
      (name) =>
        `"${name}": { "Type": "AWS::SQS::Queue", "Properties": { "__proto__": { "x": 1 }, "QueueName": { "Ref": "${name}" } } }`,
    )
    const text = `{ "Parameters": { "__proto__": { "Default": "x" } }, "Conditions": { "__proto__": true }, "Mappings": { "constructor": {} }, "Resources": { ${declared.join(', ')} } }`
    const result = read(text)
    expect(result.ok && [...result.subjects.keys()].sort()).toEqual([...names].sort())
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('that go round in circles come to an end', () => {
    const circles = {
      Conditions: { A: { Condition: 'B' }, B: { 'Fn::Not': [{ Condition: 'A' }] } },
      Resources: {
        Part: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Part' } } },
        One: { Type: 'AWS::RDS::OptionGroup', Properties: { OptionGroupName: { Ref: 'Two' } } },
        Two: { Type: 'AWS::RDS::OptionGroup', Properties: { OptionGroupName: { Ref: 'One' } } },
        If: { Type: 'AWS::SQS::Queue', Condition: 'A' },
        Group: {
          Type: 'AWS::EC2::SecurityGroup',
          Properties: {
            SecurityGroupIngress: [{ IpProtocol: '-1', SourceSecurityGroupId: { Ref: 'Group' } }],
          },
        },
      },
    }
    const result = read(JSON.stringify(circles))
    expect(result.ok && result.subjects.has('If')).toBe(true)
    expect(result.ok && result.notImported.map(({ logicalId }) => logicalId)).toEqual([
      'Part',
      'One',
      'Two',
    ])
  })

  it('with very long names and very many parts make valid records', () => {
    const long = 'x'.repeat(5000)
    const routes = Object.fromEntries(
      Array.from({ length: 1200 }, (_, i) => [
        `R${i}`,
        { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: 'Api' } } },
      ]),
    )
    const result = read(
      JSON.stringify({
        Resources: {
          [long]: { Type: 'AWS::SQS::Queue', Properties: { QueueName: long } },
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: long } },
          ...routes,
        },
      }),
    )
    if (!result.ok) throw new Error(result.detail)
    for (const node of result.content.nodes) expect(BoardNode.safeParse(node).success).toBe(true)
    expect(result.subjects.size).toBe(1202)
  })
})

const SEEDS = [11, 12, 13, 14]
const MUTATIONS = 400

/** Building blocks of mutated templates: every intrinsic, in shapes right and wrong. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'arn:aws:sqs:::x',
  '${A.Arn}',
  '{{resolve:ssm:/x}}',
  [],
  {},
  [[]],
  { Ref: 'A' },
  { Ref: null },
  { Ref: ['A'] },
  { 'Fn::GetAtt': ['A', 'Arn'] },
  { 'Fn::GetAtt': 'A' },
  { 'Fn::GetAtt': [] },
  { 'Fn::GetAtt': [{ Ref: 'A' }, 3] },
  { 'Fn::Sub': '${A}-${B.Arn}-${!x}' },
  { 'Fn::Sub': ['${v}', { v: { Ref: 'B' } }] },
  { 'Fn::Sub': {} },
  { 'Fn::Join': [',', { Ref: 'A' }] },
  { 'Fn::Join': 'x' },
  { 'Fn::Select': [9, ['a']] },
  { 'Fn::Select': [{ Ref: 'A' }, { 'Fn::GetAZs': '' }] },
  { 'Fn::Split': ['', 'x'] },
  { 'Fn::If': ['C', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] },
  { 'Fn::If': [{}, 1] },
  { 'Fn::FindInMap': ['M', { Ref: 'A' }, 'x'] },
  { 'Fn::FindInMap': [] },
  { 'Fn::ImportValue': { 'Fn::Sub': '${A}' } },
  { 'Fn::Cidr': [1, 2, 3] },
  { 'Fn::Transform': { Name: 'AWS::Include' } },
  { 'Fn::Base64': { 'Fn::Join': ['', ['a', { Ref: 'B' }]] } },
  { 'Fn::Whatever': [{ Ref: 'A' }] },
]

describe.each(SEEDS)('mutated templates, seed %i', (seed) => {
  it('never throw, lose no resource, and make boards that every rule can judge', async () => {
    const random = seededRandom(seed)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const { mappings } = await import('#shared/formats/importers/cloudformation/types/all-types')
    const types = [...mappings.keys(), 'Custom::X', 'AWS::New::Thing', '', 7]
    const properties = propertyNames()
    const value = (depth: number): unknown => {
      if (depth > 3 || random() < 0.6) return pick(ODD)
      if (random() < 0.4)
        return Array.from({ length: Math.floor(random() * 3) }, () => value(depth + 1))
      return object(depth + 1)
    }
    const object = (depth: number): object =>
      Object.fromEntries(
        Array.from({ length: Math.floor(random() * 6) }, () => [pick(properties), value(depth)]),
      )
    for (let i = 0; i < MUTATIONS; i++) {
      const ids = ['A', 'B', 'C', 'D', 'E', 'F']
      const template = {
        Transform: pick(['AWS::Serverless-2016-10-31', undefined, ['X'], {}]),
        Parameters: {
          P: pick([{ Type: 'String' }, { Type: 'List<String>', Default: 'a,b' }, 3, null]),
        },
        Conditions: {
          C: pick([true, { 'Fn::Equals': [pick(ODD), pick(ODD)] }, { Condition: 'C' }, null]),
        },
        Mappings: { M: pick([{ a: { x: 1 } }, [], null]) },
        Globals: pick([{ Function: object(0) }, 'x', undefined]),
        Resources: Object.fromEntries(
          ids.map((id) => [
            id,
            random() < 0.05
              ? pick(ODD)
              : { Type: pick(types), Condition: pick(['C', undefined, 3]), Properties: object(0) },
          ]),
        ),
      }
      const text = JSON.stringify(template)
      const where = `seed ${seed}, mutation ${i}: ${text}`
      let result
      try {
        result = read(text)
        if (!result.ok) throw new Error(result.detail)
        const found = new Set([
          ...result.subjects.keys(),
          ...result.notImported.map((one) => one.logicalId),
        ])
        expect([...found].sort(), where).toEqual(ids)
        const [board] = result.content.boards
        const content = board && boardContent(result.content, board.id)
        if (!content) throw new Error('no board')
        for (const node of content.nodes)
          expect(BoardNode.safeParse(node).success, where).toBe(true)
        if (i % 10 === 0) {
          const verdicts = evaluateBoard(createBoardView(content), rules)
          expect(
            verdicts.all.filter(({ outcome }) => outcome === 'error'),
            where,
          ).toEqual([])
        }
      } catch (error) {
        throw new Error(`${where}\n${error instanceof Error ? error.stack : String(error)}`)
      }
    }
  })
})

/** Words that templates use as keys, so that mutations reach the tables. */
function propertyNames(): readonly string[] {
  return `Name BucketName QueueName TopicName FunctionName RoleName GroupId GroupName VpcId SubnetId SubnetIds Subnets
    SecurityGroupIds SecurityGroups VpcSecurityGroupIds VpcConfig VPCZoneIdentifier AvailabilityZone AvailabilityZones
    Tags Key Value Type Protocol Port Listeners DefaultActions Actions LoadBalancerArn ListenerArn TargetGroupArn Targets
    Id Arn Endpoint TopicArn RedrivePolicy deadLetterTargetArn RestApiId ApiId StageName MethodSettings HttpMethod
    AccessLogSetting Format DestinationArn Integration Uri AuthorizationType DistributionConfig Origins DomainName
    S3OriginConfig CustomOriginConfig OriginProtocolPolicy ViewerCertificate Logging Bucket PolicyDocument Statement
    Effect Action Resource Principal Roles ManagedPolicyArns Policies Engine DBClusterIdentifier DBSubnetGroupName
    MasterUserPassword StorageEncrypted BackupRetentionPeriod Events Properties LaunchTemplate LaunchTemplateId
    LaunchTemplateData LaunchConfigurationName BlockDeviceMappings Ebs Encrypted MetadataOptions HttpTokens
    NetworkInterfaces ContainerDefinitions Environment Variables TaskDefinition Cluster NetworkConfiguration
    AwsvpcConfiguration SecurityGroupIngress CidrIp IpProtocol FromPort ToPort BackupSelection Resources ListOfTags
    ConditionKey ConditionValue BackupPlanId ResourceArn WebACLArn EventSourceArn DestinationConfig OnFailure Destination
    ReplicationConfiguration Rules Status PublicAccessBlockConfiguration LifecycleConfiguration Parameters ResourceId
    DefinitionString DefinitionSubstitutions Config LoadBalancers Code ServiceToken Dimensions AlarmActions`.split(
    /\s+/,
  )
}
