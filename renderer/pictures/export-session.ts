import { renderBoardSvg } from '#shared/render/board-svg'
import type { ThemeName } from '#shared/render/theme'
import { embedInPng } from '#shared/formats/picture/png'
import { serializeSession } from '#shared/formats/session-file/serialize'
import type { BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import type { SessionContent } from '#shared/model/session'
import { fontCss } from './font'
import { iconsFor } from './icons'
import { rasterize } from './rasterize'

export interface PictureOptions {
  theme: ThemeName
  background: 'solid' | 'transparent'
  /** `null`: the whole board. */
  only: ReadonlySet<NodeId> | null
  /** Put the session inside, so that the picture opens again. */
  carry: boolean
}

export interface ExportedFile {
  name: string
  mime: string
  bytes: Uint8Array<ArrayBuffer>
}

/** The picture as SVG, with its font; its size in px at 1×. */
export async function pictureSvg(
  view: BoardView,
  content: SessionContent,
  options: PictureOptions,
  carried?: string,
): Promise<{ svg: string; widthPx: number; heightPx: number }> {
  const text = [
    ...view.nodes.map((n) => n.label),
    ...view.edges.map((e) => e.label),
    view.board.name,
  ].join('')
  return renderBoardSvg({
    view,
    icons: await iconsFor(view),
    theme: options.theme,
    background: options.background,
    fontCss: await fontCss(text),
    title: `${content.meta.title} · ${view.board.name}`,
    ...(options.only ? { only: options.only } : {}),
    ...(carried === undefined ? {} : { embed: carried }),
  })
}

export async function exportSvg(
  view: BoardView,
  content: SessionContent,
  options: PictureOptions,
): Promise<ExportedFile> {
  const { svg } = await pictureSvg(
    view,
    content,
    options,
    options.carry ? sessionJson(content) : undefined,
  )
  return { name: `${fileStem(content, view)}.svg`, mime: 'image/svg+xml', bytes: utf8(svg) }
}

/** @param scale pixels for each board unit: 1, 2 or 4. */
export async function exportPng(
  view: BoardView,
  content: SessionContent,
  options: PictureOptions,
  scale: number,
): Promise<ExportedFile> {
  const picture = await pictureSvg(view, content, options)
  const { bytes } = await rasterize(picture, scale)
  const carried = options.carry ? new Uint8Array(embedInPng(bytes, sessionJson(content))) : bytes
  return { name: `${fileStem(content, view)}@${scale}x.png`, mime: 'image/png', bytes: carried }
}

export function exportJson(content: SessionContent): ExportedFile {
  return {
    name: `${fileStem(content)}.json`,
    mime: 'application/json',
    bytes: utf8(sessionJson(content)),
  }
}

function sessionJson(content: SessionContent): string {
  return serializeSession(content, { app: __APP_VERSION__, savedAt: Date.now() })
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
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
