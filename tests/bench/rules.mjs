// How long the live checks take after one edit. Run: node tests/bench/rules.mjs [nodes…]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const outDir = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'))
try {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('rules-bench.ts', import.meta.url)),
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  })
  const { runBench } = await import(pathToFileURL(join(outDir, 'bench.mjs')).href)
  const sizes = process.argv.slice(2).map(Number)
  for (const line of runBench(sizes.length > 0 ? sizes : [100, 1000, 10_000])) console.log(line)
} finally {
  await rm(outDir, { recursive: true, force: true })
}
