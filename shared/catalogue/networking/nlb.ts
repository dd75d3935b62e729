import {
  availabilityZones,
  deletionProtection,
  environment,
  ownSecurityGroup,
  subnetType,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'nlb',
  name: 'Network Load Balancer (NLB)',
  shortName: 'NLB',
  category: 'networkingContentDelivery',
  aliases: [
    'network load balancer',
    'load balancer',
    'elb',
    'elbv2',
    'lb',
    'layer 4 load balancer',
  ],
  purposes: ['distribute traffic', 'tcp load balancing', 'udp', 'static ip', 'tls', 'balance load'],
  icon: 'resource/ElasticLoadBalancingNetworkLoadBalancer',
  scope: 'vpc',
  traits: ['loadBalancer'],
  summary: 'Spreads TCP, UDP and TLS connections with static addresses and very low latency.',
  facts: [
    availabilityZones,
    yesNo(
      'crossZone',
      'Cross-zone balancing',
      [
        'Does {label} send traffic to servers in every location alike?',
        'Is cross-zone load balancing on for {label}?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
        },
      },
    ),
    yesNo('tlsListener', 'Takes TLS, or passes it through', [
      'Is the traffic that {label} takes encrypted, whether it ends there or at the servers?',
      'Are all listeners of {label} TLS, or TCP that passes TLS through?',
    ]),
    yesNo('internetFacing', 'Internet-facing', [
      'Is {label} for the internet or for inside only?',
      'Is {label} internet-facing?',
    ]),
    yesNo('accessLogs', 'Access logs', [
      'Is there a record of who connected to {label}?',
      'Are access logs on for {label}?',
    ]),
    subnetType,
    ownSecurityGroup,
    deletionProtection,
    environment,
  ],
})
