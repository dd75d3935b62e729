import type { MarkId } from '#shared/model/ids'
import type { ImageMark } from '#shared/model/records'

interface Picture {
  data: string
  image: HTMLImageElement
}

/** Pictures that were put on the board, decoded for painting. */
export class MarkPictures {
  private readonly known = new Map<MarkId, Picture>()

  constructor(private readonly onArrival: (mark: ImageMark) => void) {}

  /** `null` until it is decoded; its arrival is told. */
  get(mark: ImageMark): CanvasImageSource | null {
    const known = this.known.get(mark.id)
    if (known?.data === mark.data)
      return known.image.complete && known.image.naturalWidth > 0 ? known.image : null
    const image = new Image()
    this.known.set(mark.id, { data: mark.data, image })
    image.onload = () => this.onArrival(mark)
    image.src = `data:${mark.mime};base64,${mark.data}`
    return null
  }
}
