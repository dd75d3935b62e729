import { describe, expect, it } from 'vitest'
import { SHOP } from '../../support/shop-template'
import { importTemplate, resources } from '../../support/template-board'

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
