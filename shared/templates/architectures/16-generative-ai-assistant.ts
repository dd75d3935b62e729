import {
  api,
  bucket,
  cdn,
  dns,
  firewall,
  lambda,
  search,
  table,
  tls,
  webBucket,
} from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'generative-ai-assistant',
  title: 'Generative AI assistant (RAG)',
  summary:
    'A model answers from the customer’s own documents, found by meaning in a knowledge base. For assistants over manuals, tickets and policies.',
  also: 'bedrock rag retrieval augmented generation llm chatbot knowledge base vector genai ai agent',
  source: {
    title: 'Retrieve data and generate AI responses with Amazon Bedrock Knowledge Bases',
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const users = service('users', [0, 264], 'Users', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1096, 664])
    const names = service('route-53', [192, 120], 'Route 53', dns)
    const edge = service('cloudfront', [192, 264], 'CloudFront', cdn)
    const guard = service('waf', [192, 408], 'WAF', firewall)
    group('region', 'Region', [336, 48, 904, 592])
    const site = service('s3', [360, 120], 'Web app files', webBucket)
    const front = service('api-gateway', [360, 264], 'Chat API', {
      ...api,
      authorization: 'cognito',
    })
    const people = service('cognito', [360, 408], 'Sign-in', { mfa: 'required' })
    const assistant = service('lambda', [528, 264], 'Assistant', {
      ...lambda,
      timeoutSeconds: 25,
      invocation: 'synchronous',
    })
    const talks = service('dynamodb', [528, 120], 'Conversations', table)
    const documents = service('s3', [720, 120], 'Documents', bucket)
    const knowledge = service('amazon-bedrock', [720, 264], 'Knowledge base')
    const model = service('amazon-bedrock', [720, 408], 'Model with guardrails')
    const index = service('opensearch', [888, 264], 'Vector index', search)
    drawBaseline(pen, [1056, 96], 'down')
    link(users, edge, { facts: tls })
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(guard, edge, { kind: 'dependency', label: 'Filters' })
    link(edge, site, { facts: { ...tls, staticAssets: true } })
    link(edge, front, { facts: { ...tls, staticAssets: false } })
    link(front, people, { kind: 'dependency', label: 'Tokens' })
    link(front, assistant, { facts: tls })
    link(assistant, talks, { kind: 'data', label: 'History', facts: { ...tls, readHeavy: false } })
    link(assistant, knowledge, { label: 'Question', facts: tls })
    link(assistant, model, { label: 'Prompt', facts: tls })
    link(documents, knowledge, { kind: 'data', label: 'Ingest', facts: tls })
    link(knowledge, index, { kind: 'data', label: 'Search', facts: { ...tls, readHeavy: false } })
  },
})
