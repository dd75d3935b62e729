import { containsPoint, type Point } from '#shared/model/geometry'
import { nodeDrawing } from '#shared/render/node-drawing'
import { openLink } from '../bridge/open-link'
import type { BoardScene } from '../painting/board-scene'
import type { Picked } from './pick'

/** Opens the link whose sign is at a point; says whether there is one. */
export function openLinkAt(scene: BoardScene, picked: Picked, point: Point): boolean {
  const node = picked?.kind === 'node' ? scene.node(picked.id) : undefined
  const sign = node && nodeDrawing(node).link
  if (!sign || node.link === undefined || !containsPoint(sign, point)) return false
  openLink(node.link)
  return true
}
