/** Chromium's largest canvas: edge in px, and area in px². */
const MAX_EDGE = 32_767
const MAX_AREA = 268_435_456

export class PictureTooLarge extends Error {
  constructor(
    readonly widthPx: number,
    readonly heightPx: number,
  ) {
    super(
      `A picture of ${widthPx} × ${heightPx} pixels is more than can be made. Choose a smaller scale, or export the selection.`,
    )
    this.name = 'PictureTooLarge'
  }
}

export function tooLargeToRasterize(widthPx: number, heightPx: number): boolean {
  return widthPx > MAX_EDGE || heightPx > MAX_EDGE || widthPx * heightPx > MAX_AREA
}

/**
 * An SVG as PNG bytes, `scale` pixels for each of its units.
 *
 * @throws PictureTooLarge beyond what the browser can hold.
 */
export async function rasterize(
  picture: { svg: string; widthPx: number; heightPx: number },
  scale: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; widthPx: number; heightPx: number }> {
  const widthPx = Math.ceil(picture.widthPx * scale)
  const heightPx = Math.ceil(picture.heightPx * scale)
  if (tooLargeToRasterize(widthPx, heightPx)) throw new PictureTooLarge(widthPx, heightPx)
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(widthPx, heightPx)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = widthPx
    canvas.height = heightPx
    const context = canvas.getContext('2d')
    if (!context) throw new PictureTooLarge(widthPx, heightPx)
    context.drawImage(image, 0, 0, widthPx, heightPx)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new PictureTooLarge(widthPx, heightPx)
    return { bytes: new Uint8Array(await blob.arrayBuffer()), widthPx, heightPx }
  } finally {
    URL.revokeObjectURL(url)
  }
}
