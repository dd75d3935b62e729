/** Why there is no picture. The message is for people. */
export class PictureError extends Error {
  constructor(
    readonly code: 'picture.too-large' | 'picture.failed',
    message: string,
  ) {
    super(message)
    this.name = 'PictureError'
  }
}

/** Few programs open a picture with more pixels, along a side or in all. */
const MAX_EDGE = 65_000
const MAX_AREA = 2 ** 31

export function isTooLarge(widthPx: number, heightPx: number): boolean {
  return widthPx > MAX_EDGE || heightPx > MAX_EDGE || widthPx * heightPx > MAX_AREA
}

export function tooLarge(widthPx: number, heightPx: number): PictureError {
  return new PictureError(
    'picture.too-large',
    `A picture of ${widthPx} × ${heightPx} pixels is more than other programs can open. Choose a smaller scale, or export the selection.`,
  )
}

export function failed(reason: string): PictureError {
  return new PictureError(
    'picture.failed',
    `The file could not be made: ${reason}. Nothing was saved.`,
  )
}
