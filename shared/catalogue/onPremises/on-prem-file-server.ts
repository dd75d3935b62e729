import { defineService } from '../define'
import { choice, rpoMinutes, rtoMinutes, wave, yesNo } from '../common-facts'
import {
  backedUp,
  criticality,
  dataVolumeGib,
  dependencies,
  operatingSystem,
} from './facts/workload'

export default defineService({
  serviceId: 'on-prem-file-server',
  name: 'On-premises file server',
  shortName: 'File server',
  category: 'onPremises',
  aliases: [
    'file server',
    'file share',
    'network share',
    'smb share on-premises',
    'shared drive',
    'samba',
  ],
  purposes: ['file shares', 'home folders'],
  icon: 'drawbridge/file-server',
  scope: 'on-premises',
  traits: ['dataStore', 'fileStorage', 'workload'],
  facts: [
    choice(
      'protocol',
      'Protocol',
      [
        ['smb', 'SMB (Windows)'],
        ['nfs', 'NFS (Linux, UNIX)'],
        ['both', 'Both'],
      ],
      [
        'Do people reach {label} from Windows (SMB), from Linux (NFS) or both?',
        'Which protocol must {label} serve?',
      ],
    ),
    dataVolumeGib,
    yesNo('activeDirectory', 'Rights come from Active Directory', [
      'Are the rights on {label} set through Active Directory?',
      'Does {label} take its permissions from Active Directory?',
    ]),
    operatingSystem,
    criticality,
    rpoMinutes,
    rtoMinutes,
    backedUp,
    dependencies,
    wave,
  ],
  summary: 'Shared folders at the customer’s own site.',
})
