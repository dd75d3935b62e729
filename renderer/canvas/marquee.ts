import { contains, intersects, type Point, type Rect } from '#shared/model/geometry'
import type { MarkId, NodeId } from '#shared/model/ids'
import type { BoardScene } from '../painting/board-scene'
import type { OpenSession } from '../session/open-session'
import { RESTING, type CanvasStore } from './canvas-store'
import type { Gesture } from './gesture'

/** What was chosen before; stays chosen. */
interface Before {
  nodes: readonly NodeId[]
  marks: readonly MarkId[]
}

/** A rectangle drawn around things. To the right it takes what it encloses, to the left what it touches. */
export class Marquee implements Gesture {
  readonly pans = true

  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    private readonly scene: BoardScene,
    private readonly from: Point,
    private readonly before: Before,
  ) {}

  move(at: Point): void {
    const marquee: Rect = {
      x: Math.min(at.x, this.from.x),
      y: Math.min(at.y, this.from.y),
      w: Math.abs(at.x - this.from.x),
      h: Math.abs(at.y - this.from.y),
    }
    const takes =
      at.x < this.from.x
        ? (one: Rect) => intersects(one, marquee)
        : (one: Rect) => contains(marquee, one)
    // A group that lies all around the marquee is not meant.
    const nodes = this.scene
      .nodesIn(marquee)
      .filter((node) => takes(node) && !(node.kind === 'group' && contains(node, marquee)))
    const marks = this.scene.marksIn(marquee).filter(takes)
    this.canvas.setState({ marquee })
    this.choose(
      [...this.before.nodes, ...nodes.map(({ id }) => id)],
      [...this.before.marks, ...marks.map(({ id }) => id)],
    )
  }

  end(): void {
    this.canvas.setState(RESTING)
  }

  cancel(): void {
    this.choose(this.before.nodes, this.before.marks)
    this.canvas.setState(RESTING)
  }

  private choose(nodes: readonly NodeId[], marks: readonly MarkId[]): void {
    this.session.view.getState().select([...new Set(nodes)], [], [...new Set(marks)])
  }
}
