import type { EditContext } from '../model/edit-context'
import { PackId } from '../model/ids'
import type { Patch } from '../model/patch'
import type { SessionContent } from '../model/session'
import { keyAfter } from './order'

/** Adds a rule pack that was read and found sound; one of the same name is replaced. */
export function addPack(
  content: SessionContent,
  pack: { name: string; text: string },
  edit: EditContext,
): Patch {
  const known = content.packs.find(({ name }) => name === pack.name)
  if (known) return [{ op: 'setPack', id: known.id, set: { text: pack.text, enabled: true } }]
  return [
    {
      op: 'addPack',
      pack: {
        id: PackId.parse(edit.newId()),
        ...pack,
        enabled: true,
        order: keyAfter(content.packs),
      },
    },
  ]
}
