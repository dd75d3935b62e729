import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const here = import.meta.dirname
const { version } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8')) as {
  version: string
}

/** Puts AWS's icons, unmodified, and our own beside the built page, as `icons/<set>/<name>.svg`. */
function icons(): Plugin {
  return {
    name: 'drawbridge-icons',
    generateBundle() {
      for (const root of ['node_modules/aws-icons/icons', 'assets/icons']) {
        const folder = resolve(here, root)
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.svg')) continue
          const fileName = `icons/${name.replaceAll('\\', '/')}`
          this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, name)) })
        }
      }
    },
  }
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // `main` is the desktop app; `serve` is the same host in plain Node, for a browser.
      rollupOptions: {
        input: {
          main: resolve(here, 'electron/main.ts'),
          serve: resolve(here, 'electron/serve.ts'),
        },
        external: ['electron'],
      },
      externalizeDeps: false,
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    base: '/',
    plugins: [react(), tailwind(), icons()],
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      outDir: resolve(here, 'out/renderer'),
      minify: true,
      rollupOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
})
