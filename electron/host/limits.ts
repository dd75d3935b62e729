/** Bounds on what one peer may send. Generous for people, small for a machine that means harm. */
export const HOST_LIMITS = {
  /** Largest single message from a guest, in bytes. A pasted board of 5,000 nodes is about 2 MB. */
  messageBytes: 16 * 1024 * 1024,
  presenceBytes: 256 * 1024,
  /** Before admission: a handshake and the state vector. */
  strangerBytes: 1024 * 1024,
  strangerMessages: 50,
  admissionMs: 10_000,
  /** Sustained and burst messages of an admitted peer; a drag sends 30 positions a second. */
  messagesPerSecond: 400,
  messageBurst: 4_000,
  /** Edits waiting for others that never came, in bytes. */
  pendingBytes: 16 * 1024 * 1024,
  connections: 64,
  connectionsPerAddress: 24,
  attemptsPerMinute: 120,
  httpPerMinute: 3_000,
} as const

/** Allows `perSecond` on average and `burst` at once. */
export class TokenBucket {
  #tokens: number
  #at: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly now: () => number = Date.now,
  ) {
    this.#tokens = burst
    this.#at = now()
  }

  take(): boolean {
    const now = this.now()
    this.#tokens = Math.min(
      this.burst,
      this.#tokens + (Math.max(0, now - this.#at) / 1000) * this.perSecond,
    )
    this.#at = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  get isFull(): boolean {
    return this.#tokens + (Math.max(0, this.now() - this.#at) / 1000) * this.perSecond >= this.burst
  }
}

/** A bucket for each address, forgetting those that have been quiet. */
export class AddressLimiter {
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(private readonly perMinute: number) {}

  take(address: string): boolean {
    if (this.#buckets.size > 1_000)
      for (const [key, bucket] of this.#buckets) if (bucket.isFull) this.#buckets.delete(key)
    let bucket = this.#buckets.get(address)
    if (!bucket) {
      bucket = new TokenBucket(this.perMinute / 60, this.perMinute)
      this.#buckets.set(address, bucket)
    }
    return bucket.take()
  }
}
