import { f64, i32 } from './flat'

/** States of a search, the cheapest first; used again and again without allocating. */
export class StateHeap {
  size = 0
  private costs = new Float64Array(1024)
  private states = new Int32Array(1024)

  clear(): void {
    this.size = 0
  }

  push(cost: number, state: number): void {
    if (this.size === this.costs.length) this.grow()
    const { costs, states } = this
    let at = this.size++
    while (at > 0) {
      const up = (at - 1) >> 1
      if (f64(costs, up) <= cost) break
      costs[at] = f64(costs, up)
      states[at] = i32(states, up)
      at = up
    }
    costs[at] = cost
    states[at] = state
  }

  /** Takes the cheapest one out; there has to be one. */
  pop(): number {
    const { costs, states } = this
    const top = i32(states, 0)
    const size = --this.size
    const cost = f64(costs, size)
    const state = i32(states, size)
    let at = 0
    for (;;) {
      let down = at * 2 + 1
      if (down >= size) break
      if (down + 1 < size && f64(costs, down + 1) < f64(costs, down)) down++
      if (f64(costs, down) >= cost) break
      costs[at] = f64(costs, down)
      states[at] = i32(states, down)
      at = down
    }
    costs[at] = cost
    states[at] = state
    return top
  }

  private grow(): void {
    const costs = new Float64Array(this.size * 2)
    costs.set(this.costs)
    this.costs = costs
    const states = new Int32Array(this.size * 2)
    states.set(this.states)
    this.states = states
  }
}
