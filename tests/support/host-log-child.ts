// Run as a process of its own, to be killed: adds numbered edits to a session and says each number once it is durable.
import { writeSync } from 'node:fs'
import * as Y from 'yjs'
import { nodeDisk } from '../../electron/sessions/disk'
import { SessionLog } from '../../electron/sessions/session-log'

const [folder = '', first = '0', seed = '1'] = process.argv.slice(2)
const log = SessionLog.open(nodeDisk, folder)
const doc = new Y.Doc()
for (const update of log.updates) Y.applyUpdate(doc, update)
doc.on('update', (update: Uint8Array) => log.append(update))

const rhythm = 2 + (Number(seed) % 7)
for (let n = Number(first); ; n++) {
  doc.getMap('nodes').set(`k${n}`, 'x'.repeat(n % 300))
  writeSync(1, `${n}\n`)
  if (n % rhythm === 0) log.save(Y.encodeStateAsUpdate(doc))
}
