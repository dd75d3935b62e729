// Runs a bench written in TypeScript and prints its lines.
import { withBundle } from '../support/bundle.mjs'

/** `script`: file beside this one that exports `runBench(sizes)`; sizes come from the command line. */
export async function printBench(script, defaultSizes) {
  await withBundle(new URL(script, import.meta.url), ({ runBench }) => {
    const sizes = process.argv.slice(2).map(Number)
    for (const line of runBench(sizes.length > 0 ? sizes : defaultSizes)) console.log(line)
  })
}
