import { defineService } from '../define'
import { serverFacts, virtualised } from './facts/workload'

export default defineService({
  serviceId: 'on-prem-server',
  name: 'On-premises server',
  shortName: 'Server',
  category: 'onPremises',
  aliases: [
    'traditional server',
    'physical server',
    'bare metal',
    'bare-metal server',
    'linux server',
    'windows server',
    'web server',
    'app server',
    'application server',
    'on-prem server',
  ],
  purposes: ['server', 'host', 'machine', 'legacy application'],
  icon: 'resource/Server',
  scope: 'on-premises',
  traits: ['compute', 'workload'],
  facts: [...serverFacts, virtualised],
  summary: 'A server in the customer’s own data center.',
})
