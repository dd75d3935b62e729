import type { Mapping, Mappings } from '../mapping'
import { analytics } from './analytics'
import { compute } from './compute'
import { containers } from './containers'
import { database } from './database'
import { edge } from './edge'
import { integration } from './integration'
import { loadBalancing } from './load-balancing'
import { management } from './management'
import { networking } from './networking'
import { security } from './security'
import { serverless } from './serverless'
import { storage } from './storage'

/** Every type of resource that is understood, by its name. */
export const mappings: ReadonlyMap<string, Mapping> = new Map(
  (
    [
      analytics,
      compute,
      containers,
      database,
      edge,
      integration,
      loadBalancing,
      management,
      networking,
      security,
      serverless,
      storage,
    ] satisfies readonly Mappings[]
  ).flatMap((table) => Object.entries(table)),
)
