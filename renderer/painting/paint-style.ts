import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { ImageMark } from '#shared/model/records'
import { FONT_FAMILY, type TextStyle } from '#shared/render/text'
import type { BadgeKind, PictureTheme } from '#shared/render/theme'

/** Where the icons that are painted come from; `px` is the size in device pixels. */
export interface Icons {
  get(icon: string, theme: PictureTheme['name'], px: number): CanvasImageSource | null
}

export interface PaintBadge {
  kind: BadgeKind
  count: number
}

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** What painting depends on besides the board. */
export interface PaintStyle {
  theme: PictureTheme
  /** Behind everything, hex: rims around text and chips take it. */
  background: string
  /** Device pixels for a board unit. */
  scale: number
  icons: Icons
  /** A picture that was put on the board; `null` until it can be drawn. */
  picture(mark: ImageMark): CanvasImageSource | null
  badge(id: NodeId): PaintBadge | undefined
  /** The node whose label is being typed over. */
  unlabelled: NodeId | null
  /** Given for a picture that is saved: it looks as the board's SVG does. */
  finish?: PictureFinish
}

export interface PictureFinish {
  /** Whether a connector passes behind a group's name, which then needs a rim. */
  isCrossed(labelBox: Rect): boolean
}

/** From how many device pixels for a unit something is drawn in full; below, it is drawn as what remains of it. */
export const DETAIL = {
  icon: 0.14,
  label: 0.36,
  /** Bars in place of labels. */
  bars: 0.2,
  badge: 0.28,
  corners: 0.3,
  arrows: 0.22,
  plates: 0.36,
} as const

export function setFont(ctx: Context, { sizePx, weight }: TextStyle): void {
  ctx.font = `${weight} ${sizePx}px ${FONT_FAMILY}`
}
