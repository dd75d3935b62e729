import { defineService } from '../define'
import { serverFacts } from './facts/workload'

export default defineService({
  serviceId: 'vm',
  name: 'Virtual machine',
  shortName: 'VM',
  category: 'onPremises',
  aliases: ['vm', 'virtual server on-premises', 'hyper-v', 'hyperv', 'kvm', 'vmware vm', 'guest'],
  purposes: ['virtual machine on-premises'],
  icon: 'drawbridge/virtual-machine',
  scope: 'on-premises',
  traits: ['compute', 'workload'],
  facts: [...serverFacts],
  summary: 'A virtual machine in the customer’s own data center.',
})
