import { join } from 'node:path'
import { z } from 'zod'
import { Preferences } from '../../shared/ipc/contract'
import { nodeDisk, type Disk } from '../sessions/disk'

const VERSION = 1
const FILE = 'preferences.json'

export const WindowBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  maximized: z.boolean(),
})
export type WindowBounds = z.infer<typeof WindowBounds>

const File = z.object({
  version: z.number().int(),
  preferences: Preferences,
  window: WindowBounds.nullable(),
})
type File = z.infer<typeof File>

const DEFAULTS: File = {
  version: VERSION,
  preferences: { theme: 'system', displayName: '', layout: {} },
  window: null,
}

/**
 * What this person set, kept in one small file that is replaced as a whole.
 *
 * A file of a newer version, or one that cannot be read, is left as it is: then the defaults hold and nothing is saved
 * over a newer file.
 */
export class PreferenceFile {
  #file: File
  readonly #isNewer: boolean

  constructor(
    private readonly folder: string,
    private readonly disk: Disk = nodeDisk,
  ) {
    const read = parse(disk.read(join(folder, FILE)))
    this.#isNewer = read === 'newer'
    this.#file = read === 'newer' || read === null ? DEFAULTS : read
  }

  get preferences(): Preferences {
    return this.#file.preferences
  }

  get window(): WindowBounds | null {
    return this.#file.window
  }

  /** Sets what is given and keeps the rest; `layout` entries are merged. */
  set(change: Partial<Preferences>): Preferences {
    const { preferences } = this.#file
    const layout = { ...preferences.layout, ...change.layout }
    this.#save({ ...this.#file, preferences: { ...preferences, ...change, layout } })
    return this.#file.preferences
  }

  rememberWindow(window: WindowBounds): void {
    this.#save({ ...this.#file, window })
  }

  #save(file: File): void {
    this.#file = file
    if (this.#isNewer) return
    this.disk.makeFolder(this.folder)
    this.disk.replace(
      join(this.folder, FILE),
      new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`),
    )
  }
}

function parse(bytes: Uint8Array | null): File | 'newer' | null {
  if (!bytes) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const version = z.object({ version: z.number() }).safeParse(value)
    if (version.success && version.data.version > VERSION) return 'newer'
    const parsed = File.safeParse(value)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
