import { serviceById } from '../catalogue/catalogue'
import type { Template } from './define'
import { templateDrawing } from './drawing'

/** Those in which every word typed is found, titles first; also by the services that are drawn in them. */
export function searchTemplates(templates: readonly Template[], query: string): Template[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const isIn = (text: string): boolean => words.every((word) => text.includes(word))
  const found = templates.filter((template) => isIn(textOf(template)))
  const named = new Set(found.filter(({ title }) => isIn(title.toLowerCase())))
  return [...named, ...found.filter((template) => !named.has(template))]
}

const texts = new WeakMap<Template, string>()

function textOf(template: Template): string {
  const known = texts.get(template)
  if (known !== undefined) return known
  const services = templateDrawing(template).view.nodes.flatMap((node) => {
    const definition = node.kind === 'service' ? serviceById(node.serviceId) : undefined
    return definition ? [definition.name, definition.shortName, ...definition.aliases] : []
  })
  const { title, summary, also } = template
  const text = [title, summary, also, ...new Set(services)].join(' ').toLowerCase()
  texts.set(template, text)
  return text
}
