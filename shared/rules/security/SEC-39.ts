import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-39',
  title: 'The container registry searches images for known weaknesses',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'Images are one part of what has to be searched; servers, functions and code belong to the practice as well.',
  bestPractices: ['SEC06-BP01', 'SEC11-BP02'],
  on: { services: ['ecr'] },
  assert: is('scansImages', true),
  message: 'Nobody looks for known weaknesses in the images of {label}.',
  rationale:
    'An image carries an operating system and dozens of libraries, which age while it lies there. A scan says which of them have holes before they run, and again when new ones become known.',
  remediation:
    'Turn enhanced scanning with Amazon Inspector on, or scan on push at least, and let the pipeline stop at critical findings.',
  falsePositives: 'Images that the build pipeline scans with another tool.',
  question: {
    text: 'Is every image in {label} searched for known weaknesses?',
    askWhom: 'customer',
  },
  fix: automatic('Scan images when they arrive', setFact('scansImages', true)),
  references: [
    {
      title: 'Scan images for software vulnerabilities in Amazon ECR',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    },
    {
      title: 'SEC06-BP01 Perform vulnerability management',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_compute_vulnerability_management.html',
    },
  ],
  crosswalk: { securityHub: ['ECR.1'], checkov: ['CKV_AWS_163'], trivy: ['AWS-0030'] },
  examples: {
    pass: [board`ecr{scansImages=true} -> ecs`],
    fail: [board`ecr{scansImages=false}`],
    nearlyFail: [board`ecr{scansImages=true, immutableTags=false}`],
    ask: [board`ecr -> ecs`],
    notApplicable: [board`ecs`],
  },
})
