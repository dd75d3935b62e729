import type { BoardPen } from '../samples/draw'

/** An architecture that AWS recommends for a purpose, to insert on a board and make one's own. */
export interface Template {
  templateId: string
  title: string
  /** When to use it, and what it is, in one or two sentences. */
  summary: string
  /** Other words people look for it by. */
  also: string
  /** Where AWS describes it. */
  source: { title: string; url: string }
  draw(pen: BoardPen): void
}

/** Identity function that gives a template file its type. */
export function defineTemplate(template: Template): Template {
  return template
}
