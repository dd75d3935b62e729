import type { Disposition, EdgeKind } from '../model/records'

export type ThemeName = 'light' | 'dark'

/** Colours of a picture, hex. Group colours come from the catalogue. */
export interface PictureTheme {
  name: ThemeName
  background: string
  text: string
  mutedText: string
  /** Plate under a connector's label. */
  plate: string
  plateBorder: string
  /** Box of a service that the catalogue does not know. */
  unknown: { fill: string; border: string; text: string }
  edge: Readonly<Record<EdgeKind, string>>
  /** Open lock of a connector that is known to be unencrypted. */
  unencrypted: string
  /** The sign of a link. */
  link: string
  /** How strongly a group's colour tints its inside, 0 to 1, times the kind's own share. */
  tint: number
}

export const themes: Readonly<Record<ThemeName, PictureTheme>> = {
  light: {
    name: 'light',
    background: '#ffffff',
    text: '#16191f',
    mutedText: '#545b64',
    plate: '#ffffff',
    plateBorder: '#d5dbe3',
    unknown: { fill: '#f4f6f8', border: '#7d8998', text: '#414d5c' },
    edge: {
      request: '#414d5c',
      data: '#414d5c',
      event: '#b5136a',
      replication: '#6b3fd4',
      dependency: '#626d7b',
    },
    unencrypted: '#c4320a',
    link: '#2158d6',
    tint: 1,
  },
  dark: {
    name: 'dark',
    background: '#12151b',
    text: '#e6eaf0',
    mutedText: '#a3aebc',
    plate: '#1b2029',
    plateBorder: '#343c49',
    unknown: { fill: '#1b2029', border: '#8d98a6', text: '#d1d8e0' },
    edge: {
      request: '#c1cad6',
      data: '#c1cad6',
      event: '#f28bc0',
      replication: '#b79bff',
      dependency: '#8d98a6',
    },
    unencrypted: '#ff9466',
    link: '#6c9dff',
    tint: 1.5,
  },
}

/** How a kind of connector is drawn. Width and dashes in px. */
export interface EdgeStyle {
  widthPx: number
  dash: string | null
  /** Drawn as two lines this far apart. */
  doublePx: number
  cap: 'butt' | 'round'
}

export const edgeStyles: Readonly<Record<EdgeKind, EdgeStyle>> = {
  request: { widthPx: 1.5, dash: null, doublePx: 0, cap: 'butt' },
  data: { widthPx: 2.5, dash: null, doublePx: 0, cap: 'butt' },
  event: { widthPx: 1.5, dash: '6 4', doublePx: 0, cap: 'butt' },
  replication: { widthPx: 1.25, dash: null, doublePx: 4, cap: 'butt' },
  dependency: { widthPx: 2, dash: '0.1 5', doublePx: 0, cap: 'round' },
}

/** What a connector's kind is called on it when it has no label of its own; `null` for the plain kind. */
export const edgeKindWords: Readonly<Record<EdgeKind, string | null>> = {
  request: null,
  data: 'data',
  event: 'event',
  replication: 'replication',
  dependency: 'depends on',
}

/** Chip of a workload's disposition; white text on each is at least 4.5 : 1. */
export const dispositionColors: Readonly<Record<Disposition, string>> = {
  rehost: '#1f5fbf',
  replatform: '#0b7a75',
  relocate: '#6b3fd4',
  refactor: '#a84b00',
  repurchase: '#b5136a',
  retire: '#5f6b7a',
  retain: '#3b4656',
}

/** Risk as shape and colour; a question is a blue "?". */
export const badgeColors = {
  critical: '#b4232c',
  high: '#b85400',
  medium: '#8a6a00',
  low: '#5f6b7a',
  question: '#1f5fbf',
} as const

export type BadgeKind = keyof typeof badgeColors
