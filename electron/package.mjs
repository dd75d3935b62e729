// Packs the built app. `npm run package:dir` makes an unpacked app from the runtime that is here, without downloads.
import { build, Platform } from 'electron-builder'
import { electronRuntime } from './runtime.mjs'

const runtime = await electronRuntime({ log: (line) => console.error(line) })
if (!runtime.official)
  console.error(`Packing with Electron ${runtime.version}: for trying out, never for giving away.`)
await build({
  targets: Platform.current().createTarget('dir'),
  publish: 'never',
  config: { electronDist: runtime.folder, electronVersion: runtime.version },
})
