import type { Mark } from '#shared/model/records'

const KINDS = {
  sticky: 'Sticky note',
  text: 'Text',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  image: 'Picture',
  line: 'Line',
  stroke: 'Drawing',
} as const

/** Whether a mark can be written on. */
export function hasText(mark: Mark | undefined): boolean {
  return mark !== undefined && 'text' in mark
}

/** What kind of thing a mark is, in a person's words. */
export function kindOf(mark: Mark): string {
  if (mark.kind === 'line' && mark.arrow) return 'Arrow'
  return KINDS[mark.kind === 'shape' ? mark.shape : mark.kind]
}

/** "2 nodes and 1 mark"; what there is none of is left out. */
export function countOf(nodes: number, marks: number): string {
  return [counted(nodes, 'node'), counted(marks, 'mark')].filter(Boolean).join(' and ')
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}

/** What a mark is called aloud: its kind, its text and its votes. */
export function nameOf(mark: Mark): string {
  const kind = kindOf(mark)
  const text = mark.kind === 'image' ? mark.alt : 'text' in mark ? mark.text : ''
  const votes =
    mark.kind === 'sticky'
      ? Object.entries(mark.votes)
          .filter(([, names]) => names.length > 0)
          .map(([emoji, names]) => `, ${emoji} ${names.length}`)
          .join('')
      : ''
  return (text === '' ? kind : `${kind}: ${text}`) + votes
}
