import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { iconDrawing } from './shared/render/icon-symbol'

const here = import.meta.dirname
const { version } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8')) as {
  version: string
}

const DARK_ICONS = 'virtual:dark-icons'

/**
 * Puts AWS's icons, unmodified, and our own beside the built page, as `icons/<set>/<name>.svg`, and for those drawn in
 * near-black on nothing their white form under `icons/dark/`. `virtual:dark-icons` lists which have one.
 */
function icons(): Plugin {
  const files = new Map<string, string>()
  const dark = new Map<string, string>()
  return {
    name: 'drawbridge-icons',
    buildStart() {
      for (const root of ['node_modules/aws-icons/icons', 'assets/icons']) {
        const folder = resolve(here, root)
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.svg')) continue
          const svg = readFileSync(join(folder, name), 'utf8')
          const icon = name.replaceAll('\\', '/').slice(0, -'.svg'.length)
          files.set(icon, svg)
          const inverted = iconDrawing(svg, '', 'dark')
          if (inverted && inverted.body !== iconDrawing(svg, '', 'light')?.body)
            dark.set(
              icon,
              `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${inverted.viewBox}">${inverted.body}</svg>`,
            )
        }
      }
    },
    resolveId: (id) => (id === DARK_ICONS ? `\0${DARK_ICONS}` : null),
    load: (id) =>
      id === `\0${DARK_ICONS}` ? `export default ${JSON.stringify([...dark.keys()])}` : null,
    generateBundle() {
      for (const [icon, source] of files)
        this.emitFile({ type: 'asset', fileName: `icons/${icon}.svg`, source })
      for (const [icon, source] of dark)
        this.emitFile({ type: 'asset', fileName: `icons/dark/${icon}.svg`, source })
    },
  }
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // `main` is the desktop app; `serve` is the same host in plain Node, for a browser; `cli` has no window at all.
      rollupOptions: {
        input: {
          main: resolve(here, 'electron/main.ts'),
          serve: resolve(here, 'electron/serve.ts'),
          cli: resolve(here, 'electron/cli/main.ts'),
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
