import { GROUP_HEADER, GROUP_PADDING, SERVICE_SIZE } from '../model/geometry'
import { EdgeId, NodeId } from '../model/ids'
import type { BoardEdge, BoardNode, GroupNode } from '../model/records'
import { keyAfter } from '../operations/order'
import { freePlace } from './free-place'
import type { Repair } from './repair'

/** Puts a copy of a node, with the same connectors, into another Availability Zone of its VPC. */
export function copyToOtherZone(repair: Repair, node: BoardNode): void {
  const { view } = repair
  const around = view.ancestors(node.id)
  const zoneAt = around.findIndex((group) => group.groupKind === 'availabilityZone')
  const zone = around[zoneAt]
  if (!zone) return
  const copies = repair.look().tier(node)
  if (copies.some((other) => other.id !== node.id && !isIn(repair, other, zone))) return
  const other = otherZone(repair, zone)
  const holder = sameInside(repair, other, around.slice(0, zoneAt).reverse())
  const made: BoardNode = {
    ...node,
    id: NodeId.parse(repair.edit.newId()),
    parentId: holder,
    ...freePlace(repair.view, holder, null, SERVICE_SIZE),
    label: nextName(node.label),
    order: keyAfter(repair.view.nodes),
  }
  repair.put(made)
  for (const edge of view.edgesIn(node.id)) copyEdge(repair, { ...edge, target: made.id })
  for (const edge of view.edgesOut(node.id)) copyEdge(repair, { ...edge, source: made.id })
}

function copyEdge(repair: Repair, edge: BoardEdge): void {
  const id = EdgeId.parse(repair.edit.newId())
  repair.apply([{ op: 'addEdge', edge: { ...edge, id, order: keyAfter(repair.view.edges) } }])
}

function isIn(repair: Repair, node: BoardNode, zone: GroupNode): boolean {
  return repair.view.ancestors(node.id).some((up) => up.id === zone.id)
}

/** Another zone beside this one; a new one under it where there is none. */
function otherZone(repair: Repair, zone: GroupNode): NodeId {
  const sibling = repair.view
    .children(zone.parentId)
    .find(
      (one) => one.kind === 'group' && one.groupKind === 'availabilityZone' && one.id !== zone.id,
    )
  if (sibling) return sibling.id
  const below = Math.max(
    ...repair.view.children(zone.parentId).map((one) => one.y + one.h),
    zone.y + zone.h,
  )
  const rect = { x: zone.x, y: below + 24, w: zone.w, h: Math.min(zone.h, 220) }
  return repair.addGroup('availabilityZone', rect, zone.parentId, nextName(zone.label), {}, [])
}

/** The same groups inside the other zone, found or made, outermost first. */
function sameInside(repair: Repair, zone: NodeId, groups: readonly GroupNode[]): NodeId {
  let at = zone
  for (const group of groups) {
    const there = repair.view
      .children(at)
      .find((one) => one.kind === 'group' && one.groupKind === group.groupKind)
    const holder = repair.view.node(at)
    if (there) at = there.id
    else if (holder) {
      const size = {
        w: SERVICE_SIZE.w + 2 * GROUP_PADDING,
        h: SERVICE_SIZE.h + GROUP_HEADER + 2 * GROUP_PADDING,
      }
      const rect = { ...freePlace(repair.view, at, null, size), ...size }
      const facts = Object.fromEntries(
        Object.entries(group.facts).flatMap(([key, fact]) =>
          fact.value === null || key === 'cidr' || key === 'name' ? [] : [[key, fact.value]],
        ),
      )
      at = repair.addGroup(group.groupKind, rect, at, nextName(group.label), facts, [])
    }
  }
  return at
}

/** "Web 1" → "Web 2", "Private subnet A" → "Private subnet B", "Web" → "Web 2". */
function nextName(label: string): string {
  const number = /^(.*?)(\d+)$/.exec(label)
  if (number) return `${number[1]}${Number(number[2]) + 1}`
  const letter = /^(.*[\s\d-])([a-eA-E])$/.exec(label)
  if (letter) return `${letter[1]}${String.fromCharCode((letter[2] ?? 'a').charCodeAt(0) + 1)}`
  return label === '' ? '' : `${label} 2`
}
