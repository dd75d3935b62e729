import { nodeIcon } from '#shared/catalogue/catalogue'
import type { BoardView } from '#shared/model/board-view'
import { iconFile } from '#shared/render/icon-symbol'
import { iconUrl } from '../ui/AwsIcon'

const loaded = new Map<string, string>()

/** Fetches the icons a board uses, once each; gives all that were fetched so far, by their file. */
export async function iconsFor(view: BoardView): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set<string>()
  for (const node of view.nodes) {
    const icon = nodeIcon(node)
    if (!icon) continue
    for (const file of [iconFile(icon, 'light'), iconFile(icon, 'dark')])
      if (!loaded.has(file)) wanted.add(file)
  }
  await Promise.all(
    [...wanted].map(async (icon) => {
      const response = await fetch(iconUrl(icon))
      if (response.ok) loaded.set(icon, await response.text())
    }),
  )
  return loaded
}
