/** Work that can be stopped for a moment after every few milliseconds; ends with its result. */
export type Pieces<T> = Generator<void, T>

/** Does all of it in one go. */
export function allAtOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
