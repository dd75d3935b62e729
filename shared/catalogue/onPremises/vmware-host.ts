import { defineService } from '../define'
import { amount, wave, words, yesNo } from '../common-facts'
import { criticality, endOfLife, licence } from './facts/workload'

export default defineService({
  serviceId: 'vmware-host',
  name: 'VMware host',
  shortName: 'VMware host',
  category: 'onPremises',
  aliases: ['vmware', 'esxi', 'vsphere', 'vcenter', 'hypervisor', 'esx', 'vmware cluster'],
  purposes: ['virtualisation', 'virtualization'],
  icon: 'drawbridge/vmware-host',
  scope: 'on-premises',
  traits: ['compute', 'workload'],
  facts: [
    amount('hosts', 'Hosts', [
      'How many VMware hosts are there?',
      'How many hosts does the cluster need?',
    ]),
    amount('vmCount', 'Virtual machines', [
      'How many virtual machines run there, and how many are switched on?',
      'How many virtual machines are to move?',
    ]),
    words('vsphereVersion', 'vSphere version', [
      'Which vSphere version is in use?',
      'Which vSphere version is in use?',
    ]),
    yesNo('sharedStorage', 'Storage is shared (SAN, vSAN)', [
      'Do the hosts share their storage, such as a SAN or vSAN?',
      'Do the hosts share their storage?',
    ]),
    criticality,
    licence,
    endOfLife,
    wave,
  ],
  summary: 'A hypervisor host or cluster that carries virtual machines.',
})
