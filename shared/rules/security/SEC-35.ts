import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-35',
  title: 'The Kubernetes API is not on the internet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC05-BP01'],
  on: { services: ['eks'] },
  assert: is('publicEndpoint', false),
  message: 'The API server of {label}, which can do everything in the cluster, is on the internet.',
  rationale:
    'Whoever reaches the API server needs only a stolen token or a hole in Kubernetes to own the cluster. From inside the VPC that takes a second break-in.',
  remediation:
    'Make the endpoint private and reach it over a VPN, from a build server in the VPC or through Session Manager. As a step on the way, limit it to known addresses.',
  falsePositives:
    'A public endpoint that is limited to the addresses of an office or a build service.',
  question: {
    text: 'Can the Kubernetes management interface of {label} be reached from the internet?',
    askWhom: 'customer',
  },
  fix: automatic('Make the endpoint private', setFact('publicEndpoint', false)),
  references: [
    {
      title: 'Control network access to the cluster API server endpoint',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    },
  ],
  crosswalk: {
    securityHub: ['EKS.1'],
    checkov: ['CKV_AWS_38', 'CKV_AWS_39'],
    cdkNag: ['EKSClusterNoEndpointPublicAccess'],
    guard: ['EKS_ENDPOINT_NO_PUBLIC_ACCESS'],
    trivy: ['AWS-0040', 'AWS-0041'],
  },
  examples: {
    pass: [board`eks{publicEndpoint=false}`],
    fail: [board`eks{publicEndpoint=true}`],
    nearlyFail: [board`users -> alb -> eks{publicEndpoint=false}`],
    ask: [board`eks`],
    notApplicable: [board`ecs fargate`],
  },
})
