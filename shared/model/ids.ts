import { z } from 'zod'

/** Ids are short URL-safe strings; the bound keeps a hostile file from using them as storage. */
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)

export const SessionId = id.brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

export const BoardId = id.brand<'BoardId'>()
export type BoardId = z.infer<typeof BoardId>

export const NodeId = id.brand<'NodeId'>()
export type NodeId = z.infer<typeof NodeId>

export const EdgeId = id.brand<'EdgeId'>()
export type EdgeId = z.infer<typeof EdgeId>

export const FrameId = id.brand<'FrameId'>()
export type FrameId = z.infer<typeof FrameId>

export const WaiverId = id.brand<'WaiverId'>()
export type WaiverId = z.infer<typeof WaiverId>

export const PackId = id.brand<'PackId'>()
export type PackId = z.infer<typeof PackId>

export const PointId = id.brand<'PointId'>()
export type PointId = z.infer<typeof PointId>

export const MarkId = id.brand<'MarkId'>()
export type MarkId = z.infer<typeof MarkId>

export const DiscoveryId = id.brand<'DiscoveryId'>()
export type DiscoveryId = z.infer<typeof DiscoveryId>
