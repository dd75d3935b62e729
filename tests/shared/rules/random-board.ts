import type { FactDefinition } from '#shared/catalogue/define'
import { seededRandom } from '#shared/lib/random'
import { createBoardView } from '#shared/model/board-view'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import {
  Disposition,
  EdgeKind,
  GroupKind,
  type BoardEdge,
  type BoardNode,
  type Facts,
  type FactValue,
} from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { factsOf } from '#shared/rules/questions'

const SERVICES = [
  'users',
  'internet',
  'ec2',
  'ec2',
  'ec2',
  'ecs',
  'lambda',
  'alb',
  'nlb',
  'elb',
  'rds',
  'aurora',
  'dynamodb',
  'elasticache',
  's3',
  'efs',
  'ebs',
  'sqs',
  'sns',
  'cloudfront',
  'api-gateway',
  'internet-gateway',
  'nat-gateway',
  'route-53',
  'vpn',
  'on-prem-server',
  'on-prem-database',
  'saas',
  'redshift',
  'opensearch',
  'dax',
  'kinesis',
  'msk',
  'appsync',
  'ecr',
  'config',
  'security-hub',
  'iam-identity-center',
  'systems-manager',
  'cloud9',
  'cloudtrail',
  'guardduty',
  'waf',
  'kms',
  'secrets-manager',
  'cognito',
  'iam',
  'iam-role',
  'aws-backup',
  'ebs-snapshot',
  'vpc-endpoint',
  'network-acl',
  'vpc-flow-logs',
  'neptune',
  'documentdb',
  'dms',
  'fargate',
  'eks',
  'fsx',
  'memorydb',
  'amazon-mq',
  'global-accelerator',
  'vpc-peering',
  'elastic-beanstalk',
  'x-ray',
  'emr',
  'glue',
  'athena',
  'eventbridge',
  'step-functions',
  'direct-connect',
  'datasync',
  'auto-scaling',
  'no-such-service',
]
const LABELS = ['web-1', 'web-2', 'web a', 'EC2', '', 'db', 'api', 'eu-central-1a', 'eu-central-1b']
const BOARD = BoardId.parse('b')

/** Everything random about a board, from one seed. */
export class Chance {
  readonly next: () => number
  constructor(seed: number) {
    this.next = seededRandom(seed)
  }
  int(below: number): number {
    return Math.floor(this.next() * below)
  }
  maybe(probability: number): boolean {
    return this.next() < probability
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!
  }
  valueOf({ type }: FactDefinition): FactValue {
    switch (type.kind) {
      case 'boolean':
        return this.maybe(0.5)
      case 'number':
        return this.int(4) === 0 ? 35 : this.int(4)
      case 'choice':
        return this.pick(type.choices).value
      case 'text':
        return this.pick(['22', '80, 443', 'none', 'all', 'eu-central-1a'])
    }
  }
}

/** Says more about a thing, never something else: each unknown fact becomes known with this probability. */
export function learn<T extends BoardNode | BoardEdge>(
  chance: Chance,
  thing: T,
  probability: number,
): T {
  const facts: Facts = { ...thing.facts }
  for (const definition of factsOf(thing))
    if (!facts[definition.key] && chance.maybe(probability))
      facts[definition.key] = { value: chance.valueOf(definition), source: 'user' }
  const made = { ...thing, facts }
  if (
    'parentId' in made &&
    made.kind === 'service' &&
    !made.disposition &&
    chance.maybe(probability)
  )
    made.disposition = chance.pick(Disposition.options)
  return made
}

export function learnAll(chance: Chance, content: BoardContent, probability: number): BoardContent {
  return {
    ...content,
    nodes: content.nodes.map((node) => learn(chance, node, probability)),
    edges: content.edges.map((edge) => learn(chance, edge, probability)),
  }
}

export function randomNode(chance: Chance, id: string, ids: readonly string[]): BoardNode {
  const shape = {
    id: NodeId.parse(id),
    boardId: BOARD,
    // Sometimes a parent that is no group, is gone, or is inside its own child.
    parentId: chance.maybe(0.7) ? NodeId.parse(chance.pick([...ids, 'gone'])) : null,
    x: chance.int(1000),
    y: chance.int(1000),
    w: 100,
    h: 80,
    label: chance.pick(LABELS),
    order: `a${id}`,
    facts: {},
  }
  return chance.maybe(0.4)
    ? {
        ...shape,
        kind: 'group',
        groupKind: chance.pick(GroupKind.options),
        ...(chance.maybe(0.4) ? { detail: chance.pick(['sketch', 'complete'] as const) } : {}),
      }
    : { ...shape, kind: 'service', serviceId: chance.pick(SERVICES) }
}

export function randomEdge(chance: Chance, id: string, ids: readonly string[]): BoardEdge {
  const end = (): NodeId => NodeId.parse(chance.maybe(0.03) ? 'gone' : chance.pick(ids))
  return {
    id: EdgeId.parse(id),
    boardId: BOARD,
    source: end(),
    target: end(),
    kind: chance.maybe(0.7) ? 'request' : chance.pick(EdgeKind.options),
    label: chance.maybe(0.2) ? 'calls' : '',
    order: `a${id}`,
    facts: {},
  }
}

export function randomBoard(chance: Chance): BoardContent {
  const ids = Array.from({ length: 2 + chance.int(22) }, (_, i) => `n${i}`)
  const content: BoardContent = {
    board: {
      id: BOARD,
      name: 'Random',
      kind: chance.pick(['current', 'target', 'sketch'] as const),
      order: 'a',
    },
    nodes: ids.map((id) => randomNode(chance, id, ids)),
    edges: Array.from({ length: chance.int(30) }, (_, i) => randomEdge(chance, `e${i}`, ids)),
  }
  return learnAll(chance, content, chance.next() * 0.6)
}

export const viewOf = createBoardView
