import type { Point } from '#shared/model/geometry'
import { ImageMark, LIMITS } from '#shared/model/records'
import type { NewMark } from '#shared/operations/marks'
import { toBase64 } from '#shared/lib/bytes'
import type { OpenSession } from '../../session/open-session'
import { putMarks } from './mark-gestures'

/** Longest side of a picture in the document, px, and as it is put on the board, board units. */
const MOST_PX = 1600
const MOST_UNITS = 480
/** How far each of several pictures lies from the one before, board units. */
const STEP = 32
const TYPES: readonly string[] = ImageMark.shape.mime.options

/** How a picture is written: the first that is small enough is taken. */
const ENCODINGS: readonly (readonly [type: ImageMark['mime'], quality: number])[] = [
  ['image/png', 1],
  ['image/webp', 0.9],
  ['image/webp', 0.75],
  ['image/jpeg', 0.6],
]
/** A photo is not worth writing without loss. */
const LOSSY = ENCODINGS.slice(1)

/** The pictures among files, of the kinds that a board can show. */
export function picturesIn(files: Iterable<File>): File[] {
  return [...files].filter(({ type }) => TYPES.includes(type))
}

/** Puts pictures on the board around a point, each an edit of its own; says which could not be taken. */
export async function addPictures(
  session: OpenSession,
  files: readonly File[],
  middle: Point,
): Promise<void> {
  for (const [i, file] of files.entries()) {
    const at = { x: middle.x + i * STEP, y: middle.y + i * STEP }
    const mark = await pictureMark(file, at)
    if (typeof mark === 'string') {
      session.view.getState().showHint(mark)
      continue
    }
    const ids = putMarks(session, [mark])
    if (ids.length > 0) session.view.getState().select([], [], ids)
  }
  session.view.canvas?.focus()
}

/** A picture as a mark around a point, or why it is none. */
async function pictureMark(file: File, middle: Point): Promise<NewMark | string> {
  const name = file.name === '' ? 'The picture' : `“${file.name}”`
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    return `${name} is damaged or no picture that can be read. Nothing was added.`
  }
  const { width, height } = bitmap
  const written = await smallEnough(bitmap, file.type === 'image/jpeg' ? LOSSY : ENCODINGS)
  bitmap.close()
  if (!written)
    return `${name} is too large for a board, even made smaller. Save it with fewer details and add it again.`
  const scale = Math.min(1, MOST_UNITS / Math.max(width, height))
  const w = Math.max(1, Math.round(width * scale))
  const h = Math.max(1, Math.round(height * scale))
  return {
    kind: 'image',
    x: Math.round(middle.x - w / 2),
    y: Math.round(middle.y - h / 2),
    w,
    h,
    ...written,
    alt: file.name.slice(0, LIMITS.label),
  }
}

/** A picture written anew, scaled down to what a board shows; `null` when no way of writing it is small enough. */
async function smallEnough(
  bitmap: ImageBitmap,
  encodings: typeof ENCODINGS,
): Promise<{ mime: ImageMark['mime']; data: string } | null> {
  const scale = Math.min(1, MOST_PX / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  )
  const ctx = canvas.getContext('2d')
  if (!ctx) return null
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  for (const [type, quality] of encodings) {
    const blob = await canvas.convertToBlob({ type, quality })
    // A browser that cannot write a kind writes another.
    if (blob.type !== type || Math.ceil(blob.size / 3) * 4 > LIMITS.imageText) continue
    return { mime: type, data: toBase64(new Uint8Array(await blob.arrayBuffer())) }
  }
  return null
}
