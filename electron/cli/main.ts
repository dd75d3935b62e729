import { version } from '../../package.json'
import { check, CHECK_USAGE } from './check'
import { UsageError } from './usage-error'

const USAGE = `Drawbridge ${version}: AWS architectures, checked.

  drawbridge check <file…>    judges sessions, pictures that carry one, and CloudFormation templates

${CHECK_USAGE}
Exit code: 0 clean, 1 findings at or above --fail-on, 2 bad input.
`

async function run(): Promise<number> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    process.stdout.write(USAGE)
    return command === undefined ? 2 : 0
  }
  if (command === '--version') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  if (command === 'check')
    return check(rest, {
      version,
      now: Date.now(),
      print: (text) => process.stdout.write(text),
      complain: (text) => process.stderr.write(`${text}\n`),
    })
  throw new UsageError(`There is no command "${command}".`)
}

run().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const said = error instanceof Error ? error.message : String(error)
    process.stderr.write(`drawbridge: ${said}\n`)
    if (error instanceof UsageError) process.stderr.write('Try: drawbridge --help\n')
    process.exitCode = 2
  },
)
