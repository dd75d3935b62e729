import { amount, choice, yesNo } from './common-facts'
import type { FactDefinition } from './define'

/** What may be known about a connector. `{label}` stands for its label, or for "source to target". */
export const edgeFacts: readonly FactDefinition[] = [
  choice(
    'protocol',
    'Protocol',
    [
      ['HTTPS', 'HTTPS'],
      ['HTTP', 'HTTP'],
      ['TLS', 'TLS over TCP'],
      ['TCP', 'TCP'],
      ['UDP', 'UDP'],
      ['gRPC', 'gRPC'],
      ['WebSocket', 'WebSocket'],
      ['SQL', 'Database protocol'],
      ['SSH', 'SSH'],
      ['RDP', 'RDP'],
      ['SFTP', 'SFTP'],
      ['NFS', 'NFS'],
      ['SMB', 'SMB'],
      ['AMQP', 'AMQP'],
      ['MQTT', 'MQTT'],
      ['IPsec', 'IPsec'],
    ],
    ['Which protocol is used from {label}?', 'Which protocol does {label} use?'],
  ),
  yesNo('encrypted', 'Encrypted in transit', [
    'Is the traffic from {label} encrypted (TLS, HTTPS, VPN)?',
    'Is {label} encrypted in transit?',
  ]),
  choice(
    'credentials',
    'Password comes from',
    [
      ['secretsManager', 'Secrets Manager'],
      ['iam', 'No password: an IAM role'],
      ['inConfiguration', 'A setting, a file or the code'],
      ['none', 'There is none'],
    ],
    [
      'For {label}, where is the password kept: in a safe, in a settings file, in the code?',
      'Where do the credentials for {label} come from?',
    ],
  ),
  amount('port', 'Port', ['Which port is used from {label}?', 'Which port does {label} use?'], {
    max: 65_535,
  }),
  yesNo('readHeavy', 'Mostly the same reads', [
    'From {label}, is it mostly reading, with the same data read again and again?',
    'Is {label} read-heavy, with results worth caching?',
  ]),
  yesNo('staticAssets', 'Carries static files', [
    'Does {label} carry images, scripts, downloads or other files that are the same for everyone?',
    'Does {label} carry static assets?',
  ]),
  choice(
    'mode',
    'Waits for the answer',
    [
      ['synchronous', 'Waits for the answer'],
      ['asynchronous', 'Carries on without it'],
    ],
    [
      'On {label}, does the caller wait for the answer, or carry on?',
      'Is {label} synchronous or asynchronous?',
    ],
  ),
  amount(
    'volumeGbPerMonth',
    'Volume',
    [
      'How much data goes over {label} in a month?',
      'What volume per month is expected on {label}?',
    ],
    { unit: 'GB' },
  ),
  amount(
    'latencyMs',
    'Latency tolerated',
    ['How slow may {label} get before people notice?', 'What latency does {label} tolerate?'],
    { unit: 'ms' },
  ),
  choice(
    'networkPath',
    'Network path',
    [
      ['internet', 'Internet'],
      ['vpn', 'VPN'],
      ['directConnect', 'Direct Connect'],
      ['peering', 'VPC peering'],
      ['transitGateway', 'Transit gateway'],
      ['privateLink', 'PrivateLink'],
    ],
    [
      'Which way does the traffic from {label} take: the internet, a VPN, a private line?',
      'Over which network path does {label} run?',
    ],
  ),
  amount(
    'durationSeconds',
    'Time until the answer',
    [
      'How long does it take until the answer from {label} is there?',
      'How long does {label} take at most?',
    ],
    { unit: 's', effort: 'measure' },
  ),
]
