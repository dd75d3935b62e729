import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'vpn-client',
  name: 'AWS Client VPN',
  shortName: 'Client VPN',
  category: 'networkingContentDelivery',
  aliases: ['client vpn', 'aws client vpn', 'remote access vpn', 'openvpn'],
  purposes: ['remote access', 'home office', 'administrators', 'work from home', 'employee access'],
  icon: 'architecture-service/AWSClientVPN',
  scope: 'regional',
  traits: ['hybridLink', 'networkGateway'],
  summary: 'Lets people reach private networks from their own computers.',
  facts: [
    yesNo('mfa', 'Multi-factor sign-in', [
      'Do people need a second factor to connect through {label}?',
      'Does {label} authenticate with MFA?',
    ]),
    yesNo('connectionLogs', 'Connections logged', [
      'Is there a record of who connected through {label}?',
      'Is connection logging on for {label}?',
    ]),
    yesNo('splitTunnel', 'Split tunnel', [
      'Does all internet traffic of remote staff go through {label}?',
      'Is split tunnel on for {label}?',
    ]),
  ],
})
