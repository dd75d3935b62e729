import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'ami',
  name: 'Amazon Machine Image (AMI)',
  shortName: 'AMI',
  category: 'compute',
  aliases: ['amazon machine image', 'machine image', 'golden image'],
  purposes: ['server image', 'template', 'custom image', 'launch image', 'customize servers'],
  icon: 'resource/AmazonEC2AMI',
  scope: 'regional',
  traits: [],
  summary: 'The image that servers start from; customize it once and launch as many as needed.',
  facts: [
    yesNo('hardened', 'Hardened and patched', [
      'Is the image {label} kept patched and stripped of what is not needed?',
      'Is {label} built by a pipeline that patches and hardens it?',
    ]),
    yesNo('publicAccess', 'Shared publicly', [
      'Is the image {label} shared with other accounts or with everyone?',
      'Is {label} shared publicly?',
    ]),
    yesNo('encryptedAtRest', 'Encrypted', [
      'Is the image {label} encrypted?',
      'Are the snapshots behind {label} encrypted?',
    ]),
  ],
})
