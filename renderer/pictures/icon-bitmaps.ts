import { nodeIcon } from '#shared/catalogue/catalogue'
import { ICON_SIZE } from '#shared/model/geometry'
import type { BoardNode } from '#shared/model/records'
import { GROUP_ICON_SIZE } from '#shared/render/node-drawing'
import type { ThemeName } from '#shared/render/theme'
import { iconUrl } from '../ui/AwsIcon'

/** The icons of some nodes, each drawn once in the size in which a picture of `scale` shows it, by their catalogue path. */
export async function iconBitmaps(
  nodes: readonly BoardNode[],
  theme: ThemeName,
  scale: number,
): Promise<Map<string, ImageBitmap>> {
  const sizes = new Map<string, number>()
  for (const node of nodes) {
    const isService = node.kind === 'service'
    const icon = nodeIcon(node)
    if (icon) sizes.set(icon, (isService ? ICON_SIZE : GROUP_ICON_SIZE) * scale)
  }
  const drawn = await Promise.all(
    [...sizes].map(async ([icon, size]) => {
      const bitmap = await drawIcon(iconUrl(icon, theme), Math.ceil(size))
      return bitmap ? ([icon, bitmap] as const) : null
    }),
  )
  return new Map(drawn.filter((one) => one !== null))
}

/** `null` when there is no such icon: a plain box stands for it. */
async function drawIcon(url: string, sizePx: number): Promise<ImageBitmap | null> {
  const image = new Image(sizePx, sizePx)
  image.src = url
  try {
    await image.decode()
  } catch {
    return null
  }
  const canvas = new OffscreenCanvas(sizePx, sizePx)
  canvas.getContext('2d')?.drawImage(image, 0, 0, sizePx, sizePx)
  return canvas.transferToImageBitmap()
}
