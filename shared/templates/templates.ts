import type { Template } from './define'

/** Every reference architecture, in the order in which they are shown. */
export const templates: readonly Template[] = Object.entries(
  import.meta.glob<Template>('./architectures/*.ts', { eager: true, import: 'default' }),
)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, template]) => template)
