import { choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'route-53',
  name: 'Amazon Route 53',
  shortName: 'Route 53',
  category: 'networkingContentDelivery',
  aliases: ['amazon route 53', 'route53', 'r53', 'dns', 'hosted zone', 'domain'],
  purposes: [
    'dns',
    'domain names',
    'name resolution',
    'health checks',
    'failover routing',
    'route end users',
  ],
  icon: 'architecture-service/AmazonRoute53',
  scope: 'global',
  traits: ['dns'],
  summary: 'DNS that routes people to applications and away from what is unhealthy.',
  facts: [
    choice(
      'routingPolicy',
      'Routing policy',
      [
        ['simple', 'Simple'],
        ['failover', 'Failover'],
        ['weighted', 'Weighted'],
        ['latency', 'Latency'],
        ['geolocation', 'Geolocation'],
        ['multivalue', 'Multivalue answer'],
      ],
      [
        'If the main site is down, where are people sent?',
        'Which routing policy does {label} use?',
      ],
    ),
    yesNo('healthChecks', 'Health checks', [
      'Does {label} stop sending people to a site that is down?',
      'Do the records in {label} use health checks?',
    ]),
    yesNo('queryLogging', 'Queries logged', [
      'Are DNS queries recorded?',
      'Is query logging on for {label}?',
    ]),
  ],
})
