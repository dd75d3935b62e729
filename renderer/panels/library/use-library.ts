import { useCallback, useEffect, useState } from 'react'
import { toast } from 'sonner'
import { MAX_IMPORT_BYTES_TEXT, tooLarge } from './import-limit'
import type { SessionSummary } from '#shared/ipc/contract'
import { goTo } from '../../stores/app-store'
import { BridgeError } from '../../bridge/app-bridge'
import { useBridge } from '../../bridge/context'
import { importTemplateAsSession } from '../../importing/import-template'
import { isTemplate } from '../../importing/read-template'

export interface LibraryState {
  sessions: readonly SessionSummary[]
  loaded: boolean
  /** Why the list could not be read; `null` when it could. */
  problem: string | null
  /** Does something with the library; a failure is said and gives `null`. */
  run<T>(doing: string, action: () => Promise<T>): Promise<T | null>
  importFiles(files: readonly File[]): Promise<void>
}

/** The list of sessions, kept current. */
export function useLibrary(): LibraryState {
  const bridge = useBridge()
  const [sessions, setSessions] = useState<readonly SessionSummary[]>([])
  const [loaded, setLoaded] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      try {
        const list = await bridge.call('sessions.list', {})
        if (gone) return
        setSessions(list)
        setProblem(null)
      } catch (error) {
        if (!gone) setProblem(messageOf(error))
      }
      if (!gone) setLoaded(true)
    }
    void load()
    const stop = bridge.on('sessions.changed', () => void load())
    return () => {
      gone = true
      stop()
    }
  }, [bridge])

  const run = useCallback(async function run<T>(
    doing: string,
    action: () => Promise<T>,
  ): Promise<T | null> {
    try {
      return await action()
    } catch (error) {
      toast.error(`${doing} did not work`, { description: messageOf(error), duration: 8000 })
      return null
    }
  }, [])

  const importFiles = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        if (tooLarge(file.size)) {
          toast.error(`${file.name} is too large`, {
            description: `Files up to ${MAX_IMPORT_BYTES_TEXT} are taken. The file is untouched.`,
          })
          continue
        }
        const made = await run(`Importing ${file.name}`, async () =>
          (await isTemplate(file))
            ? importTemplateAsSession(bridge, file)
            : bridge.call('sessions.import', {
                name: file.name,
                bytes: new Uint8Array(await file.arrayBuffer()),
              }),
        )
        if (made && files.length === 1)
          goTo({ kind: 'session', target: { kind: 'own', sessionId: made.id } })
        else if (made) toast.success(`Imported “${made.title}”`)
      }
    },
    [bridge, run],
  )

  return { sessions, loaded, problem, run, importFiles }
}

export function messageOf(error: unknown): string {
  if (error instanceof BridgeError) return error.message
  return 'The app could not do this. Try again; if it keeps failing, restart Drawbridge. Nothing was changed.'
}
