// Imports every template below a folder and prints counts. Run: node tests/oracle/collection.mjs <folder> [--all]
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withBundle } from '../support/bundle.mjs'

const [folder, ...flags] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name a folder of templates.')
  process.exit(2)
}
const names = (await readdir(folder, { recursive: true }))
  .filter((name) => /\.(ya?ml|json|template)$/i.test(name) && !name.includes('node_modules'))
  .sort()
process.exitCode = await withBundle(
  new URL('collection.ts', import.meta.url),
  async ({ Collection }) => {
    const collection = new Collection()
    for (const name of names) {
      let text
      try {
        text = await readFile(join(folder, name), 'utf8')
      } catch {
        continue
      }
      collection.add(name, text)
    }
    for (const line of collection.report(flags.includes('--all'))) console.log(line)
    return collection.crashes.length > 0 ? 1 : 0
  },
)
