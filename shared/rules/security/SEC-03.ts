import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-03',
  title: 'Servers and containers have no public address of their own',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC05-BP01'],
  on: { services: ['ec2', 'ecs', 'fargate'] },
  assert: is('publicIp', false),
  message: '{label} has a public address: the internet reaches it past any load balancer.',
  rationale:
    'What has a public address is scanned from its first minute, and one rule too many opens it. Behind a load balancer it needs none: requests come in through one door that can be watched, and answers go out the same way.',
  remediation:
    'Move it to a private subnet, put a load balancer in front, and let it call out through a NAT gateway or VPC endpoints.',
  falsePositives: 'NAT instances, VPN servers and bastion hosts, which exist to be reached.',
  question: { text: 'Does {label} have a public IP address?', askWhom: 'customer' },
  fix: automatic('Take the public address away', setFact('publicIp', false)),
  references: [
    {
      title: 'SEC05-BP01 Create network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
    },
    {
      title: 'Amazon EC2 instance IP addressing',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.9'],
    checkov: ['CKV_AWS_88', 'CKV_AWS_389', 'CKV_AWS_333'],
    cdkNag: ['EC2InstanceNoPublicIp', 'AutoScalingLaunchConfigPublicIpDisabled'],
    guard: ['EC2_INSTANCE_NO_PUBLIC_IP', 'AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED'],
    trivy: ['AWS-0009'],
  },
  examples: {
    pass: [board`web:ec2{publicIp=false}`, board`api:fargate{publicIp=false}`],
    fail: [
      board`users -> alb -> web:ec2{publicIp=true}`,
      board`asg[ web:ec2{publicIp=true} ]`,
      board`api:ecs{publicIp=true}`,
    ],
    nearlyFail: [board`public-subnet{autoAssignPublicIp=false}[ web:ec2{publicIp=false} ]`],
    ask: [board`public-subnet[ web:ec2 ]`],
    notApplicable: [board`users -> alb`, board`orders:rds{publicAccess=true}`],
  },
})
