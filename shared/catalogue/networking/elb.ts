import {
  availabilityZones,
  choice,
  deletionProtection,
  environment,
  ownSecurityGroup,
  subnetType,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'elb',
  name: 'Elastic Load Balancing',
  shortName: 'Load balancer',
  category: 'networkingContentDelivery',
  aliases: [
    'elb',
    'load balancer',
    'elastic load balancer',
    'classic load balancer',
    'clb',
    'lb',
    'gateway load balancer',
  ],
  purposes: ['distribute traffic', 'load balancing', 'balance load', 'failover between servers'],
  icon: 'architecture-service/ElasticLoadBalancing',
  scope: 'vpc',
  traits: ['loadBalancer'],
  summary: 'Distributes traffic over healthy targets; use it while the type is not decided.',
  facts: [
    choice(
      'type',
      'Type',
      [
        ['application', 'Application'],
        ['network', 'Network'],
        ['gateway', 'Gateway'],
        ['classic', 'Classic (previous generation)'],
      ],
      [
        'Does {label} look into web requests, or just pass connections on?',
        'Which type of load balancer is {label}?',
      ],
    ),
    availabilityZones,
    yesNo('crossZone', 'Cross-zone balancing', [
      'Does {label} send traffic to servers in every location alike?',
      'Is cross-zone load balancing on for {label}?',
    ]),
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
    subnetType,
    ownSecurityGroup,
    deletionProtection,
    environment,
  ],
})
