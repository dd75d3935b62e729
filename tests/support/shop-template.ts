/** A template with most of what templates have: parameters, mappings, conditions, wiring, roles. */
export const SHOP = `
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
