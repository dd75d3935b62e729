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

/** What a mark is called aloud: its kind, its text and its votes. */
export function nameOf(mark: Mark): string {
  const kind = KINDS[mark.kind === 'shape' ? mark.shape : mark.kind]
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
