import {
  alarms,
  amount,
  availabilityZones,
  choice,
  environment,
  instances,
  ownSecurityGroup,
  owner,
  subnetType,
  words,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'ec2',
  name: 'Amazon Elastic Compute Cloud (EC2)',
  shortName: 'EC2',
  category: 'compute',
  aliases: [
    'amazon ec2',
    'elastic compute cloud',
    'ec2 instance',
    'instance',
    'vm',
    'virtual machine',
  ],
  purposes: [
    'server',
    'web server',
    'application server',
    'app server',
    'virtual server',
    'host',
    'bastion',
    'jump host',
    'windows server',
    'linux server',
    'self-managed database',
  ],
  icon: 'architecture-service/AmazonEC2',
  scope: 'zonal',
  traits: ['compute', 'workload'],
  summary: 'Virtual servers: full control, and the patching, scaling and failover are yours.',
  facts: [
    choice(
      'role',
      'What it does',
      [
        ['web', 'Web server'],
        ['app', 'Application server'],
        ['worker', 'Background worker'],
        ['database', 'Database'],
        ['cache', 'Cache'],
        ['queue', 'Queue or message broker'],
        ['file', 'File server'],
        ['bastion', 'Bastion or jump host'],
        ['other', 'Something else'],
      ],
      [
        'What does {label} do: web, application, database, files, something else?',
        'What role does {label} have?',
      ],
    ),
    instances,
    availabilityZones,
    choice(
      'scaling',
      'How capacity follows demand',
      [
        ['fixed', 'Fixed number, changed by hand'],
        ['scheduled', 'By the clock'],
        ['dynamic', 'Automatically with load'],
      ],
      [
        'When it gets busy, does the number of {label} servers grow by itself, by the clock, or by hand?',
        'How does {label} scale?',
      ],
    ),
    choice(
      'sessionState',
      'Where sessions are kept',
      [
        ['none', 'There is none'],
        ['external', 'Outside: cache, database or cookie'],
        ['local', 'On the server itself'],
      ],
      [
        'If one of the {label} servers restarts, do people who are signed in lose their session or work?',
        'Where does {label} keep session state?',
      ],
    ),
    yesNo('localData', 'Holds the only copy of data', [
      'Is there anything on the disks of {label} that exists nowhere else?',
      'Does {label} hold data on its own disks that exists nowhere else?',
    ]),
    yesNo('runsApplication', 'Runs the application too', [
      'Does {label} run the application itself, or only show pages and pass requests on?',
      'Does {label} run application code, besides serving the web?',
    ]),
    yesNo('servesStaticAssets', 'Serves static files', [
      'Do images, scripts and downloads come from {label} itself?',
      'Does {label} serve static assets itself?',
    ]),
    subnetType,
    yesNo('publicIp', 'Public IP address', [
      'Does {label} have a public IP address?',
      'Does {label} get a public IP address?',
    ]),
    ownSecurityGroup,
    yesNo('adminPortsOpenToInternet', 'SSH or RDP open to the internet', [
      'Can anyone on the internet reach the login port (SSH or Remote Desktop) of {label}?',
      'Is port 22 or 3389 of {label} open to 0.0.0.0/0 or ::/0?',
    ]),
    choice(
      'adminAccess',
      'Administrators come in through',
      [
        ['sessionManager', 'Session Manager, without an open port'],
        ['vpn', 'SSH or Remote Desktop over a VPN or bastion'],
        ['publicSsh', 'SSH or Remote Desktop from the internet'],
        ['none', 'Nobody signs in'],
      ],
      [
        'How do administrators get on to {label}: from the internet, over a VPN, through a console, not at all?',
        'How is interactive access to {label} given?',
      ],
    ),
    yesNo('volumesEncrypted', 'Disks encrypted', [
      'Are all disks of {label} encrypted?',
      'Are all EBS volumes of {label}, the root volume among them, encrypted?',
    ]),
    yesNo('instanceRole', 'Uses an IAM role', [
      'Does {label} reach AWS services with stored keys, or with a role?',
      'Does {label} have an instance profile (IAM role) instead of stored keys?',
    ]),
    yesNo('imdsV2Required', 'IMDSv2 required', [
      'Is the newer, protected metadata service (IMDSv2) enforced on {label}?',
      'Does {label} require IMDSv2?',
    ]),
    yesNo('rebuiltFromImage', 'Rebuilt from an image or template', [
      'If {label} were lost, could it be rebuilt automatically, or was it set up by hand?',
      'Is {label} built from an image or template?',
    ]),
    yesNo('patchingAutomated', 'Patching automated', [
      'Is {label} patched automatically?',
      'Is patching of {label} automated, for example with Systems Manager Patch Manager?',
    ]),
    choice(
      'selfManagedReason',
      'Why not a managed service',
      [
        ['none', 'No particular reason'],
        ['control', 'Full control of the operating system'],
        ['unsupported', 'Engine, version or feature that no managed service has'],
        ['licence', 'Licence terms'],
        ['other', 'Another reason, in the notes'],
      ],
      [
        'Is there a reason why {label} must run on your own server: full control, an unsupported version, a licence?',
        'What keeps {label} from being a managed service?',
      ],
    ),
    words('instanceType', 'Instance type', [
      'How big is {label} (cores and memory)?',
      'Which instance type is {label}?',
    ]),
    amount(
      'cpuUtilization',
      'Average CPU use',
      [
        'How busy is {label} on an ordinary day, in percent of its processor?',
        'What average CPU utilization does {label} have?',
      ],
      { unit: '%', max: 100 },
    ),
    choice(
      'pricing',
      'Pricing model',
      [
        ['onDemand', 'On-Demand'],
        ['savingsPlan', 'Savings Plan'],
        ['reserved', 'Reserved Instances'],
        ['spot', 'Spot'],
      ],
      [
        'Is {label} paid by the hour, or is there a commitment?',
        'Which pricing model does {label} use?',
      ],
    ),
    alarms,
    environment,
    owner,
  ],
})
