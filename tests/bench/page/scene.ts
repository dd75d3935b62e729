import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode, GroupKind } from '#shared/model/records'
import { emptySession, type SessionContent } from '#shared/model/session'

/** The neutral scene that all systems are given: containers and services with absolute places, and connectors. */
export interface NeutralScene {
  bounds: { x: number; y: number; w: number; h: number }
  nodes: {
    id: string
    kind: 'region' | 'vpc' | 'subnet' | 'service'
    parent: string | null
    ax: number
    ay: number
    w: number
    h: number
    label: string
    icon?: number
  }[]
  edges: { id: string; source: string; target: string }[]
}

const GROUP_KINDS: Record<'region' | 'vpc' | 'subnet', GroupKind> = {
  region: 'region',
  vpc: 'vpc',
  subnet: 'privateSubnet',
}

/** One service for each of the scene's icons, in its order. */
const SERVICES = [
  'ec2',
  'lambda',
  's3',
  'rds',
  'dynamodb',
  'sqs',
  'sns',
  'ecs',
  'eks',
  'alb',
  'nlb',
  'api-gateway',
  'cloudfront',
  'route-53',
  'kms',
  'iam',
  'kinesis',
  'redshift',
  'elasticache',
  'step-functions',
]

const boardId = BoardId.parse('bench')
const order = (i: number): string => `a${String(i).padStart(6, '0')}`

/** The scene as a session with one board. */
export function sessionOf(scene: NeutralScene): SessionContent {
  const nodes = scene.nodes.map((one, i): BoardNode => {
    const shape = {
      id: one.id as NodeId,
      boardId,
      parentId: one.parent as NodeId | null,
      x: one.ax,
      y: one.ay,
      w: one.w,
      h: one.h,
      label: one.label,
      order: order(i),
      facts: {},
    }
    return one.kind === 'service'
      ? {
          ...shape,
          kind: 'service',
          serviceId: SERVICES[(one.icon ?? 0) % SERVICES.length] ?? 'ec2',
        }
      : { ...shape, kind: 'group', groupKind: GROUP_KINDS[one.kind] }
  })
  const edges = scene.edges.map((one, i): BoardEdge => ({
    id: one.id as EdgeId,
    boardId,
    source: one.source as NodeId,
    target: one.target as NodeId,
    kind: 'request',
    label: '',
    order: order(i),
    facts: {},
  }))
  return {
    ...emptySession({ title: 'Bench', customer: '', createdAt: 0 }),
    boards: [{ id: boardId, name: 'Bench', kind: 'current', order: 'a0' }],
    nodes,
    edges,
  }
}
