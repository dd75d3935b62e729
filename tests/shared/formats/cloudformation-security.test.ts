import { describe, expect, it } from 'vitest'
import { SHOP } from '../../support/shop-template'
import { importTemplate, resources } from '../../support/template-board'

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
