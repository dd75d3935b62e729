import { resolve } from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname

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
    plugins: [react(), tailwind()],
    build: {
      outDir: resolve(here, 'out/renderer'),
      minify: true,
      rollupOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
})
