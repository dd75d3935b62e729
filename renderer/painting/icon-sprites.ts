import { iconFile } from '#shared/render/icon-symbol'
import type { ThemeName } from '#shared/render/theme'
import { iconUrl } from '../ui/AwsIcon'

/** Edge lengths in device pixels at which icons are kept. */
const SIZES = [12, 24, 48, 96, 192] as const

/** Pictures of icons in the size they are painted in, so that painting one is a copy. */
export class IconSprites {
  private readonly ready = new Map<string, CanvasImageSource>()
  private readonly drawings = new Map<string, Promise<HTMLImageElement>>()
  private readonly under = new Set<string>()
  private pending = 0

  /** @param arrived called after all icons that were missing have been drawn */
  constructor(private readonly arrived: () => void) {}

  /** The icon at a size that is at least `px`; `null` while it is being drawn. */
  get(icon: string, theme: ThemeName, px: number): CanvasImageSource | null {
    const size = SIZES.find((one) => one >= px - 0.5) ?? SIZES[SIZES.length - 1]
    const key = `${theme} ${size} ${iconFile(icon, theme)}`
    const sprite = this.ready.get(key)
    if (sprite) return sprite
    void this.draw(key, icon, theme, size ?? 48)
    // Another size is better than none.
    for (const other of SIZES) {
      const near = this.ready.get(`${theme} ${other} ${iconFile(icon, theme)}`)
      if (near) return near
    }
    return null
  }

  private async draw(key: string, icon: string, theme: ThemeName, size: number): Promise<void> {
    if (this.under.has(key)) return
    this.under.add(key)
    this.pending++
    try {
      const image = await this.drawing(iconUrl(icon, theme))
      await this.turn()
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = size
      const context = canvas.getContext('2d')
      if (!context) return
      context.imageSmoothingQuality = 'high'
      context.beginPath()
      context.roundRect(0, 0, size, size, size / 16)
      context.clip()
      context.drawImage(image, 0, 0, size, size)
      this.ready.set(key, canvas)
    } catch {
      // A picture that cannot be loaded leaves the plain box that stands for it.
    } finally {
      this.pending--
      if (this.pending === 0) this.tell()
    }
  }

  /** Drawing an icon for the first time takes a few milliseconds: one after the other, frames come between. */
  private turn(): Promise<void> {
    const next = this.last.then(() => new Promise<void>((resolve) => window.setTimeout(resolve, 0)))
    this.last = next
    return next
  }

  private last: Promise<void> = Promise.resolve()

  private drawing(url: string): Promise<HTMLImageElement> {
    const known = this.drawings.get(url)
    if (known) return known
    const image = new Image(192, 192)
    image.src = url
    const made = image.decode().then(() => image)
    this.drawings.set(url, made)
    return made
  }

  private waiting = false

  private tell(): void {
    if (this.waiting) return
    this.waiting = true
    requestAnimationFrame(() => {
      this.waiting = false
      this.arrived()
    })
  }
}
