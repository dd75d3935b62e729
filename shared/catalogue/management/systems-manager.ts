import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'systems-manager',
  name: 'AWS Systems Manager',
  shortName: 'Systems Manager',
  category: 'managementGovernance',
  aliases: ['aws systems manager', 'ssm', 'session manager', 'patch manager', 'run command'],
  purposes: [
    'patching',
    'patch management',
    'remote management',
    'bastion replacement',
    'administrator access',
    'inventory',
  ],
  icon: 'architecture-service/AWSSystemsManager',
  scope: 'regional',
  traits: ['observability'],
  summary: 'Patches servers, runs commands on them and opens sessions without an open port.',
  facts: [
    yesNo('sessionManager', 'Administrators use Session Manager', [
      'How do administrators get on to the servers?',
      'Do administrators reach the servers through Session Manager?',
    ]),
    yesNo('sessionLogs', 'Sessions are recorded', [
      'Could you see afterwards what an administrator did on a server?',
      'Are sessions of {label} logged?',
    ]),
    yesNo('patching', 'Patches servers', [
      'Who installs security updates on the servers, and when?',
      'Does {label} patch the servers on a schedule?',
    ]),
  ],
})
