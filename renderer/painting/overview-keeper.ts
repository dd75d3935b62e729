import { inPieces } from '../ui/idle'

/** How long after a change the small picture of the board follows, ms. */
const AFTER_MS = 150
/** While the window is busy, it gets on by a piece every so often, ms. */
const PIECE_WITHIN_MS = 120

/** Keeps the small picture of a whole board current: a while after changes, and piece by piece. */
export class OverviewKeeper {
  private timer = 0
  private cancel: (() => void) | null = null
  private isStale = false
  private isHeld = true
  private listener: (() => void) | null = null

  /** @param work paints what has changed, in pieces */
  constructor(private readonly work: () => Iterator<unknown>) {}

  /** Calls back when the picture is current again; there is one listener. */
  onReady(listener: () => void): () => void {
    this.listener = listener
    this.soon()
    return () => {
      if (this.listener === listener) this.listener = null
    }
  }

  /** The window itself is painted: there is time for this now. */
  start(): void {
    if (!this.isHeld) return
    this.isHeld = false
    this.soon()
  }

  /** Something looks different. */
  soon(): void {
    this.isStale = true
    if (this.isHeld || this.timer !== 0 || this.cancel || !this.listener) return
    this.timer = window.setTimeout(() => {
      this.timer = 0
      this.cancel = inPieces(this.run(), PIECE_WITHIN_MS)
    }, AFTER_MS)
  }

  dispose(): void {
    window.clearTimeout(this.timer)
    this.cancel?.()
    this.listener = null
  }

  private *run(): Generator<unknown, void> {
    this.isStale = false
    const work = this.work()
    while (!work.next().done) yield
    this.listener?.()
    this.cancel = null
    if (this.isStale) this.soon()
  }
}
