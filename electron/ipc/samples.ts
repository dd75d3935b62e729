import { join } from 'node:path'
import { z } from 'zod'
import type { Handlers, SampleSummary } from '../../shared/ipc/contract'
import type { Disk } from '../sessions/disk'
import { LibraryError } from '../sessions/errors'
import type { SessionLibrary } from '../sessions/session-library'

type SampleCalls = Pick<Handlers, Extract<keyof Handlers, `samples.${string}`>>

const SAMPLE = /^([A-Za-z0-9_-]{1,80})\.json$/

/** A sample is a session file whose `meta` also says what it shows; the envelope around `meta` may vary. */
const Described = z.object({
  title: z.string().min(1).max(500),
  description: z.string().max(2000).default(''),
})

export function sampleHandlers(folder: string, disk: Disk, library: SessionLibrary): SampleCalls {
  return {
    'samples.list': () =>
      disk
        .list(folder)
        .sort()
        .flatMap((name): SampleSummary[] => {
          const sampleId = SAMPLE.exec(name)?.[1]
          const described = sampleId ? describe(disk.read(join(folder, name))) : null
          return sampleId && described ? [{ sampleId, ...described }] : []
        }),
    'samples.open': ({ sampleId }) => {
      const name = `${sampleId}.json`
      const bytes = SAMPLE.test(name) ? disk.read(join(folder, name)) : null
      if (!bytes) throw new LibraryError('sample.not-found', 'This sample is not there any more.')
      return library.importBytes(name, bytes)
    },
  }
}

function describe(bytes: Uint8Array | null): z.infer<typeof Described> | null {
  if (!bytes) return null
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
  for (const place of [value, inner(value, 'content'), inner(value, 'session')]) {
    const parsed = Described.safeParse(inner(place, 'meta'))
    if (parsed.success) return parsed.data
  }
  return null
}

function inner(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
