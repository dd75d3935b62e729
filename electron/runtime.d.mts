/** Where Electron is on this computer. */
export interface Runtime {
  /** The unpacked distribution. */
  folder: string
  executable: string
  version: string
  /** Whether it is the version this app is built for. */
  official: boolean
}

/** The runtime to use, fetching it the first time. */
export function electronRuntime(options?: { log?: (line: string) => void }): Promise<Runtime>
