import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { crossesNetworks, is, isOneOf, or } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-19',
  title: 'Traffic between networks is encrypted',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC09-BP02'],
  on: { edges: ['request', 'data', 'event', 'replication'] },
  when: crossesNetworks,
  assert: or(isOneOf('protocol', ['HTTPS', 'TLS', 'SSH', 'SFTP', 'IPsec']), is('encrypted', true)),
  message: '{source} sends to {target} in the clear, from one network into another.',
  rationale:
    'Between networks there is always someone else’s equipment. What is not encrypted can be read and changed there.',
  remediation:
    'Use TLS end to end with certificates from AWS Certificate Manager, or a VPN where the protocol has no encryption of its own.',
  falsePositives:
    'Traffic inside a tunnel that is drawn elsewhere: say so on the connector by marking it encrypted.',
  question: {
    text: 'Is the traffic from {source} to {target} encrypted?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Encrypt the traffic',
    setFact('encrypted', true),
    setFact('protocol', 'HTTPS', is('protocol', 'HTTP')),
  ),
  references: [
    {
      title: 'SEC09-BP02 Enforce encryption in transit',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`users -{protocol=HTTPS}-> alb`,
      board`data-center[ old:on-prem-server ] old -data{encrypted=true}-> s3`,
    ],
    fail: [board`users -{encrypted=false, protocol=HTTP}-> alb`],
    nearlyFail: [board`vpc[ web:ec2 -{encrypted=false, protocol=HTTP}-> app:ec2 ]`],
    ask: [
      board`users -> alb`,
      board`users -{protocol=HTTP}-> alb`,
      board`a:vpc[ x:ec2 ] b:vpc[ y:ec2 ] x -> y`,
    ],
    notApplicable: [board`vpc[ web:ec2 -> app:ec2 ]`, board`vpc[ web:ec2 ] web -> s3`],
  },
})
