import { from, links } from '../link'
import { helper, node, part, type Bundle, type Mappings, type Said } from '../mapping'
import { always, byDefault, choose, flag, given, properties, standard } from '../tell'
import { asFlag, asList, at, type Value } from '../value'

function tunnels(_: Value, about: Bundle): Said | undefined {
  const count = about.of('AWS::EC2::VPNConnection').length
  return count === 0 ? undefined : standard(count * 2)
}

/** A record with more than a plain answer tells how its zone routes. */
function routingPolicy(_: Value, about: Bundle): Said | undefined {
  const records = recordsOf(about)
  const fits: readonly (readonly [string, string])[] = [
    ['Failover', 'failover'],
    ['Weight', 'weighted'],
    ['GeoLocation', 'geolocation'],
    ['Region', 'latency'],
    ['MultiValueAnswer', 'multivalue'],
  ]
  for (const [key, policy] of fits)
    if (records.some((record) => at(record, key) !== undefined)) return { value: policy }
  return records.length > 0 ? standard('simple') : undefined
}

function healthChecks(_: Value, about: Bundle): Said | undefined {
  const records = recordsOf(about)
  if (records.length === 0) return undefined
  const checked = records.some(
    (record) =>
      at(record, 'HealthCheckId') !== undefined ||
      asFlag(at(record, 'AliasTarget.EvaluateTargetHealth')) === true,
  )
  return checked ? { value: true } : standard(false)
}

function recordsOf(about: Bundle): readonly Value[] {
  return [
    ...properties(about, 'AWS::Route53::RecordSet'),
    ...properties(about, 'AWS::Route53::RecordSetGroup').flatMap((group) =>
      asList(at(group, 'RecordSets')),
    ),
  ]
}

/** A name in the zone that stands for something of the template. */
const aliases = links((record) => {
  const records =
    at(record, 'RecordSets') === undefined ? [record] : asList(at(record, 'RecordSets'))
  return records
    .flatMap((one) => [at(one, 'AliasTarget.DNSName'), ...asList(at(one, 'ResourceRecords'))])
    .map((to) => ({ from: 'self', to, kind: 'request' }))
})

export const connectivity: Mappings = {
  'AWS::EC2::VPNGatewayRoutePropagation': part(['VpnGatewayId', 'RouteTableIds']),
  'AWS::EC2::TransitGateway': node('transit-gateway', {
    facts: {
      autoAcceptShared: choose(
        'AutoAcceptSharedAttachments',
        { enable: true, disable: false },
        false,
      ),
      attachments: (_, about) => {
        const count = about.of(
          'AWS::EC2::TransitGatewayAttachment',
          'AWS::EC2::TransitGatewayVpcAttachment',
        ).length
        return count === 0 ? undefined : { value: count }
      },
    },
  }),
  'AWS::EC2::TransitGatewayAttachment': part('TransitGatewayId', {
    elsewhere: 'AWS::EC2::TransitGateway',
    links: [(attachment) => [{ from: at(attachment, 'VpcId'), to: 'self', kind: 'data' }]],
  }),
  'AWS::EC2::TransitGatewayVpcAttachment': part('TransitGatewayId', {
    elsewhere: 'AWS::EC2::TransitGateway',
    links: [(attachment) => [{ from: at(attachment, 'VpcId'), to: 'self', kind: 'data' }]],
  }),
  'AWS::EC2::TransitGatewayRouteTable': part('TransitGatewayId'),
  'AWS::EC2::TransitGatewayRoute': part('TransitGatewayRouteTableId'),
  'AWS::EC2::TransitGatewayRouteTableAssociation': part([
    'TransitGatewayRouteTableId',
    'TransitGatewayAttachmentId',
  ]),
  'AWS::EC2::TransitGatewayRouteTablePropagation': part([
    'TransitGatewayRouteTableId',
    'TransitGatewayAttachmentId',
  ]),
  'AWS::EC2::TransitGatewayPeeringAttachment': part('TransitGatewayId'),
  'AWS::EC2::VPNGateway': node('vpn', { facts: { tunnelsUp: tunnels } }),
  'AWS::EC2::VPNConnection': part(['VpnGatewayId', 'TransitGatewayId'], {
    service: 'vpn',
    facts: {
      tunnelsUp: tunnels,
      routing: (connection) => {
        const found = flag('StaticRoutesOnly', false)(connection)
        return found && { ...found, value: found.value === true ? 'static' : 'bgp' }
      },
    },
    links: [from('data', 'CustomerGatewayId')],
  }),
  'AWS::EC2::VPNConnectionRoute': part('VpnConnectionId'),
  'AWS::EC2::CustomerGateway': {
    service: 'on-prem-firewall',
  },
  'AWS::EC2::ClientVpnEndpoint': node('vpn-client', {
    facts: {
      splitTunnel: flag('SplitTunnel', false),
      connectionLogs: flag('ConnectionLogOptions.Enabled'),
    },
  }),
  'AWS::EC2::ClientVpnTargetNetworkAssociation': part('ClientVpnEndpointId'),
  'AWS::EC2::ClientVpnAuthorizationRule': part('ClientVpnEndpointId'),
  'AWS::EC2::ClientVpnRoute': part('ClientVpnEndpointId'),
  'AWS::DirectConnect::Connection': node('direct-connect'),
  'AWS::Route53::HostedZone': node('route-53', {
    names: ['Name'],
    facts: {
      routingPolicy,
      healthChecks,
      queryLogging: given('QueryLoggingConfig'),
    },
  }),
  'AWS::Route53::RecordSet': part(['HostedZoneId', 'HostedZoneName'], {
    elsewhere: 'AWS::Route53::HostedZone',
    links: [aliases],
  }),
  'AWS::Route53::RecordSetGroup': part(['HostedZoneId', 'HostedZoneName'], {
    elsewhere: 'AWS::Route53::HostedZone',
    links: [aliases],
  }),
  'AWS::Route53::HealthCheck': {
    usedBy: true,
    service: 'route-53',
    facts: { healthChecks: always(true) },
  },
  'AWS::Route53::DNSSEC': part('HostedZoneId'),
  'AWS::Route53::KeySigningKey': part('HostedZoneId'),
  'AWS::Route53Resolver::ResolverEndpoint': node('res-amazon-route-53-resolver', {
    names: ['Name'],
  }),
  'AWS::Route53Resolver::ResolverRule': part('ResolverEndpointId'),
  'AWS::Route53Resolver::ResolverRuleAssociation': part(['ResolverRuleId', 'VPCId']),
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': helper(),
  'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation': part('ResourceId'),
  'AWS::Route53Resolver::FirewallRuleGroup': node('res-amazon-route-53-resolver-dns-firewall'),
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': part('FirewallRuleGroupId'),
  'AWS::Route53Resolver::FirewallDomainList': helper(),
  'AWS::GlobalAccelerator::Accelerator': node('global-accelerator', {
    names: ['Name'],
    facts: { acceleratorType: byDefault('standard') },
  }),
  'AWS::GlobalAccelerator::Listener': part('AcceleratorArn', {
    elsewhere: 'AWS::GlobalAccelerator::Accelerator',
  }),
  'AWS::GlobalAccelerator::EndpointGroup': part('ListenerArn', {
    links: [
      (group) =>
        asList(at(group, 'EndpointConfigurations')).map((one) => ({
          from: 'self',
          to: at(one, 'EndpointId'),
          kind: 'request',
        })),
    ],
  }),
  'AWS::NetworkManager::GlobalNetwork': node('aws-cloud-wan'),
  'AWS::NetworkManager::CoreNetwork': node('aws-cloud-wan'),
  'AWS::VpcLattice::Service': node('amazon-vpc-lattice', { names: ['Name'] }),
  'AWS::VpcLattice::ServiceNetwork': node('amazon-vpc-lattice', { names: ['Name'] }),
  'AWS::VpcLattice::Listener': part('ServiceIdentifier'),
  'AWS::VpcLattice::Rule': part(['ListenerIdentifier', 'ServiceIdentifier']),
  'AWS::VpcLattice::TargetGroup': helper(),
  'AWS::VpcLattice::ServiceNetworkServiceAssociation': part([
    'ServiceNetworkIdentifier',
    'ServiceIdentifier',
  ]),
  'AWS::VpcLattice::ServiceNetworkVpcAssociation': part(['ServiceNetworkIdentifier']),
}
