import { getStroke } from 'perfect-freehand'
import { inflate, union, type Point, type Rect } from '../model/geometry'
import type { Ink, Mark, StickyColor, StickyMark } from '../model/records'
import type { TextLine } from './node-drawing'
import { num } from './route'
import { ellipsize, measureText, wrapLabel, type TextStyle } from './text'
import type { ThemeName } from './theme'

/** One thing to draw of a mark, in board units; canvas and pictures draw the same. */
export type MarkPart =
  | { kind: 'rect'; rect: Rect; radius: number; paint: Paint }
  | { kind: 'ellipse'; rect: Rect; paint: Paint }
  | { kind: 'path'; d: string; paint: Paint }
  | { kind: 'text'; line: TextLine; style: TextStyle; color: string }
  | { kind: 'image'; rect: Rect }

export interface Paint {
  fill?: string
  /** Of the fill, 0 to 1. */
  opacity?: number
  stroke?: string
  widthPx?: number
}

/** Paper, its edge and what is written on it; text on paper is at least 7 : 1. */
export const stickyColors: Readonly<
  Record<ThemeName, Readonly<Record<StickyColor, { paper: string; edge: string; text: string }>>>
> = {
  light: {
    yellow: { paper: '#fdf0b0', edge: '#ead88a', text: '#3b2f05' },
    blue: { paper: '#d3e6fd', edge: '#b3cff0', text: '#10294a' },
    green: { paper: '#d5f0d9', edge: '#b4d9ba', text: '#0f3519' },
    pink: { paper: '#fbdbe6', edge: '#ecbccd', text: '#4a1029' },
    purple: { paper: '#e5dcfb', edge: '#ccbfee', text: '#2b1659' },
    grey: { paper: '#e8ebef', edge: '#d0d5dc', text: '#1f2630' },
  },
  dark: {
    yellow: { paper: '#4a3f14', edge: '#655720', text: '#fbf0c2' },
    blue: { paper: '#1c3658', edge: '#2b4d79', text: '#d9e9ff' },
    green: { paper: '#1b4027', edge: '#2b5a3a', text: '#d8f3de' },
    pink: { paper: '#532339', edge: '#72354f', text: '#ffdfea' },
    purple: { paper: '#382962', edge: '#4f3d83', text: '#e9e1ff' },
    grey: { paper: '#2f3641', edge: '#444d5b', text: '#e9ecf1' },
  },
}

/** Colours that lines and letters come in; each at least 4.5 : 1 on the theme's background. */
export const inks: Readonly<Record<ThemeName, Readonly<Record<Ink, string>>>> = {
  light: {
    ink: '#16191f',
    muted: '#57606d',
    blue: '#1f5fbf',
    red: '#b4232c',
    green: '#176b41',
    orange: '#a84b00',
    purple: '#6b3fd4',
  },
  dark: {
    ink: '#e6eaf0',
    muted: '#a3aebc',
    blue: '#7fb0ff',
    red: '#ff8a8a',
    green: '#62d196',
    orange: '#ffac70',
    purple: '#bda2ff',
  },
}

/** Between a sticky's or shape's border and its text. */
export const MARK_PADDING = 12
/** Height of a line of text for its size. */
export const MARK_LINE = 1.35
const LINE_WIDTH = 2
const SHAPE_TINT = 0.09
/** What a text in a box is set in: the largest in which it fits, or the last. */
const BOX_SIZES = [16, 14, 12, 10] as const
const PILL_HEIGHT = 22
const PILL_GAP = 4

/** The place a mark takes, all that is drawn of it. */
export function markExtent(mark: Mark): Rect {
  const known = extents.get(mark)
  if (known) return known
  const made = extentOf(mark)
  extents.set(mark, made)
  return made
}

const extents = new WeakMap<Mark, Rect>()

function extentOf(mark: Mark): Rect {
  if (mark.kind === 'stroke') return inflate(mark, mark.sizePx)
  if (mark.kind === 'line') return inflate(mark, mark.arrow ? 10 : LINE_WIDTH)
  if (mark.kind === 'text') return inflate({ ...mark, h: Math.max(mark.h, textHeight(mark)) }, 2)
  if (mark.kind !== 'sticky') return inflate(mark, LINE_WIDTH)
  const pills = votePills(mark).map(({ rect }) => rect)
  return inflate(union([mark, ...pills]) ?? mark, 1)
}

/** All that is drawn of a mark, bottom first. */
export function markParts(mark: Mark, theme: ThemeName): readonly MarkPart[] {
  const known = drawn[theme].get(mark)
  if (known) return known
  const made = partsOf(mark, theme)
  drawn[theme].set(mark, made)
  return made
}

const drawn: Record<ThemeName, WeakMap<Mark, readonly MarkPart[]>> = {
  light: new WeakMap(),
  dark: new WeakMap(),
}

function partsOf(mark: Mark, theme: ThemeName): MarkPart[] {
  switch (mark.kind) {
    case 'sticky':
      return stickyParts(mark, theme)
    case 'text': {
      const color = inks[theme][mark.color]
      const style = textStyle(mark)
      return freeLines(mark).map((text, i) => ({
        kind: 'text',
        line: { text, x: mark.x, y: baseline(mark.y, i, style), anchor: 'start' },
        style,
        color,
      }))
    }
    case 'shape': {
      const color = inks[theme][mark.color]
      const paint: Paint = {
        stroke: color,
        widthPx: LINE_WIDTH,
        ...(mark.fill === 'tint' ? { fill: color, opacity: SHAPE_TINT } : {}),
      }
      const { lines, style } = boxText(mark)
      const top = mark.y + (mark.h - lines.length * style.sizePx * MARK_LINE) / 2
      return [
        mark.shape === 'rectangle'
          ? { kind: 'rect', rect: boxOf(mark), radius: 6, paint }
          : { kind: 'ellipse', rect: boxOf(mark), paint },
        ...lines.map((text, i): MarkPart => ({
          kind: 'text',
          line: { text, x: mark.x + mark.w / 2, y: baseline(top, i, style), anchor: 'middle' },
          style,
          color: inks[theme].ink,
        })),
      ]
    }
    case 'line': {
      const color = inks[theme][mark.color]
      const [from, to] = mark.points
      const line: MarkPart = {
        kind: 'path',
        d: `M${pair(from)}L${pair(mark.arrow ? towards(to, from, 6) : to)}`,
        paint: { stroke: color, widthPx: LINE_WIDTH },
      }
      return mark.arrow
        ? [line, { kind: 'path', d: arrowhead(from, to), paint: { fill: color } }]
        : [line]
    }
    case 'stroke':
      return [{ kind: 'path', d: strokeOutline(mark), paint: { fill: inks[theme][mark.color] } }]
    case 'image':
      return [{ kind: 'image', rect: boxOf(mark) }]
  }
}

function stickyParts(mark: StickyMark, theme: ThemeName): MarkPart[] {
  const { paper, edge, text: color } = stickyColors[theme][mark.color]
  const { lines, style } = boxText(mark)
  return [
    {
      kind: 'rect',
      rect: boxOf(mark),
      radius: 4,
      paint: { fill: paper, stroke: edge, widthPx: 1 },
    },
    ...lines.map((text, i): MarkPart => ({
      kind: 'text',
      line: {
        text,
        x: mark.x + MARK_PADDING,
        y: baseline(mark.y + MARK_PADDING, i, style),
        anchor: 'start',
      },
      style,
      color,
    })),
    ...votePills(mark).flatMap(({ rect, emoji, count }): MarkPart[] => [
      {
        kind: 'rect',
        rect,
        radius: PILL_HEIGHT / 2,
        paint: { fill: PILL[theme].fill, stroke: edge, widthPx: 1 },
      },
      {
        kind: 'text',
        line: {
          text: `${emoji} ${count}`,
          x: rect.x + rect.w / 2,
          y: rect.y + 15.5,
          anchor: 'middle',
        },
        style: PILL_STYLE,
        color: PILL[theme].text,
      },
    ]),
  ]
}

const PILL_STYLE: TextStyle = { sizePx: 12, weight: 500 }
const PILL = {
  light: { fill: '#ffffff', text: '#16191f' },
  dark: { fill: '#1b2029', text: '#e6eaf0' },
} as const

export interface VotePill {
  emoji: string
  count: number
  rect: Rect
}

/** The votes of a sticky, in a row over its lower edge and further rows below. */
export function votePills(mark: StickyMark): VotePill[] {
  let x = mark.x + 8
  let y = mark.y + mark.h - PILL_HEIGHT / 2
  return Object.entries(mark.votes)
    .filter(([, names]) => names.length > 0)
    .map(([emoji, { length: count }]) => {
      const w = measureText(`${emoji} ${count}`, PILL_STYLE) + 14
      if (x + w > mark.x + mark.w && x > mark.x + 8) {
        x = mark.x + 8
        y += PILL_HEIGHT + PILL_GAP
      }
      const rect = { x, y, w, h: PILL_HEIGHT }
      x += w + PILL_GAP
      return { emoji, count, rect }
    })
}

/** Text of a sticky or shape, broken into lines, and what it is set in. */
export function boxText(mark: Extract<Mark, { kind: 'sticky' | 'shape' }>): {
  lines: readonly string[]
  style: TextStyle
} {
  const round = mark.kind === 'shape' && mark.shape === 'ellipse' ? Math.SQRT1_2 : 1
  const width = Math.max(8, mark.w * round - 2 * MARK_PADDING)
  const height = Math.max(8, mark.h * round - 2 * MARK_PADDING)
  for (const sizePx of BOX_SIZES) {
    const style: TextStyle = { sizePx, weight: 500 }
    const room = Math.max(1, Math.floor(height / (sizePx * MARK_LINE)))
    const lines = brokenLines(mark.text, width, room + 1, style)
    const longestWord = mark.text
      .slice(0, 2000)
      .split(/\s+/)
      .reduce((most, word) => Math.max(most, measureText(word, style)), 0)
    if (lines.length <= room && (longestWord <= width || sizePx <= 12)) return { lines, style }
    if (sizePx === BOX_SIZES.at(-1)) {
      const shown = lines.slice(0, room)
      const last = shown.pop() ?? ''
      return { lines: [...shown, ellipsize(`${last} ${mark.text}`, width, style)], style }
    }
  }
  return { lines: [], style: { sizePx: BOX_SIZES[0], weight: 500 } }
}

type FreeText = Extract<Mark, { kind: 'text' }>

function textStyle({ sizePx }: FreeText): TextStyle {
  return { sizePx, weight: 500 }
}

function freeLines(mark: FreeText): string[] {
  return brokenLines(mark.text, mark.w, 500, textStyle(mark))
}

/** Height of a text that stands by itself, as it is broken into lines. */
export function textHeight(mark: FreeText): number {
  return Math.max(1, freeLines(mark).length) * mark.sizePx * MARK_LINE
}

/** Lines as they were typed, each broken where it is too wide; at most so many. */
function brokenLines(text: string, widthPx: number, most: number, style: TextStyle): string[] {
  const lines: string[] = []
  if (text.trim() === '') return lines
  for (const typed of text.split('\n')) {
    const left = most - lines.length
    if (left <= 0) break
    const broken = wrapLabel(typed, widthPx, left, style)
    lines.push(...(broken.length === 0 ? [''] : broken))
  }
  return lines
}

function baseline(top: number, line: number, { sizePx }: TextStyle): number {
  return top + line * sizePx * MARK_LINE + sizePx * ((MARK_LINE - 1) / 2 + 0.86)
}

/** What a pen stroke covers, as path data: thin where it was fast or light. */
function strokeOutline(mark: Extract<Mark, { kind: 'stroke' }>): string {
  const points = mark.points.map(([x, y, pressure]) => [mark.x + x, mark.y + y, pressure])
  const outline = getStroke(points, {
    size: mark.sizePx,
    thinning: 0.5,
    smoothing: 0.5,
    streamline: 0.4,
    // A mouse has no pressure and says one half.
    simulatePressure: mark.points.every(([, , pressure]) => pressure === 0.5),
    last: true,
  })
  const [first] = outline
  if (!first) return ''
  const parts = [`M${num(first[0] ?? 0)} ${num(first[1] ?? 0)}Q`]
  outline.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = outline[(i + 1) % outline.length] ?? []
    parts.push(`${num(x)} ${num(y)} ${num((x + nextX) / 2)} ${num((y + nextY) / 2)} `)
  })
  return parts.join('').trim() + 'Z'
}

function arrowhead(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const foot = { x: to.x - along.x * 11, y: to.y - along.y * 11 }
  const side = { x: -along.y * 5, y: along.x * 5 }
  return `M${pair(to)}L${pair({ x: foot.x + side.x, y: foot.y + side.y })}L${pair({ x: foot.x - side.x, y: foot.y - side.y })}Z`
}

/** So far from a point in the direction of another, at most half of the way. */
function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(0.5, by / length)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function pair({ x, y }: Point): string {
  return `${num(x)} ${num(y)}`
}

function boxOf({ x, y, w, h }: Rect): Rect {
  return { x, y, w, h }
}
