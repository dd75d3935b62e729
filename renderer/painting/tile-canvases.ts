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
  while (spare.length < MOST_SPARE) {
    const canvas = square(TILE)
    canvas.getContext('2d', { alpha: false })?.fillRect(0, 0, TILE, TILE)
    finishDrawing(canvas)
    spare.push(canvas)
    yield
  }
}

let probe: HTMLCanvasElement | null = null

/** Browsers put drawing off until its result is used: after this it is done. */
export function finishDrawing(canvas: HTMLCanvasElement): void {
  probe ??= square(1)
  probe.getContext('2d')?.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1)
  // Forgets the picture again.
  probe.width = 1
}

export function square(size: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  return canvas
}
