import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { EventName, EventPayload, Handlers } from '../shared/ipc/contract'
import { Invitations } from './host/invitations'
import { lanAddress } from './host/lan-address'
import { RefusalError, type RoomStore } from './host/room-store'
import { SessionHost } from './host/session-host'
import { Sharing } from './host/sharing'
import { appHandlers, type Surroundings } from './ipc/app'
import { preferenceHandlers } from './ipc/preferences'
import { sampleHandlers } from './ipc/samples'
import { sessionHandlers } from './ipc/sessions'
import { sharingHandlers } from './ipc/sharing'
import { PreferenceFile } from './preferences/preferences'
import { nodeDisk, type Disk } from './sessions/disk'
import { LibraryError } from './sessions/errors'
import { SessionLibrary, type SessionFormats } from './sessions/session-library'

export interface BackendOptions {
  /** Everything this person keeps: preferences and the library. */
  dataFolder: string
  rendererFolder: string
  formats: SessionFormats
  surroundings: Surroundings
  emit<K extends EventName>(event: K, payload: EventPayload<K>): void
  report(message: string, error: unknown): void
  /** Interface for guests; `0.0.0.0` unless told otherwise. */
  shareOn?: string
  addressForOthers?: () => string
  disk?: Disk
  /** Milliseconds since the epoch. */
  now?: () => number
}

/** The whole app without its window: library, rooms, sharing, preferences and the calls. */
export interface Backend {
  library: SessionLibrary
  host: SessionHost
  sharing: Sharing
  preferences: PreferenceFile
  handlers: Handlers
  /** Saves everything and frees the library; gives the ids of sessions that could not be saved. */
  close(): Promise<string[]>
}

/** @throws LibraryError `library.busy` when another process has the library. */
export function createBackend(options: BackendOptions): Backend {
  const { emit, report, rendererFolder } = options
  const disk = options.disk ?? nodeDisk
  const now = options.now ?? Date.now
  const newId = (): string => randomBytes(9).toString('base64url')
  const root = join(options.dataFolder, 'library')

  const library = new SessionLibrary({ root, formats: options.formats, now, newId, disk })
  library.onChanged(() => emit('sessions.changed', {}))
  const preferences = new PreferenceFile(options.dataFolder, disk)
  const invitations = new Invitations(invitationStore(disk, join(root, 'sharing.json')), now)

  const host: SessionHost = new SessionHost({
    store: roomStore(library),
    rules: { invitations, isShared: (id) => sharing.isShared(id) },
    titleOf: (id) => library.summary(id).title,
    report,
  })
  const sharing: Sharing = new Sharing({
    host,
    invitations,
    rendererFolder,
    addressForOthers: options.addressForOthers ?? lanAddress,
    onChanged: (id) => emit('sharing.changed', { id }),
    report,
    ...(options.shareOn === undefined ? {} : { listenOn: options.shareOn }),
  })

  return {
    library,
    host,
    sharing,
    preferences,
    handlers: {
      ...appHandlers(options.surroundings),
      ...sessionHandlers({ library, host, sharing, newId, now }),
      ...sampleHandlers(library, { newId, now }),
      ...sharingHandlers(sharing, library),
      ...preferenceHandlers(preferences, (value) => emit('preferences.changed', value)),
    },
    async close() {
      await sharing.dispose()
      const unsaved = await host.dispose()
      if (unsaved.length > 0) return unsaved
      library.dispose()
      return []
    },
  }
}

/** The library as the host wants it. */
export function roomStore(library: SessionLibrary): RoomStore {
  return {
    open(id) {
      try {
        return library.open(id)
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error
        switch (error.code) {
          case 'session.not-found':
            throw new RefusalError('session.not-found')
          case 'session.newer':
            throw new RefusalError('peer.too-old')
          default:
            throw new RefusalError('session.damaged')
        }
      }
    },
  }
}

function invitationStore(disk: Disk, path: string): ConstructorParameters<typeof Invitations>[0] {
  return {
    load() {
      const bytes = disk.read(path)
      if (!bytes) return null
      try {
        return JSON.parse(new TextDecoder().decode(bytes))
      } catch {
        // Then a new secret is made and earlier links stop working, which is the safe side.
        return null
      }
    },
    save: (file) => disk.replace(path, new TextEncoder().encode(JSON.stringify(file, null, 2))),
  }
}
