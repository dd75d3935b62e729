// `npm run test:setup`: what the browser and desktop tests need from the system, and Electron itself.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { electronRuntime } from './runtime.mjs'

const APT = [
  'xvfb',
  'xauth',
  'unzip',
  'libnss3',
  'libatk-bridge2.0-0',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libcups2',
  'libxss1',
  'libsecret-1-0',
  'chromium',
  'fonts-liberation',
]

let tried = false
if (process.platform === 'linux') systemTools()
const runtime = await electronRuntime({ log: (line) => console.error(line) }).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
const libraries = missingLibraries(runtime.executable)
if (libraries.length > 0) {
  install()
  const still = missingLibraries(runtime.executable)
  if (still.length > 0) stop(`Electron lacks these system libraries: ${still.join(', ')}`)
}

function systemTools() {
  if (missingTools().length > 0) install()
  const still = missingTools()
  if (still.length > 0) stop(`The tests need ${still.join(' and ')}`)
}

function missingTools() {
  const missing = []
  if (!process.env.CHROMIUM && !existsSync('/usr/bin/chromium')) missing.push('chromium')
  if (!process.env.DISPLAY && !has('xvfb-run')) missing.push('xvfb')
  if (!has('unzip')) missing.push('unzip')
  return missing
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

function missingLibraries(executable) {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

function install() {
  if (tried) return
  tried = true
  if (process.getuid?.() !== 0 || !has('apt-get'))
    stop(`As root, run: apt-get install -y --no-install-recommends ${APT.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  console.error('Installing what the tests need from the system…')
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...APT], options)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
