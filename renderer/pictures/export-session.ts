import type { PictureOnly } from '#shared/render/board-svg'
import type { ThemeName } from '#shared/render/theme'
import type { SavedBy } from '#shared/formats/session-file/serialize'
import type { BoardView } from '#shared/model/board-view'
import type { Size } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { SessionContent } from '#shared/model/session'
import type { RoutedEdge } from '#shared/render/route'
import type { PaintBadge } from '../painting/paint-style'
import { packRoutes } from '../canvas/packed-routes'
import { fontCss, textOf } from './font'
import { iconsFor } from './icons'
import type { PictureContent } from './paint-picture'
import { textOfFile } from './text-in-worker'
import { paintPng, type PaintedPng, type Watch } from './paint-png'

type Routes = ReadonlyMap<EdgeId, RoutedEdge>

export interface PictureOptions {
  theme: ThemeName
  background: 'solid' | 'transparent'
  /** `null`: the whole board. */
  only: PictureOnly | null
  /** What the checks say of services; left out when not given. */
  badges?: ReadonlyMap<NodeId, PaintBadge>
  /** Put the session inside, so that the picture opens again. */
  carry: boolean
}

export interface ExportedFile {
  name: string
  /** With its media type. */
  content: Blob
}

/**
 * A self-contained SVG, with its font.
 *
 * @throws PictureError
 * @throws AbortError when `signal` fires first
 */
export async function exportSvg(
  view: BoardView,
  content: SessionContent,
  { theme, background, only, badges, carry }: PictureOptions,
  { routes, signal }: PictureHelp,
): Promise<ExportedFile> {
  const svg = await textOfFile(
    {
      kind: 'svg',
      content,
      boardId: view.board.id,
      routes: routes ? packRoutes(routes) : null,
      icons: await iconsFor(view),
      look: {
        theme,
        background,
        fontCss: await fontCss(textOf(view)),
        title: `${content.meta.title} · ${view.board.name}`,
        ...(only && { only }),
        ...(badges && { badges }),
      },
      carriedBy: carry ? savedNow() : null,
    },
    signal,
  )
  return {
    name: `${fileStem(content, view)}.svg`,
    content: new Blob([svg], { type: 'image/svg+xml' }),
  }
}

export interface PictureHelp extends Watch {
  /** Where the connectors run, when that is known. */
  routes?: Routes | undefined
}

/**
 * @param scale pixels for each board unit: 1, 2 or 4
 * @throws PictureError
 * @throws AbortError when `signal` fires first
 */
export async function exportPng(
  view: BoardView,
  content: SessionContent,
  options: PictureOptions,
  scale: number,
  { routes, ...watch }: PictureHelp,
): Promise<ExportedFile> {
  const carried = options.carry ? await sessionJson(content, watch.signal) : null
  const { blob } = await paintPng(shownOf(view, options, routes), scale, carried, watch)
  return { name: `${fileStem(content, view)}@${scale}x.png`, content: blob }
}

/** The picture in small, and what size it has in board units, which is its size in px at 1×. */
export function previewPng(
  view: BoardView,
  options: PictureOptions,
  within: Size,
  { routes, ...watch }: PictureHelp,
): Promise<PaintedPng> {
  return paintPng(shownOf(view, options, routes), { within }, null, watch)
}

/** @throws AbortError when `signal` fires first */
export async function exportJson(
  content: SessionContent,
  signal?: AbortSignal,
): Promise<ExportedFile> {
  const json = await sessionJson(content, signal)
  return {
    name: `${fileStem(content)}.json`,
    content: new Blob([json], { type: 'application/json' }),
  }
}

function shownOf(view: BoardView, options: PictureOptions, routes?: Routes): PictureContent {
  return {
    content: { board: view.board, nodes: view.nodes, edges: view.edges, marks: view.marks },
    only: options.only,
    badges: options.badges ?? new Map(),
    theme: options.theme,
    background: options.background,
    ...(routes ? { routes: packRoutes(routes) } : {}),
  }
}

function sessionJson(content: SessionContent, signal?: AbortSignal): Promise<string> {
  return textOfFile({ kind: 'session', content, savedBy: savedNow() }, signal)
}

function savedNow(): SavedBy {
  return { app: __APP_VERSION__, savedAt: Date.now() }
}

/** A name every file system takes: "Web shop – Current" → `Web shop - Current`. */
function fileStem(content: SessionContent, view?: BoardView): string {
  const raw = view ? `${content.meta.title} - ${view.board.name}` : content.meta.title
  const clean = raw
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 120)
  return clean === '' ? 'Drawbridge session' : clean
}
