import type { BoardNode, GroupNode } from '../model/records'
import { combine, decided, drawn, factAtLeast, type Finding } from './finding'
import { zoneOf } from './placement'
import { isNode, type Scene, type Thing } from './scene'

/**
 * Whether the tier of `about` has at least `least` instances.
 *
 * The fact `instances` counts all copies wherever they are, so it speaks for what is not drawn, too. An Auto Scaling
 * group answers for everything inside it with its minimum capacity, however many boxes are drawn in it.
 */
export function tierSizeAtLeast(scene: Scene, about: Thing, least: number): Finding {
  if (!isNode(about)) return decided(false)
  if (about.kind === 'group') return factAtLeast(scene, about, 'minCapacity', least)
  const members = scene.tier(about)
  const scaling = new Map<string, GroupNode>()
  const single: BoardNode[] = []
  for (const member of members) {
    const group = scalingGroup(scene, member)
    if (group) scaling.set(group.id, group)
    else single.push(member)
  }
  if (scaling.size + single.length >= least)
    return decided(true, [...single, ...scaling.values()].slice(0, least).map(drawn))
  return combine(
    [
      ...[...scaling.values()].map((group) => factAtLeast(scene, group, 'minCapacity', least)),
      ...single.map((node) => factAtLeast(scene, node, 'instances', least)),
    ],
    true,
  )
}

/**
 * Whether the tier of `about` is spread over at least `least` Availability Zones.
 *
 * Zones that are drawn count first. Then `availabilityZones` speaks for what is not drawn, and must agree with
 * `instances`: one instance cannot be in two zones. What is drawn inside one zone stays there where its group is
 * `complete`, and an Auto Scaling group drawn inside one zone always does.
 */
export function tierZonesAtLeast(scene: Scene, about: Thing, least: number): Finding {
  if (!isNode(about)) return decided(false)
  const members = about.kind === 'group' ? [about] : scene.tier(about)
  const zones = new Map<string, BoardNode>()
  for (const member of members) {
    const zone = zoneOf(scene, member)
    if (zone === null || zones.has(zone)) continue
    zones.set(zone, member)
    // Members are sorted, so the same ones decide in whatever order they were drawn.
    if (zones.size >= least) return decided(true, [...zones.values()].map(drawn))
  }
  return combine(
    members.map((member) => {
      const inZone = zoneOf(scene, member) !== null
      const group = member.kind === 'group' ? member : scalingGroup(scene, member)
      if (group) {
        if (inZone) return decided(false, [drawn(group)])
        return factAtLeast(scene, group, 'availabilityZones', least)
      }
      if (inZone && scene.completeness(member).complete) return decided(false, [drawn(member)])
      const zonesStated = factAtLeast(scene, member, 'availabilityZones', least)
      if (members.length > 1) return zonesStated
      return combine([zonesStated, factAtLeast(scene, member, 'instances', least)], false)
    }),
    true,
  )
}

function scalingGroup(scene: Scene, node: BoardNode): GroupNode | undefined {
  return scene.ancestors(node).find((up) => up.groupKind === 'autoScalingGroup')
}
