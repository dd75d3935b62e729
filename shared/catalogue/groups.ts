import type { GroupKind } from '../model/records'
import { amount, choice, words, yesNo } from './common-facts'
import type { GroupDefinition } from './define'

const CIDR_HELP = 'An address range such as 10.0.0.0/16.'

const testEnvironment = yesNo('testEnvironment', 'Another environment for tests', [
  'Before a change reaches {label}, is there a second environment in which it is tested?',
  'Is there a test environment besides {label}, built from the same templates?',
])

/**
 * Every group that can own nodes.
 *
 * Border colours: AWS's own (AWS Architecture Icons deck, release of 2026-01-30), except where the cloud's near-black
 * vanishes on a dark board. Several are too pale for text: labels take {@link groupLabelColor}.
 */
export const groups: readonly GroupDefinition[] = [
  {
    groupKind: 'awsCloud',
    name: 'AWS Cloud',
    aliases: ['aws', 'cloud'],
    purposes: ['everything on aws'],
    icon: 'architecture-group/AWSCloud',
    color: { light: '#242f3e', dark: '#c3cad6' },
    dashed: false,
    facts: [testEnvironment],
    defaultSize: { w: 960, h: 640 },
  },
  {
    groupKind: 'account',
    name: 'AWS account',
    aliases: ['account', 'acct'],
    purposes: ['isolation', 'billing boundary'],
    icon: 'architecture-group/AWSAccount',
    color: { light: '#e7157b', dark: '#e7157b' },
    dashed: false,
    facts: [
      choice(
        'environment',
        'Environment',
        [
          ['prod', 'Production'],
          ['non-prod', 'Test and development'],
          ['shared', 'Shared services'],
          ['mixed', 'Production and test together'],
        ],
        [
          'What is {label} for: production, test and development, services that both use, or everything together?',
          'Which environment does the account {label} hold?',
        ],
      ),
      testEnvironment,
    ],
    defaultSize: { w: 880, h: 560 },
  },
  {
    groupKind: 'region',
    name: 'Region',
    aliases: ['aws region', 'geo region'],
    purposes: ['geography'],
    icon: 'architecture-group/Region',
    color: { light: '#00a4a6', dark: '#00a4a6' },
    dashed: true,
    facts: [
      words(
        'name',
        'Region',
        [
          'In which AWS Region should {label} be: close to your users, or where the law wants the data?',
          'Which AWS Region is {label}, for instance eu-central-1?',
        ],
        { help: 'The Region’s code, such as eu-central-1.' },
      ),
      choice(
        'drPattern',
        'Plan for the loss of this Region',
        [
          ['none', 'None'],
          ['backupRestore', 'Restore backups in another Region'],
          ['pilotLight', 'Pilot light: data there, servers switched off'],
          ['warmStandby', 'Warm standby: a small copy runs there'],
          ['activeActive', 'Active in both Regions'],
        ],
        [
          'If everything in {label} were gone, what would be there to go on with?',
          'Which disaster recovery pattern covers {label}?',
        ],
      ),
    ],
    defaultSize: { w: 800, h: 560 },
  },
  {
    groupKind: 'vpc',
    name: 'Virtual private cloud (VPC)',
    aliases: ['vpc', 'virtual private cloud', 'virtual network', 'vnet'],
    purposes: ['private network', 'network'],
    icon: 'architecture-group/VirtualprivatecloudVPC',
    color: { light: '#8c4fff', dark: '#8c4fff' },
    dashed: false,
    facts: [
      words(
        'cidr',
        'Address range (CIDR)',
        [
          'Which network addresses do you already use, so that {label} does not overlap with them?',
          'Which CIDR range does {label} get?',
        ],
        { help: CIDR_HELP },
      ),
      yesNo('internetGateway', 'Has an internet gateway', [
        'Is there a way from {label} to the internet?',
        'Is an internet gateway attached to {label}?',
      ]),
      yesNo(
        'flowLogs',
        'Flow logs',
        [
          'Could you see afterwards who talked to whom in {label}?',
          'Are flow logs on for the whole of {label}?',
        ],
        {
          awsDefault: {
            value: false,
            source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
          },
        },
      ),
    ],
    defaultSize: { w: 640, h: 440 },
  },
  {
    groupKind: 'availabilityZone',
    name: 'Availability Zone',
    aliases: ['az', 'zone', 'availability zones'],
    purposes: ['separate data center', 'fault isolation'],
    icon: null,
    color: { light: '#00a4a6', dark: '#00a4a6' },
    dashed: true,
    facts: [
      words(
        'name',
        'Availability Zone',
        [
          'Which Availability Zone is {label}?',
          'Which Availability Zone is {label}, for instance eu-central-1a?',
        ],
        { help: 'Zone name or id, such as eu-central-1a or euc1-az2.' },
      ),
    ],
    defaultSize: { w: 280, h: 400 },
  },
  {
    groupKind: 'publicSubnet',
    name: 'Public subnet',
    aliases: ['public', 'public net', 'dmz', 'subnet'],
    purposes: ['reachable from the internet'],
    icon: 'architecture-group/Publicsubnet',
    color: { light: '#7aa116', dark: '#7aa116' },
    dashed: false,
    facts: [
      words(
        'cidr',
        'Address range (CIDR)',
        ['How many addresses does {label} need at most?', 'Which CIDR range does {label} get?'],
        { help: CIDR_HELP },
      ),
      yesNo('autoAssignPublicIp', 'Gives public addresses by itself', [
        'Does every machine started in {label} get a public address by itself?',
        'Does {label} auto-assign public IPv4 addresses?',
      ]),
      yesNo('networkAcl', 'Own network ACL', [
        'Is there a second set of firewall rules around {label} as a whole?',
        'Does {label} have a network ACL of its own, instead of the default that allows everything?',
      ]),
    ],
    defaultSize: { w: 240, h: 160 },
  },
  {
    groupKind: 'privateSubnet',
    name: 'Private subnet',
    aliases: ['private', 'private net', 'isolated subnet'],
    purposes: ['not reachable from the internet', 'internal network'],
    icon: 'architecture-group/Privatesubnet',
    color: { light: '#00a4a6', dark: '#00a4a6' },
    dashed: false,
    facts: [
      words(
        'cidr',
        'Address range (CIDR)',
        ['How many addresses does {label} need at most?', 'Which CIDR range does {label} get?'],
        { help: CIDR_HELP },
      ),
      yesNo('autoAssignPublicIp', 'Gives public addresses by itself', [
        'Does every machine started in {label} get a public address by itself?',
        'Does {label} auto-assign public IPv4 addresses?',
      ]),
      yesNo('networkAcl', 'Own network ACL', [
        'Is there a second set of firewall rules around {label} as a whole?',
        'Does {label} have a network ACL of its own, instead of the default that allows everything?',
      ]),
    ],
    defaultSize: { w: 240, h: 160 },
  },
  {
    groupKind: 'securityGroup',
    name: 'Security group',
    aliases: ['sg', 'firewall rules', 'security groups'],
    purposes: ['instance firewall'],
    icon: null,
    color: { light: '#dd344c', dark: '#dd344c' },
    dashed: false,
    facts: [
      words(
        'inboundFromInternet',
        'Ports open to the internet',
        [
          'Which ports of {label} can be reached from anywhere on the internet?',
          'Which ports does {label} open to 0.0.0.0/0 or ::/0?',
        ],
        {
          help: 'Port numbers separated by commas, such as 80, 443; “none” for none; “all” for all.',
        },
      ),
      choice(
        'inboundSources',
        'Who may connect',
        [
          ['onlyCallers', 'Only the tiers that call it'],
          ['wholeNetwork', 'The whole network'],
          ['anyone', 'Anyone on the internet'],
        ],
        [
          'Who can connect to {label}: only the systems that need it, everything inside, or anyone?',
          'Which sources do the inbound rules of {label} name?',
        ],
      ),
      words('inboundFromGroups', 'Lets in', [
        'Which of your other systems may reach {label}, and on which ports?',
        'From which security groups, and on which ports, does {label} accept traffic?',
      ]),
    ],
    defaultSize: { w: 208, h: 144 },
  },
  {
    groupKind: 'autoScalingGroup',
    name: 'Auto Scaling group',
    aliases: ['asg', 'scaling group', 'autoscaling group', 'auto scaling group'],
    purposes: ['elastic fleet'],
    icon: 'architecture-group/AutoScalinggroup',
    color: { light: '#ed7100', dark: '#ed7100' },
    dashed: true,
    facts: [
      amount('minCapacity', 'Least instances', [
        'How many servers of {label} must always run?',
        'What is the minimum capacity of {label}?',
      ]),
      amount('maxCapacity', 'Most instances', [
        'How many servers does {label} need on your busiest day?',
        'What is the maximum capacity of {label}?',
      ]),
      amount('desiredCapacity', 'Usual instances', [
        'How many servers of {label} run on a usual day?',
        'What is the desired capacity of {label}?',
      ]),
      choice(
        'scalingPolicy',
        'Scaling policy',
        [
          ['none', 'None: the number is fixed'],
          ['target-tracking', 'Target tracking'],
          ['step', 'Steps on an alarm'],
          ['scheduled', 'By the clock'],
        ],
        [
          'Does the number of servers of {label} follow the load, the clock, or does it stay the same?',
          'Which scaling policy does {label} have?',
        ],
      ),
      amount(
        'availabilityZones',
        'Availability Zones used',
        [
          'Over how many separate data centers is {label} spread?',
          'Over how many Availability Zones does {label} spread its instances?',
        ],
        { max: 6 },
      ),
      yesNo('behindLoadBalancer', 'Behind a load balancer', [
        'Does a load balancer send requests to the servers of {label}?',
        'Is {label} attached to a load balancer?',
      ]),
      yesNo(
        'loadBalancerHealthCheck',
        'Replaces what the load balancer calls unhealthy',
        [
          'Are servers of {label} replaced when the application on them stops answering, or only when the machine dies?',
          'Does {label} use the load balancer health check?',
        ],
        {
          awsDefault: {
            value: false,
            source:
              'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
          },
        },
      ),
    ],
    defaultSize: { w: 240, h: 160 },
  },
  {
    groupKind: 'corporateDataCenter',
    name: 'Corporate data center',
    aliases: [
      'dc',
      'data center',
      'data centre',
      'datacenter',
      'on-prem',
      'on-premises',
      'on premise',
      'onprem',
    ],
    purposes: ['own site', 'colocation', 'server room'],
    icon: 'architecture-group/Corporatedatacenter',
    color: { light: '#7d8998', dark: '#7d8998' },
    dashed: false,
    facts: [
      words('location', 'Where it is', [
        'In which city and country is {label}?',
        'Where is {label}?',
      ]),
      words(
        'cidr',
        'Address ranges (CIDR)',
        ['Which network addresses are in use in {label}?', 'Which CIDR ranges does {label} use?'],
        { help: 'One or several address ranges, such as 192.168.0.0/16, separated by commas.' },
      ),
      amount(
        'uplinkMbps',
        'Line to the internet',
        [
          'How fast is the line from {label} to the internet, and how much of it is free?',
          'Which bandwidth is free for migration traffic from {label}?',
        ],
        { unit: 'Mbit/s' },
      ),
      words('exitDate', 'Must be empty by', [
        'Is there a date by which {label} has to be empty, such as the end of a lease?',
        'By which date must {label} be vacated?',
      ]),
    ],
    defaultSize: { w: 400, h: 320 },
  },
  {
    groupKind: 'serverContents',
    name: 'Server contents',
    aliases: ['server group', 'ec2 instance contents', 'host contents'],
    purposes: ['what runs on one machine'],
    icon: 'architecture-group/Servercontents',
    color: { light: '#7d8998', dark: '#7d8998' },
    dashed: false,
    facts: [],
    defaultSize: { w: 208, h: 144 },
  },
  {
    groupKind: 'generic',
    name: 'Generic group',
    aliases: ['group', 'box', 'container group', 'frame', 'boundary'],
    purposes: ['grouping', 'anything'],
    icon: null,
    color: { light: '#7d8998', dark: '#7d8998' },
    dashed: true,
    facts: [],
    defaultSize: { w: 240, h: 160 },
  },
]

const LABEL_COLORS: Record<GroupKind, { light: string; dark: string }> = {
  awsCloud: { light: '#242f3e', dark: '#c3cad6' },
  account: { light: '#d0136f', dark: '#ef4d9c' },
  region: { light: '#00797b', dark: '#00a4a6' },
  vpc: { light: '#803dff', dark: '#a270ff' },
  availabilityZone: { light: '#00797b', dark: '#00a4a6' },
  publicSubnet: { light: '#5a7610', dark: '#7aa116' },
  privateSubnet: { light: '#00797b', dark: '#00a4a6' },
  securityGroup: { light: '#d0233b', dark: '#e46073' },
  autoScalingGroup: { light: '#ad5300', dark: '#ed7100' },
  corporateDataCenter: { light: '#626d7b', dark: '#8d98a6' },
  serverContents: { light: '#626d7b', dark: '#8d98a6' },
  generic: { light: '#626d7b', dark: '#8d98a6' },
}

/**
 * Colour of a group's label, hex: the border's hue, darkened on light and lightened on dark until it stands out
 * at least 4.5 : 1 (WCAG AA) from white and from #12151b.
 */
export function groupLabelColor(kind: GroupKind, theme: 'light' | 'dark'): string {
  return LABEL_COLORS[kind][theme]
}
