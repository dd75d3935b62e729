// Serves a page made of the app's own canvas that answers to the bench's `window.bench`, and prints its address.
// Run: npm run bench:page [-- --port 5199]
import { fileURLToPath } from 'node:url'
import { build, loadConfigFromFile, preview } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the page and serves it; gives its address and what ends it. */
export async function servePage(port = 0) {
  const command = { command: 'build', mode: 'production' }
  const app = await loadConfigFromFile(command, here('../../electron.vite.config.ts'))
  const { plugins, define } = app.config.renderer
  const outDir = here('../../out/bench-page')
  await build({
    configFile: false,
    root: here('page'),
    base: '/',
    logLevel: 'warn',
    plugins,
    define,
    build: { outDir, emptyOutDir: true, minify: true, chunkSizeWarningLimit: 4096 },
  })
  const server = await preview({
    configFile: false,
    root: here('page'),
    logLevel: 'warn',
    build: { outDir },
    preview: { port, host: '127.0.0.1' },
  })
  return { url: server.resolvedUrls.local[0], close: () => server.close() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--port')
  const { url } = await servePage(at < 0 ? 0 : Number(process.argv[at + 1]))
  console.log(url)
}
