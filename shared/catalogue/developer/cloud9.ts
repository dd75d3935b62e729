import { choice, subnetType } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'cloud9',
  name: 'AWS Cloud9',
  shortName: 'Cloud9',
  category: 'developerTools',
  aliases: ['aws cloud9'],
  purposes: ['web ide', 'ide', 'development environment'],
  icon: 'architecture-service/AWSCloud9',
  scope: 'zonal',
  traits: [],
  summary: 'A development environment in the browser, on a server of its own.',
  facts: [
    choice(
      'adminAccess',
      'Reached through',
      [
        ['sessionManager', 'Session Manager, without an open port'],
        ['publicSsh', 'SSH from the internet'],
      ],
      [
        'Does the server of {label} have a login port that is open to the internet?',
        'Does {label} connect through Systems Manager or SSH?',
      ],
      {
        awsDefault: {
          value: 'publicSsh',
          source: 'https://docs.aws.amazon.com/cloud9/latest/user-guide/ec2-ssm.html',
        },
        help: 'Direct SSH when made by API or template; Session Manager when made in the console.',
      },
    ),
    subnetType,
  ],
})
