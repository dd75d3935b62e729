import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { useBridge } from '../../bridge/context'
import type { ExportedFile } from '../../pictures/export-session'
import type { Watch } from '../../pictures/paint-png'
import { PictureError } from '../../pictures/picture-error'
import { messageOf } from '../library/use-library'

/** An export under way. */
export interface Running {
  /** 0 to 1. */
  share: number
  /** It takes long enough for its progress to be worth showing. */
  isLong: boolean
}

const LONG_MS = 300

/** Makes one file at a time and saves it. Stopped when the component goes. */
export function useExport(onSaved: () => void): {
  running: Running | null
  run(make: (watch: Watch) => ExportedFile | Promise<ExportedFile>): Promise<void>
  cancel(): void
} {
  const bridge = useBridge()
  const [running, setRunning] = useState<Running | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  async function run(make: (watch: Watch) => ExportedFile | Promise<ExportedFile>): Promise<void> {
    const controller = new AbortController()
    const { signal } = controller
    stop.current = controller
    const change = (some: Partial<Running>): void => setRunning((now) => now && { ...now, ...some })
    setRunning({ share: 0, isLong: false })
    const timer = window.setTimeout(() => change({ isLong: true }), LONG_MS)
    try {
      const file = await make({ signal, onProgress: (share) => change({ share }) })
      const { saved, name } = await bridge.saveFile(file)
      if (saved) {
        toast.success(`Saved ${name ?? file.name}`)
        onSaved()
      }
    } catch (error) {
      if (!signal.aborted) {
        const description = error instanceof PictureError ? error.message : messageOf(error)
        toast.error('The export did not work', { description, duration: 8000 })
      }
    } finally {
      window.clearTimeout(timer)
      setRunning(null)
    }
  }

  return { running, run, cancel: () => stop.current?.abort() }
}
