// Runs a command of node_modules/.bin, under a virtual display where there is none.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const [command, ...args] = process.argv.slice(2)
const file = join(import.meta.dirname, '../node_modules/.bin', command)
const needsDisplay =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
const done = needsDisplay
  ? spawnSync('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', file, ...args], {
      stdio: 'inherit',
    })
  : spawnSync(file, args, { stdio: 'inherit', shell: process.platform === 'win32' })
if (done.error) console.error(done.error.message)
process.exit(done.status ?? 1)
