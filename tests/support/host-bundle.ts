import { join } from 'node:path'
import { build } from 'vite'

/** Bundles one of the child programs beside this file into `folder`; gives the path to run with Node. */
export async function bundleChild(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es' } },
    },
    ssr: { noExternal: true },
  })
  return join(folder, `${name}.mjs`)
}
