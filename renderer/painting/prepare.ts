import { usualIcons } from '#shared/catalogue/catalogue'
import type { ThemeName } from '#shared/render/theme'
import { inPieces } from '../ui/idle'
import { iconSprites } from './icon-sprites'
import { prepareTileCanvases } from './tile-canvases'

/** Gets ready what the first board is painted with, when there is time. Settles when all is there. */
export async function preparePainting(theme: ThemeName): Promise<void> {
  await new Promise<void>((resolve) => {
    inPieces(then(prepareTileCanvases(), resolve), 1000)
  })
  await iconSprites.prepare(usualIcons(), theme)
}

function* then(work: Generator<void, void>, done: () => void): Generator<void, void> {
  yield* work
  done()
}
