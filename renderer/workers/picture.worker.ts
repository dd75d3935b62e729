import { pngChunk } from '#shared/formats/picture/png'
import type { Rect } from '#shared/model/geometry'
import type { MarkId } from '#shared/model/ids'
import type { Mark } from '#shared/model/records'
import { fromBase64 } from '#shared/lib/bytes'
import type { FontFile } from '../pictures/font'
import { createPicture, type PictureContent, type PictureScale } from '../pictures/paint-picture'
import type { Adler } from '../pictures/png/adler'
import { compressStrip, type Channels } from '../pictures/png/strip'
import { StripPainter } from '../pictures/strip-painter'

/** What the worker is asked: a picture, whose answer is waited for, its icons, then strips in any order. */
export type PictureRequest =
  | { kind: 'begin'; shown: PictureContent; scale: PictureScale; fonts: readonly FontFile[] }
  /** By their catalogue path. Has no answer. */
  | { kind: 'icons'; icons: ReadonlyMap<string, ImageBitmap> }
  | { kind: 'strip'; topPx: number; rows: number }

export type PictureAnswer =
  | {
      kind: 'begun'
      widthPx: number
      heightPx: number
      /** Pixels for each board unit. */
      scale: number
      /** What the picture shows, board units. */
      bounds: Rect
      /** How high strips are to be, but for the last. */
      rows: number
    }
  | { kind: 'strip'; chunk: Uint8Array<ArrayBuffer>; adler: Adler }
  | { kind: 'failed'; message: string }

let painter: StripPainter | null = null
let channels: Channels = 3
const images = new Map<MarkId, ImageBitmap>()
let icons: ReadonlyMap<string, ImageBitmap> = new Map()

self.onmessage = ({ data }: MessageEvent<PictureRequest>) => {
  answer(data).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error)
    self.postMessage({ kind: 'failed', message } satisfies PictureAnswer)
  })
}

async function answer(request: PictureRequest): Promise<void> {
  if (request.kind === 'begin') {
    const ready = Promise.all([
      loadFonts(request.fonts),
      decodeImages(request.shown.content.marks ?? []),
    ])
    const picture = createPicture(request.shown, { get: (icon) => icons.get(icon) ?? null }, images)
    await ready
    channels = request.shown.background === 'solid' ? 3 : 4
    painter = new StripPainter(picture, scaleFor(picture.bounds, request.scale))
    const { widthPx, heightPx, scale, rows } = painter
    const { bounds } = picture
    self.postMessage({
      kind: 'begun',
      widthPx,
      heightPx,
      scale,
      bounds,
      rows,
    } satisfies PictureAnswer)
    return
  }
  if (request.kind === 'icons') {
    icons = request.icons
    return
  }
  if (!painter) throw new Error('there is no picture to paint')
  const pixels = painter.strip(request.topPx, request.rows)
  const { deflated, adler } = compressStrip(pixels, painter.widthPx, channels)
  const chunk = pngChunk('IDAT', deflated)
  self.postMessage({ kind: 'strip', chunk, adler } satisfies PictureAnswer, {
    transfer: [chunk.buffer],
  })
}

function scaleFor({ w, h }: Rect, scale: PictureScale): number {
  return typeof scale === 'number' ? scale : Math.min(2, scale.within.w / w, scale.within.h / h)
}

/** Loads the type that a picture is painted in, which has to be there first. */
async function loadFonts(files: readonly FontFile[]): Promise<void> {
  // A worker has fonts of its own; the library's types only know those of a document.
  const { fonts } = self as unknown as FontFaceSource
  await Promise.all(
    files.map(({ url, range }) => {
      const face = new FontFace('Inter Variable', `url("${url}")`, {
        weight: '100 900',
        unicodeRange: range,
      })
      fonts.add(face)
      return face.load()
    }),
  )
}

/** Decodes the pictures on the board; a plain box stands for one that is damaged. */
async function decodeImages(marks: readonly Mark[]): Promise<void> {
  await Promise.all(
    marks.map(async (mark) => {
      if (mark.kind !== 'image') return
      const bytes = fromBase64(mark.data)
      if (!bytes) return
      try {
        images.set(mark.id, await createImageBitmap(new Blob([bytes], { type: mark.mime })))
      } catch {
        return
      }
    }),
  )
}
