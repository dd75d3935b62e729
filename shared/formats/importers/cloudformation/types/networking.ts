import { between } from '../link'
import { helper, node, part, unseen, type Bundle, type Mappings, type Said } from '../mapping'
import {
  aclOpensAdminPorts,
  inboundFromGroups,
  inboundFromInternet,
  inboundSources,
} from '../security-groups'
import { zoneCount } from '../subnets'
import { always, choose, flag, given, properties, said, standard, words } from '../tell'
import { Pending, asList, at, patternOf, type Value } from '../value'

const VPC = 'AWS::EC2::VPC'

const SUBNET = 'AWS::EC2::Subnet'

/** Flow logs of the VPC, or of every subnet in it. */
function flowLogs(vpc: Value, about: Bundle): Said | undefined {
  if (vpc instanceof Pending || about.main === null) return undefined
  if (about.of('AWS::EC2::FlowLog').length > 0) return { value: true }
  return standard(false)
}

function internetGateway(vpc: Value, about: Bundle): Said | undefined {
  if (vpc instanceof Pending || about.main === null) return undefined
  const attached = about.look
    .usersOf(about.main.id)
    .some(
      (user) =>
        user.type === 'AWS::EC2::VPCGatewayAttachment' &&
        at(user.properties, 'InternetGatewayId') !== undefined,
    )
  return attached ? { value: true } : standard(false)
}

/** IPv4 addresses by itself, or an IPv6 one, which is public too. */
function autoAssignPublicIp(subnet: Value): Said | undefined {
  const found = [
    flag('MapPublicIpOnLaunch', false),
    flag('AssignIpv6AddressOnCreation', false),
  ].map((telling) => telling(subnet))
  return (
    found.find((one) => one?.value === true) ?? (found.includes(undefined) ? undefined : found[0])
  )
}

function endpointType(endpoint: Value): Said | undefined {
  return choose(
    'VpcEndpointType',
    { Gateway: 'gateway', Interface: 'interface', GatewayLoadBalancer: 'gatewayLoadBalancer' },
    'gateway',
  )(endpoint)
}

function policyRestricted(endpoint: Value): Said | undefined {
  const policy = at(endpoint, 'PolicyDocument')
  if (policy === undefined) return endpoint instanceof Pending ? undefined : standard(false)
  if (policy instanceof Pending) return undefined
  const wide = asList(at(policy, 'Statement')).some(
    (one) => patternOf(at(one, 'Action')) === '*' && patternOf(at(one, 'Resource')) === '*',
  )
  return { value: !wide }
}

export const networking: Mappings = {
  [VPC]: {
    group: 'vpc',
    facts: { cidr: words('CidrBlock'), flowLogs, internetGateway },
  },
  [SUBNET]: {
    // Its kind is worked out from its routes.
    group: 'privateSubnet',
    facts: {
      cidr: words('CidrBlock'),
      autoAssignPublicIp,
      networkAcl: (subnet, about) =>
        about.of('AWS::EC2::SubnetNetworkAclAssociation').length > 0
          ? { value: true }
          : subnet instanceof Pending
            ? undefined
            : standard(false),
    },
  },
  'AWS::EC2::SecurityGroup': {
    group: 'securityGroup',
    names: ['GroupName'],
    facts: { inboundFromInternet, inboundSources, inboundFromGroups },
  },
  'AWS::EC2::SecurityGroupIngress': part(['GroupId', 'GroupName'], {
    elsewhere: 'AWS::EC2::SecurityGroup',
  }),
  'AWS::EC2::SecurityGroupEgress': part(['GroupId'], { elsewhere: 'AWS::EC2::SecurityGroup' }),
  'AWS::VPC::SecurityGroupIngressRule': part(['GroupId'], { elsewhere: 'AWS::EC2::SecurityGroup' }),
  'AWS::EC2::SecurityGroupVpcAssociation': part(['GroupId']),
  'AWS::RDS::DBSecurityGroup': {
    group: 'securityGroup',
    facts: { inboundFromInternet, inboundSources },
  },
  'AWS::RDS::DBSecurityGroupIngress': part(['DBSecurityGroupName'], {
    elsewhere: 'AWS::RDS::DBSecurityGroup',
  }),
  'AWS::EC2::InternetGateway': node('internet-gateway', {
    facts: {
      attached: (gateway, about) =>
        about.of('AWS::EC2::VPCGatewayAttachment').length > 0
          ? { value: true }
          : gateway instanceof Pending
            ? undefined
            : standard(false),
    },
    network: (_, about) => ({
      vpc: properties(about, 'AWS::EC2::VPCGatewayAttachment').map((one) => at(one, 'VpcId'))[0],
    }),
  }),
  'AWS::EC2::EgressOnlyInternetGateway': node('internet-gateway', {
    network: (gateway) => ({ vpc: at(gateway, 'VpcId') }),
  }),
  'AWS::EC2::VPCGatewayAttachment': part(['InternetGatewayId', 'VpnGatewayId', 'VpcId']),
  'AWS::EC2::NatGateway': node('nat-gateway', {
    facts: {
      connectivity: choose('ConnectivityType', { public: 'public', private: 'private' }, 'public'),
    },
    network: (gateway) => ({ subnets: at(gateway, 'SubnetId'), vpc: at(gateway, 'VpcId') }),
  }),
  'AWS::EC2::RouteTable': part(['VpcId'], { usedBy: true }),
  'AWS::EC2::Route': part([
    'RouteTableId',
    'GatewayId',
    'NatGatewayId',
    'VpcPeeringConnectionId',
    'TransitGatewayId',
  ]),
  'AWS::EC2::SubnetRouteTableAssociation': part(['SubnetId', 'RouteTableId']),
  'AWS::EC2::GatewayRouteTableAssociation': part(['RouteTableId', 'GatewayId']),
  'AWS::EC2::SubnetNetworkAclAssociation': part(['SubnetId', 'NetworkAclId']),
  'AWS::EC2::SubnetCidrBlock': part('SubnetId'),
  'AWS::EC2::VPCCidrBlock': part('VpcId'),
  'AWS::EC2::DHCPOptions': helper(),
  'AWS::EC2::VPCDHCPOptionsAssociation': part(['VpcId', 'DhcpOptionsId']),
  'AWS::EC2::IPAM': unseen('A register of addresses is not drawn.'),
  'AWS::EC2::NetworkAcl': node('network-acl', {
    facts: {
      custom: always(true),
      adminPortsOpenToInternet: (acl, about) =>
        acl instanceof Pending
          ? undefined
          : { value: aclOpensAdminPorts(properties(about, 'AWS::EC2::NetworkAclEntry')) },
    },
    network: (acl) => ({ vpc: at(acl, 'VpcId') }),
  }),
  'AWS::EC2::NetworkAclEntry': part('NetworkAclId', { elsewhere: 'AWS::EC2::NetworkAcl' }),
  'AWS::EC2::FlowLog': part('ResourceId', {
    service: 'vpc-flow-logs',
    facts: {
      traffic: choose('TrafficType', { ALL: 'all', REJECT: 'reject', ACCEPT: 'accept' }),
      destination: choose(
        'LogDestinationType',
        { 'cloud-watch-logs': 'cloudwatch', s3: 's3', 'kinesis-data-firehose': 'firehose' },
        'cloudwatch',
      ),
    },
  }),
  'AWS::EC2::VPCEndpoint': node('vpc-endpoint', {
    facts: {
      endpointType,
      policyRestricted,
      availabilityZones: (endpoint, about) =>
        endpointType(endpoint)?.value === 'gateway'
          ? { value: null }
          : said(zoneCount(about.look, asList(at(endpoint, 'SubnetIds')), undefined)),
    },
    network: (endpoint) => ({
      vpc: at(endpoint, 'VpcId'),
      securityGroups: at(endpoint, 'SecurityGroupIds'),
      subnets: at(endpoint, 'SubnetIds'),
    }),
  }),
  'AWS::EC2::VPCEndpointService': node('vpc-endpoint', {
    links: [
      (service) =>
        asList(at(service, 'NetworkLoadBalancerArns')).map((to) => ({
          from: 'self',
          to,
          kind: 'request',
        })),
    ],
  }),
  'AWS::EC2::VPCEndpointServicePermissions': part('ServiceId'),
  'AWS::EC2::VPCEndpointConnectionNotification': part(['VPCEndpointId', 'ServiceId']),
  'AWS::EC2::VPCPeeringConnection': node('vpc-peering', {
    facts: { crossAccount: given('PeerOwnerId') },
    network: (peering) => ({ vpc: at(peering, 'VpcId') }),
    links: [between('data', ['VpcId', 'PeerVpcId'])],
  }),
  'AWS::EC2::PrefixList': unseen('A list of addresses is not drawn.'),
  'AWS::EC2::InstanceConnectEndpoint': node('vpc-endpoint', {
    network: (endpoint) => ({
      subnets: at(endpoint, 'SubnetId'),
      securityGroups: at(endpoint, 'SecurityGroupIds'),
    }),
  }),
  'AWS::EC2::TrafficMirrorSession': unseen('Traffic mirroring is not drawn.'),
  'AWS::NetworkFirewall::Firewall': node('aws-network-firewall', {
    names: ['FirewallName'],
    network: (firewall) => ({
      vpc: at(firewall, 'VpcId'),
      subnets: asList(at(firewall, 'SubnetMappings')).flatMap((one) => asList(at(one, 'SubnetId'))),
    }),
  }),
  'AWS::NetworkFirewall::FirewallPolicy': helper({ names: ['FirewallPolicyName'] }),
  'AWS::NetworkFirewall::RuleGroup': helper({ names: ['RuleGroupName'] }),
  'AWS::NetworkFirewall::LoggingConfiguration': part('FirewallArn'),
}
