#!/usr/bin/env node
// `npx drawbridge …`: the built command line. Nothing is built here, so that it starts at once.
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const built = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))
if (existsSync(built)) await import(pathToFileURL(built).href)
else {
  process.stderr.write('drawbridge: it is not built yet. Run: npm run build\n')
  process.exitCode = 2
}
