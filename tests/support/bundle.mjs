// Builds a TypeScript file for plain Node and gives its exports.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/** `entry`: address of the file, `new URL('…', import.meta.url)`; what was built is gone when `work` is done. */
export async function withBundle(entry, work) {
  const outDir = await mkdtemp(join(tmpdir(), 'drawbridge-bundle-'))
  try {
    await build({
      configFile: false,
      root: fileURLToPath(new URL('../..', import.meta.url)),
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(entry),
        outDir,
        emptyOutDir: true,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
      },
    })
    return await work(await import(pathToFileURL(join(outDir, 'bundle.mjs')).href))
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}
