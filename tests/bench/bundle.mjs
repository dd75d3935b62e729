// Bundles a bench written in TypeScript, runs it and prints its lines.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/** `script`: file beside this one that exports `runBench(sizes)`; sizes come from the command line. */
export async function printBench(script, defaultSizes) {
  const outDir = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'))
  try {
    await build({
      configFile: false,
      root: fileURLToPath(new URL('../..', import.meta.url)),
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL(script, import.meta.url)),
        outDir,
        emptyOutDir: true,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
    })
    const { runBench } = await import(pathToFileURL(join(outDir, 'bench.mjs')).href)
    const sizes = process.argv.slice(2).map(Number)
    for (const line of runBench(sizes.length > 0 ? sizes : defaultSizes)) console.log(line)
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}
