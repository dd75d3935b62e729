/**
 * Writes `shared/catalogue/bulk/icon-index.json` from the installed `aws-icons` package.
 *
 * Run with `node assets/tools/build-icon-index.mjs`; `buildIconIndex()` is also called by the test that refuses an
 * index older than the package.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { format } from 'prettier'
import {
  CATEGORY_COLORS,
  IDS,
  RESOURCE_FOLDERS,
  RESOURCE_NAMES,
  SERVICE_CATEGORIES,
  SERVICE_NAMES,
} from './icon-tables.mjs'

const root = resolve(import.meta.dirname, '../..')
const icons = join(root, 'node_modules/aws-icons/icons')
export const INDEX_PATH = join(root, 'shared/catalogue/bulk/icon-index.json')

/** @returns the index as the text of its file. */
export async function buildIconIndex() {
  const services = serviceEntries()
  const resources = resourceEntries()
  const ids = new Set()
  for (const { id } of [...services, ...resources]) {
    if (ids.has(id)) throw new Error(`Two icons want the id ${id}.`)
    ids.add(id)
  }
  const index = {
    services,
    resources,
    groups: list('architecture-group'),
    categories: list('category'),
  }
  return format(JSON.stringify(index), { parser: 'json', printWidth: 100 })
}

function serviceEntries() {
  const categoryOf = new Map()
  for (const [category, files] of Object.entries(SERVICE_CATEGORIES))
    for (const file of files.split(/\s+/).filter(Boolean)) {
      if (categoryOf.has(file)) throw new Error(`${file} stands in two categories.`)
      categoryOf.set(file, category)
    }
  const files = list('architecture-service')
  const gone = [...categoryOf.keys()].filter((file) => !files.includes(file))
  if (gone.length > 0) throw new Error(`No such icon: ${gone.join(', ')}`)
  return files.map((file) => {
    const svg = readFileSync(join(icons, 'architecture-service', `${file}.svg`), 'utf8')
    const category = categoryOf.get(file)
    if (!category) throw new Error(`${file} has no category.`)
    const color = CATEGORY_COLORS[category]
    if (color && !svg.includes(color)) throw new Error(`${file} is not painted as ${category}.`)
    const titled = /<title>Icon-Architecture\/48\/Arch_(.*?)_48<\/title>/.exec(svg)?.[1]
    const name = SERVICE_NAMES[file] ?? titled?.trim().replaceAll('-', ' ')
    if (!name) throw new Error(`${file} has neither title nor name.`)
    const icon = `architecture-service/${file}`
    return { icon, id: IDS[icon] ?? kebab(name), name, category }
  })
}

function resourceEntries() {
  return list('resource').map((file) => {
    const icon = `resource/${file}`
    const [service, resource, category] = RESOURCE_NAMES[file] ?? fromTitle(file)
    const name = service ? `${service}: ${resource}` : resource
    return { icon, id: IDS[icon] ?? `res-${kebab(name)}`, name, service, resource, category }
  })
}

function fromTitle(file) {
  const svg = readFileSync(join(icons, 'resource', `${file}.svg`), 'utf8')
  const title = /<title>Icon-Resource\/(.*?)\/Res_(.*?)_48(?:_Light)?<\/title>/.exec(svg)
  const category = RESOURCE_FOLDERS[title?.[1]]
  if (!title || !category) throw new Error(`${file} has neither title nor name.`)
  const [service, ...rest] = title[2].split('_').map(words)
  if (category === 'general') return [null, words(title[2]), category]
  if (rest.length > 0) return [service, rest.join(' '), category]
  // A few titles forget the separator: "Amazon-Aurora-MySQL-Instance".
  const known = /^(Amazon Aurora) (.*)$/.exec(service)
  return known ? [known[1], known[2], category] : [null, service, category]
}

function words(text) {
  return text.replaceAll('-', ' ').replace(/\s+/g, ' ').trim()
}

function list(folder) {
  return readdirSync(join(icons, folder))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -4))
    .sort()
}

function kebab(name) {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

if (process.argv[1] === import.meta.filename) writeFileSync(INDEX_PATH, await buildIconIndex())
