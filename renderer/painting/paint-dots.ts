import type { Rect } from '#shared/model/geometry'
import type { Context } from './paint-style'

/** Between two dots at 100 %, board units; doubled where they would come closer than {@link LEAST_PX}. */
const GAP = 24
const LEAST_PX = 15
const RADIUS_PX = 0.7

/** The dots behind the board: they give a sense of scale, and show what panning does on an empty board. */
export function paintDots(ctx: Context, rect: Rect, scale: number, color: string): void {
  let gap = GAP
  while (gap * scale < LEAST_PX) gap *= 2
  const size = (2 * RADIUS_PX * Math.max(1, Math.min(scale, 2))) / scale
  const left = Math.floor(rect.x / gap) * gap
  const top = Math.floor(rect.y / gap) * gap
  ctx.fillStyle = color
  ctx.beginPath()
  for (let x = left; x <= rect.x + rect.w + size; x += gap)
    for (let y = top; y <= rect.y + rect.h + size; y += gap)
      ctx.rect(x - size / 2, y - size / 2, size, size)
  ctx.fill()
}
