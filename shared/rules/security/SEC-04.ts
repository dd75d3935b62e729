import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { exposed, not, or, trait } from '../expression'
import { choose, suggestion } from '../fix'
import { fromOutside, holdsData } from '../parts'

/** What hands requests from the internet on without asking who sends them. */
const passesOn = or(fromOutside, trait('networkGateway', 'loadBalancer', 'dns'))

export default defineRule({
  id: 'SEC-04',
  title: 'The internet reaches data only through an application',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC05-BP01', 'SEC05-BP02'],
  on: { traits: ['database', 'cache', 'fileStorage'], services: ['ec2'] },
  when: holdsData,
  assert: not(exposed),
  message: '{label} holds data and is reached from the internet without an application in between.',
  rationale:
    'An application decides who may see which rows. A load balancer, gateway or DNS name in front of a database decides nothing.',
  remediation:
    'Let users talk to an application tier or an API that checks who they are, and let only that tier talk to the data store. Give administrators a VPN or Session Manager.',
  falsePositives:
    'Users who are employees on the internal network: draw them inside the data center.',
  question: { text: 'Does {label} hold data, and who connects to it?', askWhom: 'customer' },
  fix: suggestion(
    choose('Put an application in between', {
      do: 'putInFront',
      service: 'fargate',
      label: 'Application',
      from: passesOn,
      facts: {
        instances: 2,
        availabilityZones: 2,
        scaling: 'dynamic',
        sessionState: 'external',
        ownSecurityGroup: true,
        publicIp: false,
        secretsInEnvironment: false,
        alarms: true,
      },
    }),
    choose('Put an API in between that checks who calls', {
      do: 'putInFront',
      service: 'api-gateway',
      label: 'API',
      from: passesOn,
      facts: {
        authorization: 'cognito',
        private: false,
        throttled: true,
        waf: true,
        accessLogs: true,
        tracing: true,
      },
    }),
    choose('Cut the connection', { do: 'removeConnectors', direction: 'in', where: passesOn }),
  ),
  references: [
    {
      title: 'SEC05-BP01 Create network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
    },
    {
      title: 'SEC05-BP02 Control traffic flow within your network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_layered.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`users -> alb -> web:ec2{role=web} -> orders:rds`,
      board`users -> api-gateway -> dynamodb`,
    ],
    fail: [
      board`users -> orders:rds`,
      board`users -> nlb -> db:ec2{role=database}`,
      board`internet -> internet-gateway -data-> elasticache`,
    ],
    nearlyFail: [
      board`data-center[ staff:users ] staff -> orders:rds`,
      board`users -> vpn-client -> orders:rds`,
    ],
    ask: [board`users -> box:ec2`],
    notApplicable: [board`users -> web:ec2{role=web}`, board`users -> cloudfront -> s3`],
  },
})
