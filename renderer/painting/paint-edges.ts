import { inflate, type Point, type Rect } from '#shared/model/geometry'
import type { EdgeKind } from '#shared/model/records'
import { EDGE_LABEL_STYLE, edgeDrawing, openLock } from '#shared/render/edge-drawing'
import { cornerRadius, type RoutedEdge } from '#shared/render/route'
import { edgeStyles } from '#shared/render/theme'
import type { SceneEdge } from './board-scene'
import { DETAIL, setFont, type Context, type PaintStyle } from './paint-style'

/**
 * Draws connectors: all of a kind in one stroke.
 *
 * @param within what is not near this part of the board may be left out
 * @param color overrides the kind's own
 */
export function paintEdges(
  ctx: Context,
  edges: readonly SceneEdge[],
  style: PaintStyle,
  within?: Rect,
  color?: string,
): void {
  const byKind = new Map<EdgeKind, SceneEdge[]>()
  for (const one of edges) {
    const list = byKind.get(one.edge.kind)
    if (list) list.push(one)
    else byKind.set(one.edge.kind, [one])
  }
  ctx.lineJoin = 'round'
  for (const [kind, list] of byKind) {
    ctx.strokeStyle = ctx.fillStyle = color ?? style.theme.edge[kind]
    if (style.scale < DETAIL.corners) paintFar(ctx, list, style.scale, within)
    else paintNear(ctx, kind, list)
  }
  ctx.setLineDash([])
  ctx.lineCap = 'butt'
}

/** From afar: one thin line each, no corners, no heads. */
function paintFar(ctx: Context, edges: readonly SceneEdge[], scale: number, within?: Rect): void {
  ctx.setLineDash([])
  ctx.lineWidth = Math.max(1.25, 0.75 / scale)
  ctx.globalAlpha = scale < 0.15 ? 0.45 : 0.7
  ctx.beginPath()
  const near = within && inflate(within, 2 * ctx.lineWidth)
  for (const { route } of edges)
    if (near) polylineIn(ctx, route.points, near)
    else polyline(ctx, route.points)
  ctx.stroke()
  if (scale >= DETAIL.arrows) {
    ctx.beginPath()
    for (const { route } of edges) arrow(ctx, route.points, 10)
    ctx.fill()
  }
  ctx.globalAlpha = 1
}

function paintNear(ctx: Context, kind: EdgeKind, edges: readonly SceneEdge[]): void {
  const { widthPx, dash, cap, doublePx } = edgeStyles[kind]
  ctx.lineWidth = widthPx
  ctx.lineCap = cap
  ctx.setLineDash(dash ? dash.split(' ').map(Number) : [])
  if (doublePx > 0) {
    for (const { edge, route } of edges)
      for (const line of edgeDrawing(edge, route).lines) ctx.stroke(new Path2D(line))
  } else {
    ctx.beginPath()
    for (const { route } of edges) rounded(ctx, route)
    ctx.stroke()
  }
  const thick = widthPx > 2 && cap === 'butt' ? 1.25 : doublePx > 0 ? 1.2 : 1
  ctx.beginPath()
  for (const { route } of edges) arrow(ctx, route.points, 8 * thick)
  ctx.fill()
}

function polyline(ctx: Context, points: readonly Point[]): void {
  points.forEach(({ x, y }, i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
}

/** Only the segments that touch a rectangle: most of a long connector is somewhere else. */
function polylineIn(ctx: Context, points: readonly Point[], rect: Rect): void {
  const [right, bottom] = [rect.x + rect.w, rect.y + rect.h]
  let [before, isDown] = [points[0], false]
  for (const point of points) {
    if (!before || point === before) continue
    const isNear =
      Math.min(before.x, point.x) <= right &&
      Math.max(before.x, point.x) >= rect.x &&
      Math.min(before.y, point.y) <= bottom &&
      Math.max(before.y, point.y) >= rect.y
    if (isNear) {
      if (!isDown) ctx.moveTo(before.x, before.y)
      ctx.lineTo(point.x, point.y)
    }
    isDown = isNear
    before = point
  }
}

/** A polyline with rounded corners that ends inside its arrowhead: the same curves as in pictures. */
function rounded(ctx: Context, route: RoutedEdge): void {
  const { points } = route
  const most = cornerRadius(route)
  const [first] = points
  const end = insideHead(points)
  if (!first || !end) return
  ctx.moveTo(first.x, first.y)
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner] = [points[i - 1], points[i]]
    const after = i === points.length - 2 ? end : points[i + 1]
    if (!before || !corner || !after) continue
    const [from, to] = [span(before, corner), span(corner, after)]
    const radius = Math.min(most, from / 2, to / 2)
    if (radius > 0) {
      const [enter, leave] = [radius / from, radius / to]
      ctx.lineTo(corner.x + (before.x - corner.x) * enter, corner.y + (before.y - corner.y) * enter)
      ctx.quadraticCurveTo(
        corner.x,
        corner.y,
        corner.x + (after.x - corner.x) * leave,
        corner.y + (after.y - corner.y) * leave,
      )
    } else ctx.lineTo(corner.x, corner.y)
  }
  ctx.lineTo(end.x, end.y)
}

/** Where a line ends, so that none shows beyond the arrowhead's tip. */
function insideHead(points: readonly Point[]): Point | undefined {
  const [before, tip] = [points[points.length - 2], points[points.length - 1]]
  if (!before || !tip) return tip
  const length = Math.hypot(tip.x - before.x, tip.y - before.y)
  const share = length === 0 ? 0 : Math.min(7, length) / length
  return { x: tip.x - (tip.x - before.x) * share, y: tip.y - (tip.y - before.y) * share }
}

function span(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function arrow(ctx: Context, points: readonly Point[], length: number): void {
  const [before, tip] = [points[points.length - 2], points[points.length - 1]]
  if (!before || !tip) return
  const far = Math.hypot(tip.x - before.x, tip.y - before.y)
  if (far === 0) return
  const [dx, dy] = [(tip.x - before.x) / far, (tip.y - before.y) / far]
  const [bx, by] = [tip.x - dx * length, tip.y - dy * length]
  ctx.moveTo(tip.x, tip.y)
  ctx.lineTo(bx + (dy * length) / 2, by - (dx * length) / 2)
  ctx.lineTo(bx - (dy * length) / 2, by + (dx * length) / 2)
  ctx.closePath()
}

/** The plates on connectors: what they say, and an open lock where nothing is encrypted. */
export function paintPlates(ctx: Context, edges: readonly SceneEdge[], style: PaintStyle): void {
  const { theme, finish } = style
  for (const { edge, route } of edges) {
    if (edge.label === '' && edge.kind === 'request' && isBare(edge.facts)) continue
    const { pill } = edgeDrawing(edge, route)
    if (!pill) continue
    const { rect, text, textAt, lock } = pill
    ctx.beginPath()
    ctx.roundRect(rect.x, rect.y, rect.w, rect.h, 4)
    ctx.fillStyle = theme.plate
    ctx.fill()
    ctx.strokeStyle = finish && lock ? theme.unencrypted : theme.plateBorder
    ctx.lineWidth = 1
    ctx.stroke()
    if (lock) paintLock(ctx, openLock(lock), theme.unencrypted, finish ? 1 : 0.2)
    setFont(ctx, EDGE_LABEL_STYLE)
    ctx.textAlign = 'center'
    ctx.fillStyle = finish ? theme.edge[edge.kind] : theme.mutedText
    ctx.fillText(text, textAt.x, textAt.y)
  }
}

function isBare(facts: Readonly<Record<string, unknown>>): boolean {
  return facts['protocol'] === undefined && facts['encrypted'] === undefined
}

function paintLock(
  ctx: Context,
  lock: { body: string; shackle: string },
  color: string,
  filled: number,
): void {
  const body = new Path2D(lock.body)
  ctx.strokeStyle = ctx.fillStyle = color
  ctx.globalAlpha = filled
  ctx.fill(body)
  ctx.globalAlpha = 1
  ctx.lineWidth = 1.4
  ctx.lineCap = 'round'
  if (filled < 1) ctx.stroke(body)
  ctx.stroke(new Path2D(lock.shackle))
  ctx.lineCap = 'butt'
}
