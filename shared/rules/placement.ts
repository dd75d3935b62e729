import type { BoardNode } from '../model/records'
import type { Scene } from './scene'

/** A name such as `eu-central-1a` or `euc1-az2` says which zone it is, wherever the box is drawn. */
const ZONE_NAME = /\b([a-z]{2}(?:-[a-z]+)+-\d[a-z]|[a-z]{3,4}\d-az\d)\b/

/**
 * The Availability Zone a node is drawn in, as a key; `null` where none is drawn.
 *
 * Two boxes are two zones, unless both carry the same real zone name: people draw one zone once per tier.
 */
export function zoneOf(scene: Scene, node: BoardNode): string | null {
  const zone = scene.ancestors(node).find((up) => up.groupKind === 'availabilityZone')
  if (!zone) return null
  const said = scene.fact(zone, 'name')?.value
  const named = ZONE_NAME.exec(
    `${zone.label} ${typeof said === 'string' ? said : ''}`.toLowerCase(),
  )
  return named?.[1] ?? zone.id
}

/** The network a node belongs to, as a key: a VPC, a site, the outside world, or AWS beyond any drawn VPC. */
export function networkOf(scene: Scene, node: BoardNode): string {
  const around = scene.ancestors(node)
  const site = around.find((up) => up.groupKind === 'corporateDataCenter')
  if (site) return `site:${site.id}`
  const scope = scene.scope(node)
  if (scope === 'external') return 'outside'
  if (scope === 'on-premises') return 'site'
  if (node.kind === 'group' && node.groupKind === 'corporateDataCenter') return `site:${node.id}`
  if (node.kind === 'group' && node.groupKind === 'vpc') return `vpc:${node.id}`
  const vpc = around.find((up) => up.groupKind === 'vpc')
  return vpc ? `vpc:${vpc.id}` : 'aws'
}
