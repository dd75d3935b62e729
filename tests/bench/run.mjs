// Speed and memory, printed as percentiles. Run: npm run bench [-- rules | document | routes | canvas [services…]]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BENCHES = ['rules', 'document', 'routes', 'canvas']
const [chosen, ...rest] = process.argv.slice(2)
if (chosen !== undefined && !BENCHES.includes(chosen)) {
  console.error(`There is no bench "${chosen}". There are: ${BENCHES.join(', ')}.`)
  process.exit(2)
}
for (const name of chosen === undefined ? BENCHES : [chosen]) {
  console.log(`\n== ${name}`)
  const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url))
  const { status } = spawnSync(process.execPath, [script, ...rest], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
