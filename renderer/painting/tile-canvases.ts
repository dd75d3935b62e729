/** Edge length of a tile, device pixels. */
export const TILE = 512
/** Kept for later, so that a tile need not wait for memory: a board in a window of the usual size takes as many. */
const MOST_SPARE = 20

const spare: HTMLCanvasElement[] = []

/** A canvas for one tile; what it shows is of no account. */
export function takeTileCanvas(): HTMLCanvasElement {
  return spare.pop() ?? square(TILE)
}

export function giveTileCanvasBack(canvas: HTMLCanvasElement): void {
  if (spare.length < MOST_SPARE) spare.push(canvas)
}

/** Makes canvases before they are needed. */
export function* prepareTileCanvases(): Generator<void, void> {
  const used = square(1).getContext('2d')
  while (spare.length < MOST_SPARE) {
    const canvas = square(TILE)
    canvas.getContext('2d', { alpha: false })?.fillRect(0, 0, TILE, TILE)
    // Memory is taken when the picture is used first.
    used?.drawImage(canvas, 0, 0, 1, 1)
    spare.push(canvas)
    yield
  }
}

export function square(size: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  return canvas
}
