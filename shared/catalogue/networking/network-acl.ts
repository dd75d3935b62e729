import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'network-acl',
  name: 'Network Access Control List (NACL)',
  shortName: 'NACL',
  category: 'networkingContentDelivery',
  aliases: ['nacl', 'network acl', 'acl', 'access control list'],
  purposes: [
    'subnet firewall',
    'stateless firewall',
    'control access to subnets',
    'block addresses',
  ],
  icon: 'resource/AmazonVPCNetworkAccessControlList',
  scope: 'vpc',
  traits: ['security'],
  summary: 'Stateless allow and deny rules for a whole subnet; security groups guard the instance.',
  facts: [
    yesNo(
      'adminPortsOpenToInternet',
      'Lets SSH or RDP in from anywhere',
      [
        'Does {label} let anyone on the internet reach login ports?',
        'Does {label} allow 22 or 3389 from 0.0.0.0/0 or ::/0?',
      ],
      { help: 'The default network ACL of a VPC allows everything.' },
    ),
    yesNo('custom', 'Own rules', [
      'Were the rules of {label} written for this network?',
      'Is {label} a custom ACL instead of the default one that allows everything?',
    ]),
  ],
})
