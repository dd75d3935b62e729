import { center, iconRect, type Point, type Rect } from '../model/geometry'
import type { BoardNode } from '../model/records'
import { nodeDrawing } from './node-drawing'

/** Sides of a node, as numbers: the routes of a large board are worked out without allocating. */
export type Side = 0 | 1 | 2 | 3
export const RIGHT: Side = 0
export const LEFT: Side = 1
export const BOTTOM: Side = 2
export const TOP: Side = 3
export const SIDES: readonly Side[] = [RIGHT, LEFT, BOTTOM, TOP]

/** Between a service's icon and a connector's end. */
export const GAP = 4
/** Between the end of a service's label and a connector's end below it. */
const GAP_UNDER = 2
/** A connector keeps this far from the ends of a side that it meets. */
const CORNER_OF_ICON = 8
const CORNER_OF_GROUP = 16

/** Where connectors meet a node: the icon of a service, or the border of a group. Board units. */
export interface Anchor {
  readonly isGroup: boolean
  /** Icon or border. */
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** Top of a service's chip, where it has one; a connector's end above the service stays clear of it. */
  readonly over: number
  /** A service's label; without extent where there is none. */
  readonly labelX0: number
  readonly labelX1: number
  readonly labelY1: number
  /** How far an end may slide along the left and right sides, and along top and bottom, both ways from the middle. */
  readonly slackUpright: number
  readonly slackLevel: number
}

/** Memo by record: wrapping text is dear, and most nodes stay as they are. */
const anchors = new WeakMap<BoardNode, Anchor>()

export function anchorOf(node: BoardNode): Anchor {
  const known = anchors.get(node)
  if (known) return known
  const made = node.kind === 'group' ? groupAnchor(node) : serviceAnchor(node)
  anchors.set(node, made)
  return made
}

/** The anchor of a node that is shown elsewhere than it stands: while it is dragged or resized. */
export function anchorAt(node: BoardNode, rect: Rect): Anchor {
  if (node.kind === 'group') return groupAnchor(rect)
  const anchor = anchorOf(node)
  const dx = rect.x + rect.w / 2 - (node.x + node.w / 2)
  const dy = rect.y - node.y
  return {
    ...anchor,
    x0: anchor.x0 + dx,
    x1: anchor.x1 + dx,
    y0: anchor.y0 + dy,
    y1: anchor.y1 + dy,
    over: anchor.over + dy,
    labelX0: anchor.labelX0 + dx,
    labelX1: anchor.labelX1 + dx,
    labelY1: anchor.labelY1 + dy,
  }
}

function serviceAnchor(node: Extract<BoardNode, { kind: 'service' }>): Anchor {
  const icon = iconRect(node)
  const { labelBox, chip } = nodeDrawing(node)
  const slack = icon.w / 2 - CORNER_OF_ICON
  return {
    isGroup: false,
    x0: icon.x,
    y0: icon.y,
    x1: icon.x + icon.w,
    y1: icon.y + icon.h,
    over: chip ? Math.min(chip.rect.y, icon.y) : icon.y,
    labelX0: labelBox.x,
    labelX1: labelBox.x + labelBox.w,
    labelY1: labelBox.y + labelBox.h,
    slackUpright: slack,
    slackLevel: slack,
  }
}

function groupAnchor({ x, y, w, h }: Rect): Anchor {
  return {
    isGroup: true,
    x0: x,
    y0: y,
    x1: x + w,
    y1: y + h,
    over: y,
    labelX0: x,
    labelX1: x,
    labelY1: y + h,
    slackUpright: Math.max(0, h / 2 - CORNER_OF_GROUP),
    slackLevel: Math.max(0, w / 2 - CORNER_OF_GROUP),
  }
}

/** Whether connectors leave this side to the left or right, rather than up or down. */
export function isUpright(side: Side): boolean {
  return side < 2
}

/** Outward along the side's axis. */
export function outward(side: Side): 1 | -1 {
  return side === RIGHT || side === BOTTOM ? 1 : -1
}

/** Middle of the range in which connectors may meet a side. */
export function portX(a: Anchor, side: Side): number {
  const gap = a.isGroup ? 0 : GAP
  return side === LEFT ? a.x0 - gap : side === RIGHT ? a.x1 + gap : (a.x0 + a.x1) / 2
}

export function portY(a: Anchor, side: Side): number {
  if (side === TOP) return a.isGroup ? a.y0 : a.over - GAP
  if (side === BOTTOM) return a.isGroup ? a.y1 : a.labelY1 + GAP_UNDER
  return (a.y0 + a.y1) / 2
}

/** How far an end may slide along a side, both ways. */
export function slackOf(a: Anchor, side: Side): number {
  return isUpright(side) ? a.slackUpright : a.slackLevel
}

export function anchorCenter(a: Anchor): Point {
  return center({ x: a.x0, y: a.y0, w: a.x1 - a.x0, h: a.y1 - a.y0 })
}

/** Whether a rectangle meets what is drawn of a node, more than at its edge. Icon and label are one: nothing fits between. */
export function meetsBody(
  a: Anchor,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean {
  if (right > a.x0 && left < a.x1 && bottom > a.over && top < a.y1) return true
  return right > a.labelX0 && left < a.labelX1 && bottom > a.y1 - 1 && top < a.labelY1
}

/** Whether connectors see no difference. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a === b ||
    (a.x0 === b.x0 &&
      a.y0 === b.y0 &&
      a.x1 === b.x1 &&
      a.y1 === b.y1 &&
      a.over === b.over &&
      a.labelX0 === b.labelX0 &&
      a.labelX1 === b.labelX1 &&
      a.labelY1 === b.labelY1 &&
      a.isGroup === b.isGroup)
  )
}
