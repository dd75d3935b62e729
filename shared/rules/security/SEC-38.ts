import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-38',
  title: 'Servers answer metadata requests only with a token (IMDSv2)',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'One setting out of many in a hardened image, and only of use to an attacker who finds a hole in the application first.',
  bestPractices: ['SEC06-BP02'],
  on: { services: ['ec2'] },
  assert: is('imdsV2Required', true),
  message: '{label} gives its credentials to any program that asks in the old way (IMDSv1).',
  rationale:
    'Tricking a web application into fetching an address is a common attack, and the metadata address hands out the server’s credentials. Version 2 asks for a token first, which such a trick cannot get.',
  remediation:
    'Require IMDSv2 on running instances, in launch templates and as the account’s default, after the metric MetadataNoToken shows zero.',
  falsePositives: 'Old software that knows only version 1 and cannot be updated.',
  question: {
    text: 'Is the protected metadata service (IMDSv2) enforced on {label}?',
    askWhom: 'customer',
  },
  fix: automatic('Require IMDSv2', setFact('imdsV2Required', true)),
  references: [
    {
      title: 'Configure the Instance Metadata Service options',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    },
    {
      title: 'SEC06-BP02 Provision compute from hardened images',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_compute_hardened_images.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.8'],
    checkov: ['CKV_AWS_79'],
    cdkNag: ['EC2IMDSv2Enabled'],
    trivy: ['AWS-0028', 'AWS-0130'],
  },
  examples: {
    pass: [board`web:ec2{imdsV2Required=true}`],
    fail: [board`web:ec2{imdsV2Required=false}`],
    nearlyFail: [board`web:ec2{imdsV2Required=true, instanceRole=false}`],
    ask: [board`asg[ web:ec2 ]`],
    notApplicable: [board`lambda ecs`],
  },
})
