import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ServedApp {
  /** Opens the app as its owner; works once, then the browser's cookie does. */
  link: string
  origin: string
  dataFolder: string
  /** Ends the server as Ctrl+C does; the data stays. */
  stop(): Promise<void>
  /** Ends it as a crash does. */
  kill(): Promise<void>
  dispose(): Promise<void>
}

/** Starts the built browser server with data of its own, or with that of an earlier start. */
export async function startServe(
  options: { dataFolder?: string; port?: number } = {},
): Promise<ServedApp> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'drawbridge-web-'))
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../../out/main/serve.js'),
      '--data',
      dataFolder,
      '--share-on',
      '127.0.0.1',
      '--port',
      String(options.port ?? 0),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let problems = ''
  child.stderr.on('data', (bytes: Buffer) => (problems += bytes.toString()))
  const link = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const found = /http:\S+\?token=\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.on('exit', (code) => reject(new Error(`The server ended (${code}). ${problems}`)))
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    link,
    origin: new URL(link).origin,
    dataFolder,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    async dispose() {
      await end('SIGINT')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
