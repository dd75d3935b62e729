import { defineService } from '../define'
import { choice, wave, yesNo } from '../common-facts'
import { backedUp, criticality, dataVolumeGib, endOfLife } from './facts/workload'

export default defineService({
  serviceId: 'on-prem-storage',
  name: 'On-premises storage',
  shortName: 'Storage',
  category: 'onPremises',
  aliases: [
    'nas',
    'san',
    'netapp filer',
    'storage array',
    'disk array',
    'storage appliance',
    'dell emc',
    'tape',
  ],
  purposes: ['storage on-premises'],
  icon: 'resource/Disk',
  scope: 'on-premises',
  traits: ['dataStore', 'blockStorage', 'workload'],
  facts: [
    choice(
      'kind',
      'Kind of storage',
      [
        ['block', 'Block (SAN)'],
        ['file', 'Files (NAS)'],
        ['object', 'Objects'],
        ['tape', 'Tape'],
      ],
      ['Is {label} a SAN, a NAS, an object store or tape?', 'Which kind of storage is {label}?'],
    ),
    dataVolumeGib,
    yesNo('encrypted', 'Encrypted', [
      'Is the data on {label} encrypted?',
      'Is {label} encrypted at rest?',
    ]),
    yesNo('replicated', 'Copied to a second site', [
      'Is {label} copied to a second site?',
      'Is {label} replicated to a second site?',
    ]),
    criticality,
    backedUp,
    endOfLife,
    wave,
  ],
  summary: 'A storage array, NAS or SAN at the customer’s own site.',
})
