import {
  Circle,
  Image,
  MoveUpRight,
  Pen,
  Slash,
  Square,
  StickyNote,
  Type,
  type LucideIcon,
} from 'lucide-react'
import type { Mark } from '#shared/model/records'
import { kindOf } from '../../canvas/marks/mark-names'

const ICONS: Record<string, LucideIcon> = {
  'Sticky note': StickyNote,
  Text: Type,
  Rectangle: Square,
  Ellipse: Circle,
  Picture: Image,
  Line: Slash,
  Arrow: MoveUpRight,
  Drawing: Pen,
}

/** The sign of what a mark is, as its tool has it. */
export function MarkIcon({ mark, size }: { mark: Mark; size: number }) {
  const Icon = ICONS[kindOf(mark)] ?? StickyNote
  return <Icon size={size} strokeWidth={1.75} />
}
