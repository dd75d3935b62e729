import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { serviceById } from '../../../shared/catalogue/catalogue'
import { createBoardView, type BoardView } from '../../../shared/model/board-view'
import { SERVICE_SIZE } from '../../../shared/model/geometry'
import { BoardId, EdgeId, NodeId } from '../../../shared/model/ids'
import type {
  BoardEdge,
  BoardNode,
  Disposition,
  EdgeKind,
  Facts,
  GroupKind,
} from '../../../shared/model/records'
import type { BoardContent } from '../../../shared/model/session'

const root = resolve(import.meta.dirname, '../../..')
const boardId = BoardId.parse('board')

/** Raw text of an icon's file, as the main process and the window look it up. */
export function iconFromDisk(icon: string): string | undefined {
  const folder = icon.startsWith('drawbridge/') ? 'assets/icons' : 'node_modules/aws-icons/icons'
  try {
    return readFileSync(join(root, folder, `${icon}.svg`), 'utf8')
  } catch {
    return undefined
  }
}

export function group(
  id: string,
  groupKind: GroupKind,
  label: string,
  [x, y, w, h]: readonly [number, number, number, number],
  parent: string | null = null,
): BoardNode {
  return {
    kind: 'group',
    id: NodeId.parse(id),
    boardId,
    parentId: parent === null ? null : NodeId.parse(parent),
    groupKind,
    label,
    x,
    y,
    w,
    h,
    order: 'a0',
    facts: {},
  }
}

export function service(
  id: string,
  serviceId: string,
  [x, y]: readonly [number, number],
  parent: string | null = null,
  more: { label?: string; disposition?: Disposition } = {},
): BoardNode {
  return {
    kind: 'service',
    id: NodeId.parse(id),
    boardId,
    parentId: parent === null ? null : NodeId.parse(parent),
    serviceId,
    label: more.label ?? serviceById(serviceId)?.shortName ?? serviceId,
    ...(more.disposition ? { disposition: more.disposition } : {}),
    x,
    y,
    ...SERVICE_SIZE,
    order: 'a0',
    facts: {},
  }
}

export function edge(
  source: string,
  target: string,
  kind: EdgeKind = 'request',
  more: { label?: string; protocol?: string; encrypted?: boolean; id?: string } = {},
): BoardEdge {
  const facts: Facts = {}
  if (more.protocol !== undefined) facts['protocol'] = { value: more.protocol, source: 'user' }
  if (more.encrypted !== undefined) facts['encrypted'] = { value: more.encrypted, source: 'user' }
  return {
    id: EdgeId.parse(more.id ?? `${source}-${target}`),
    boardId,
    source: NodeId.parse(source),
    target: NodeId.parse(target),
    kind,
    label: more.label ?? '',
    order: 'a0',
    facts,
  }
}

export function board(nodes: readonly BoardNode[], edges: readonly BoardEdge[] = []): BoardView {
  const content: BoardContent = {
    board: { id: boardId, name: 'Web shop', kind: 'current', order: 'a0' },
    nodes,
    edges,
  }
  return createBoardView(content)
}

/** A web shop over two Availability Zones with its data center: every kind of group and connector that matters. */
export function sampleBoard(): BoardView {
  return board(
    [
      service('shoppers', 'users', [0, 304], null, { label: 'Shoppers' }),
      group('cloud', 'awsCloud', 'AWS Cloud', [304, 0, 1200, 848]),
      service('cdn', 'cloudfront', [336, 304], 'cloud'),
      service('assets', 's3', [336, 488], 'cloud', { label: 'Product images and downloads' }),
      service('dns', 'route-53', [336, 112], 'cloud'),
      group('region', 'region', 'Europe (Frankfurt)', [488, 48, 984, 768], 'cloud'),
      group('vpc', 'vpc', 'Shop VPC 10.0.0.0/16', [520, 96, 720, 688], 'region'),
      service('lb', 'alb', [536, 304], 'vpc', { label: 'Shop load balancer' }),
      group('az-a', 'availabilityZone', 'Availability Zone a', [680, 136, 528, 304], 'vpc'),
      group('az-b', 'availabilityZone', 'Availability Zone b', [680, 464, 528, 304], 'vpc'),
      group('web-a', 'publicSubnet', 'Public subnet', [704, 184, 232, 232], 'az-a'),
      group('data-a', 'privateSubnet', 'Private subnet', [968, 184, 216, 232], 'az-a'),
      group('web-b', 'publicSubnet', 'Public subnet', [704, 512, 232, 232], 'az-b'),
      group('data-b', 'privateSubnet', 'Private subnet', [968, 512, 216, 232], 'az-b'),
      group('asg-a', 'autoScalingGroup', 'Web tier', [736, 232, 168, 152], 'web-a'),
      group('asg-b', 'autoScalingGroup', 'Web tier', [736, 560, 168, 152], 'web-b'),
      service('ec2-a', 'ec2', [764, 272], 'asg-a', {
        label: 'Web server',
        disposition: 'replatform',
      }),
      service('ec2-b', 'ec2', [764, 600], 'asg-b', {
        label: 'Web server',
        disposition: 'replatform',
      }),
      service('db-a', 'rds', [1020, 272], 'data-a', { label: 'Orders (primary)' }),
      service('db-b', 'rds', [1020, 600], 'data-b', { label: 'Orders (standby)' }),
      service('queue', 'sqs', [1288, 144], 'region', { label: 'order-events' }),
      service('worker', 'lambda', [1288, 336], 'region', { label: 'Invoice worker' }),
      service('table', 'dynamodb', [1288, 528], 'region', { label: 'invoices' }),
      group('dc', 'corporateDataCenter', 'Data center Köln', [0, 560, 272, 256]),
      service('erp', 'on-prem-server', [16, 616], 'dc', { label: 'ERP', disposition: 'rehost' }),
      service('files', 'on-prem-file-server', [144, 616], 'dc', { disposition: 'retire' }),
    ],
    [
      edge('shoppers', 'cdn', 'request', { protocol: 'HTTPS', encrypted: true }),
      edge('shoppers', 'dns', 'dependency'),
      edge('cdn', 'assets', 'data'),
      edge('cdn', 'lb', 'request', { protocol: 'HTTP', encrypted: false }),
      edge('lb', 'ec2-a', 'request'),
      edge('lb', 'ec2-b', 'request'),
      edge('ec2-a', 'db-a', 'request', { label: 'SQL' }),
      edge('ec2-b', 'db-a', 'request'),
      edge('db-a', 'db-b', 'replication', { label: 'synchronous' }),
      edge('ec2-a', 'queue', 'event', { label: 'order placed' }),
      edge('queue', 'worker', 'event'),
      edge('worker', 'table', 'data'),
      edge('dc', 'vpc', 'request', { label: 'Site-to-Site VPN', protocol: 'IPsec' }),
    ],
  )
}
