import type { BoardNode } from '#shared/model/records'
import { nodeDrawing } from '#shared/render/node-drawing'
import { readableKeys } from '../commands/registry'

/** The painted sign of a node's link, to say where it leads; presses go to the board. */
export function LinkSign({ node }: { node: BoardNode }) {
  const at = nodeDrawing(node).link
  if (node.link === undefined || !at) return null
  const { x, y, w, h } = at
  return (
    <span
      data-node-link
      title={`${shortened(node.link)}\n${readableKeys('Mod+click')} to open`}
      className="pointer-events-auto absolute z-10 cursor-pointer rounded-full"
      style={{ left: x - node.x, top: y - node.y, width: w, height: h }}
    >
      <span className="sr-only">Has a link</span>
    </span>
  )
}

/** An address as long as a tooltip may be; its beginning says whose it is. */
function shortened(link: string): string {
  return link.length > 120 ? `${link.slice(0, 119)}…` : link
}
