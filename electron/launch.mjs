// `npm start`: builds what is stale, then opens the window; without a display it serves a browser instead.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { electronRuntime } from './runtime.mjs'

const root = join(import.meta.dirname, '..')
const say = (line) => console.error(line)
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'assets',
  'package.json',
  'electron.vite.config.ts',
]
const BUILT = [
  'out/main/main.js',
  'out/main/serve.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/** Builds when a source is newer than the oldest built file. */
export function buildIfStale() {
  const built = BUILT.map((path) => join(root, path))
  const oldest = built.every(existsSync)
    ? Math.min(...built.map((path) => statSync(path).mtimeMs))
    : 0
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(root, path))))
  if (oldest >= newest) return
  say('Building…')
  const done = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) throw new Error('The build failed. Run `npm run build` to see why.')
}

function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(
    found.mtimeMs,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules')
      .map((name) => newestIn(join(path, name))),
  )
}

function start(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(`Could not start: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 0))
}

function serve(args) {
  start(process.execPath, [join(root, 'out/main/serve.js'), ...args])
}

async function launch() {
  const [mode, ...rest] = process.argv.slice(2)
  buildIfStale()
  if (mode === 'serve') {
    serve(rest)
    return
  }
  const hasDisplay =
    process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (!hasDisplay) {
    say('There is no display here, so Drawbridge opens in a browser instead of a window.')
    serve([])
    return
  }
  const runtime = await electronRuntime({ log: say })
  if (!runtime.official) say(`Running on Electron ${runtime.version}, a stand-in for development.`)
  // Chromium refuses its sandbox to root; everyone else keeps it.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  start(runtime.executable, [root, ...(isRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)])
}

launch().catch((error) => {
  say(error.message)
  process.exit(1)
})
