import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'OPS-03',
  title: 'A request can be followed from service to service',
  pillar: 'operationalExcellence',
  designPrinciples: ['looseCoupling', 'designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates tracing as a whole; one untraced service is one gap in an otherwise visible path.',
  bestPractices: ['OPS04-BP05', 'REL06-BP07'],
  on: { services: ['lambda', 'api-gateway', 'appsync', 'step-functions'] },
  assert: is('tracing', true),
  message: '{label} cannot be seen in a trace: a slow or failed request is lost from sight there.',
  rationale:
    'Many small services fail in the gaps between them. A trace shows one request through all of them, with the time spent in each, where logs show only heaps of lines.',
  remediation:
    'Turn on X-Ray tracing for API Gateway, AppSync, Lambda and Step Functions, and instrument containers with OpenTelemetry.',
  falsePositives:
    'Services that another tracing tool instruments, and a single function that nothing depends on.',
  question: {
    text: 'Can you follow one request through {label} to where it got slow or failed?',
    askWhom: 'customer',
  },
  fix: automatic('Trace requests', setFact('tracing', true)),
  references: [
    {
      title: 'OPS04-BP05 Implement distributed tracing',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_observability_dist_trace.html',
    },
    {
      title: 'Visualize Lambda function invocations using AWS X-Ray',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
    },
  ],
  crosswalk: {
    securityHub: ['APIGateway.3', 'Lambda.7'],
    checkov: ['CKV_AWS_50', 'CKV_AWS_73', 'CKV_AWS_284'],
    cdkNag: ['APIGWXrayEnabled', 'LambdaTracing', 'StepFunctionStateMachineXray'],
    trivy: ['AWS-0066', 'AWS-0003'],
  },
  examples: {
    pass: [board`api-gateway{tracing=true} -> lambda{tracing=true} -> dynamodb`],
    fail: [
      board`api-gateway{tracing=true} -> lambda{tracing=false} -> dynamodb`,
      board`step-functions{tracing=false}`,
    ],
    nearlyFail: [board`step-functions{tracing=true, logging=false}`],
    ask: [board`users -> api-gateway`, board`appsync`],
    notApplicable: [board`web:ec2`, board`sqs`],
  },
})
