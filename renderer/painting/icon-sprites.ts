import { iconFile } from '#shared/render/icon-symbol'
import type { ThemeName } from '#shared/render/theme'
import { iconUrl } from '../ui/AwsIcon'
import { whenIdle } from '../ui/idle'
import { square } from './tile-canvases'

/** Edge lengths in device pixels at which icons are kept. */
const SIZES = [12, 24, 48, 96, 192] as const
type Size = (typeof SIZES)[number]
/** The size of an icon at 100 %: smaller ones are made of it. */
const USUAL: Size = 48
/** How long the next icon is put off at most, ms. */
const PREPARE_WITHIN_MS = 1000

/** One icon in one theme: what there is of it. */
interface Sprite {
  url: string
  bySize: Map<Size, HTMLCanvasElement>
  /** The drawing itself, since it was asked for. */
  drawing: Promise<HTMLImageElement> | null
  /** There is no such drawing, or no room for it: a plain box stands for it. */
  hasFailed: boolean
  /** Sizes that are being drawn. */
  under: Set<Size>
}

/** Pictures of icons in the size they are painted in, so that painting one is a copy. All boards of a window share them. */
export class IconSprites {
  private readonly sprites = new Map<string, Sprite>()
  private readonly listeners = new Set<() => void>()
  /** Icons that somebody wanted to paint and could not, or only in another size. */
  private readonly missed = new Set<Sprite>()
  private last: Promise<void> = Promise.resolve()
  private isTelling = false

  /** Calls back when all icons that somebody missed have been drawn. */
  onArrival(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The icon at a size that is at least `px`, or what comes nearest; `null` while there is nothing of it. */
  get(icon: string, theme: ThemeName, px: number): CanvasImageSource | null {
    const size = SIZES.find((one) => one >= px - 0.5) ?? 192
    const sprite = this.spriteOf(icon, theme)
    const known = sprite.bySize.get(size) ?? halved(sprite, size)
    if (known) return known
    if (!sprite.hasFailed) {
      this.missed.add(sprite)
      void this.draw(sprite, Math.max(size, USUAL) as Size)
    }
    return sprite.bySize.get(USUAL) ?? sprite.bySize.get(96) ?? null
  }

  /** Draws icons before they are needed, one by one when there is time. Settles when all are there. */
  async prepare(icons: Iterable<string>, theme: ThemeName): Promise<void> {
    for (const icon of icons) {
      await new Promise<void>((resolve) => whenIdle(() => resolve(), PREPARE_WITHIN_MS))
      await this.draw(this.spriteOf(icon, theme), USUAL)
    }
  }

  private spriteOf(icon: string, theme: ThemeName): Sprite {
    const key = `${theme} ${iconFile(icon, theme)}`
    let sprite = this.sprites.get(key)
    if (!sprite) {
      const url = iconUrl(icon, theme)
      sprite = { url, bySize: new Map(), drawing: null, hasFailed: false, under: new Set() }
      this.sprites.set(key, sprite)
    }
    return sprite
  }

  private async draw(sprite: Sprite, size: Size): Promise<void> {
    if (sprite.under.has(size)) return
    sprite.under.add(size)
    try {
      const image = await (sprite.drawing ??= load(sprite.url))
      await this.turn()
      const canvas = square(size)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('there is not enough memory')
      context.imageSmoothingQuality = 'high'
      context.beginPath()
      context.roundRect(0, 0, size, size, size / 16)
      context.clip()
      context.drawImage(image, 0, 0, size, size)
      sprite.bySize.set(size, canvas)
      halved(sprite, SIZES[0])
    } catch {
      sprite.hasFailed = true
    } finally {
      sprite.under.delete(size)
      if (this.missed.delete(sprite) && this.missed.size === 0) this.tell()
    }
  }

  /** Drawing an icon for the first time takes a few milliseconds: one after the other, frames come between. */
  private turn(): Promise<void> {
    const next = this.last.then(() => new Promise<void>((resolve) => window.setTimeout(resolve, 0)))
    this.last = next
    return next
  }

  private tell(): void {
    if (this.isTelling) return
    this.isTelling = true
    requestAnimationFrame(() => {
      this.isTelling = false
      for (const listener of this.listeners) listener()
    })
  }
}

/** A smaller picture of an icon: halving twice looks as smooth as drawing it anew, and takes next to nothing. */
function halved(sprite: Sprite, size: Size): HTMLCanvasElement | null {
  const twice = SIZES[SIZES.indexOf(size) + 1]
  if (size >= USUAL || !twice) return null
  const larger = sprite.bySize.get(twice) ?? halved(sprite, twice)
  if (!larger) return null
  const canvas = square(size)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(larger, 0, 0, size, size)
  sprite.bySize.set(size, canvas)
  return canvas
}

function load(url: string): Promise<HTMLImageElement> {
  const image = new Image(192, 192)
  image.src = url
  return image.decode().then(() => image)
}

/** The icons of this window. */
export const iconSprites = new IconSprites()
