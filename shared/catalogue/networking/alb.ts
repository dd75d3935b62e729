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
  serviceId: 'alb',
  name: 'Application Load Balancer (ALB)',
  shortName: 'ALB',
  category: 'networkingContentDelivery',
  aliases: [
    'application load balancer',
    'app load balancer',
    'load balancer',
    'elb',
    'elbv2',
    'lb',
    'layer 7 load balancer',
  ],
  purposes: [
    'distribute traffic',
    'http load balancing',
    'https',
    'reverse proxy',
    'routing',
    'balance load',
  ],
  icon: 'resource/ElasticLoadBalancingApplicationLoadBalancer',
  scope: 'vpc',
  traits: ['loadBalancer'],
  summary: 'Spreads HTTP and HTTPS requests over targets in several Availability Zones.',
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
          value: true,
          source:
            'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
        },
      },
    ),
    yesNo('httpsListener', 'Listens on HTTPS', [
      'Do people reach {label} by https?',
      'Does {label} have an HTTPS listener with a certificate?',
    ]),
    yesNo('redirectsHttp', 'Sends HTTP to HTTPS, or has no HTTP', [
      'What happens when someone types the address of {label} with plain http?',
      'Does {label} redirect HTTP to HTTPS, or not listen on HTTP at all?',
    ]),
    yesNo('internetFacing', 'Internet-facing', [
      'Is {label} for the internet or for inside only?',
      'Is {label} internet-facing?',
    ]),
    yesNo('accessLogs', 'Access logs', [
      'Is there a record of who called {label}?',
      'Are access logs on for {label}?',
    ]),
    yesNo('waf', 'Web application firewall', [
      'Does anything filter attacks before they reach {label}?',
      'Is a web ACL associated with {label}?',
    ]),
    subnetType,
    ownSecurityGroup,
    deletionProtection,
    environment,
  ],
})
