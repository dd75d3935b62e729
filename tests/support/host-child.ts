// Run as a process of its own, to be killed: a whole host on a data folder, open to everyone who connects as the owner.
import { writeSync } from 'node:fs'
import { createBackend } from '../../electron/backend'
import { startWebServer } from '../../electron/host/adapters/web-server'
import { plainFormats } from './host-formats'

const [dataFolder = ''] = process.argv.slice(2)
const fail = (message: string, error: unknown): void => console.error(message, error)
const backend = createBackend({
  dataFolder,
  rendererFolder: dataFolder,
  formats: plainFormats,
  surroundings: {
    info: { version: 'test', platform: 'test', desktop: false },
    saveFile: () => ({ saved: false }),
    readClipboard: () => '',
    setFullScreen: () => undefined,
  },
  emit: () => undefined,
  report: fail,
})
const server = await startWebServer({
  host: backend.host,
  rendererFolder: dataFolder,
  listenOn: '127.0.0.1',
  port: 0,
  owner: { isOwner: () => true, answer: () => Promise.resolve(false) },
  report: fail,
})
writeSync(1, `${server.port}\n`)
