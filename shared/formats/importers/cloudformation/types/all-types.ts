import type { Mapping, Mappings } from '../mapping'
import { analytics } from './analytics'
import { apis } from './api-gateway'
import { appSyncs } from './appsync'
import { cache } from './cache'
import { cloudFront } from './cloudfront'
import { compute } from './compute'
import { connectivity } from './connectivity'
import { containers } from './containers'
import { database } from './database'
import { dynamoDb } from './dynamodb'
import { events } from './events'
import { lambda } from './lambda'
import { loadBalancing } from './load-balancing'
import { management } from './management'
import { messaging } from './messaging'
import { migration } from './migration'
import { networking } from './networking'
import { relational } from './relational'
import { s3 } from './s3'
import { identity } from './identity'
import { security } from './security'
import { serverless } from './serverless'
import { storage } from './storage'
import { streaming } from './streaming'
import { warehouse } from './warehouse'

/** Every type of resource that is understood, by its name. */
export const mappings: ReadonlyMap<string, Mapping> = new Map(
  (
    [
      analytics,
      apis,
      appSyncs,
      cache,
      cloudFront,
      compute,
      connectivity,
      containers,
      database,
      dynamoDb,
      events,
      lambda,
      loadBalancing,
      management,
      messaging,
      migration,
      networking,
      relational,
      s3,
      identity,
      security,
      serverless,
      storage,
      streaming,
      warehouse,
    ] satisfies readonly Mappings[]
  ).flatMap((table) => Object.entries(table)),
)
