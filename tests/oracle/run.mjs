// How far the checks agree with labelled CloudFormation cases. Run: npm run oracle -- <cases.jsonl> [--all] [rule…]
import { readFile } from 'node:fs/promises'
import { withBundle } from '../support/bundle.mjs'

const args = process.argv.slice(2)
const all = args.includes('--all')
const [file, ...only] = args.filter((arg) => !arg.startsWith('--'))
if (file === undefined) {
  console.error(
    'Name the file of labelled cases: one JSON object a line, { case, rule, expect, violating, template }.',
  )
  process.exit(2)
}
const text = await readFile(file, 'utf8')
const adjudications = JSON.parse(
  await readFile(new URL('adjudications.json', import.meta.url), 'utf8'),
)
process.exitCode = await withBundle(
  new URL('oracle.ts', import.meta.url),
  ({ measure, reportLines, readCases }) => {
    const measured = measure(readCases(text), adjudications)
    for (const line of reportLines(measured, { all, only })) console.log(line)
    return measured.crashes.length > 0 ? 1 : 0
  },
)
