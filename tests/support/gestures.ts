import type { ServiceScope } from '#shared/catalogue/define'
import type { BoardView } from '#shared/model/board-view'
import type { EditContext } from '#shared/model/edit-context'
import type { NodeId } from '#shared/model/ids'
import type { Patch } from '#shared/model/patch'
import { GroupKind } from '#shared/model/records'
import { align, distribute } from '#shared/operations/arrange'
import { copyChosen, paste } from '#shared/operations/clipboard'
import { connect } from '#shared/operations/edges'
import {
  addGroup,
  addService,
  moveNodes,
  removeNodes,
  resizeGroup,
  setNodeFact,
  ungroup,
  wrapInGroup,
} from '#shared/operations/nodes'

const SCOPES: Record<string, ServiceScope> = {
  ec2: 'zonal',
  s3: 'regional',
  cloudfront: 'global',
  alb: 'vpc',
  users: 'external',
  'on-prem-server': 'on-premises',
}
export const scopeOf = (serviceId: string): ServiceScope => SCOPES[serviceId] ?? 'regional'

export interface Gesture {
  name: string
  patch: Patch
  /** Nodes the person took hold of, with all inside them: the only ones whose place may change. */
  held: ReadonlySet<NodeId>
}

/** One random thing a person could do to a board. */
export function randomGesture(view: BoardView, random: () => number, edit: EditContext): Gesture {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const int = (from: number, to: number): number => Math.floor(from + random() * (to - from + 1))
  const some = (): NodeId[] => {
    const ids: NodeId[] = []
    for (let i = int(1, 3); i > 0; i--) {
      const node = pick(view.nodes)
      if (node) ids.push(node.id)
    }
    return ids
  }
  const held = (ids: readonly NodeId[]): Set<NodeId> =>
    new Set(ids.flatMap((id) => [id, ...view.descendants(id).map((n) => n.id)]))
  const none = new Set<NodeId>()
  const at = (): { x: number; y: number } => ({ x: int(-600, 1400), y: int(-600, 1000) })

  const kind = view.nodes.length < 6 ? int(0, 1) : int(0, 10)
  switch (kind) {
    case 0:
      return {
        name: 'add service',
        patch: addService(
          view,
          { serviceId: pick(Object.keys(SCOPES)) ?? 'ec2', label: 'x', at: at() },
          scopeOf,
          edit,
        ).changes,
        held: none,
      }
    case 1:
      return {
        name: 'add group',
        patch: addGroup(
          view,
          {
            groupKind: pick(GroupKind.options) ?? 'vpc',
            label: 'g',
            rect: { ...at(), w: int(96, 700), h: int(72, 600) },
          },
          scopeOf,
          edit,
        ).changes,
        held: none,
      }
    case 2: {
      const groups = view.nodes.filter((n) => n.kind === 'group')
      const group = pick(groups)
      if (!group) return { name: 'nothing', patch: [], held: none }
      return {
        name: 'resize',
        patch: resizeGroup(
          view,
          group.id,
          {
            x: group.x + int(-200, 200),
            y: group.y + int(-200, 200),
            w: int(20, 800),
            h: int(20, 700),
          },
          scopeOf,
        ).changes,
        held: new Set([group.id]),
      }
    }
    case 3: {
      const clip = copyChosen(view, { nodes: some(), marks: [] })
      return {
        name: 'paste',
        patch: paste(view, clip, at(), { scopeOf, edit, marks: view.marks }).changes,
        held: none,
      }
    }
    case 4: {
      const [a, b] = [...some(), ...some()]
      return {
        name: 'connect',
        patch: a && b ? connect(view, { source: a, target: b }, edit).changes : [],
        held: none,
      }
    }
    case 5: {
      if (random() < 0.6) return { name: 'nothing', patch: [], held: none }
      const ids = some().slice(0, 1)
      return { name: 'remove', patch: removeNodes(view, ids), held: held(ids) }
    }
    case 6: {
      const ids = [...some(), ...some()]
      const along = random() < 0.5 ? 'horizontal' : 'vertical'
      const settled =
        random() < 0.5
          ? align(
              view,
              { nodes: ids, marks: [] },
              pick(['left', 'center', 'right', 'top', 'middle', 'bottom']) ?? 'left',
              scopeOf,
            )
          : distribute(view, { nodes: ids, marks: [] }, along, scopeOf)
      return { name: 'arrange', patch: settled.changes, held: held(ids) }
    }
    case 7: {
      const ids = some()
      return {
        name: 'wrap',
        patch: wrapInGroup(view, ids, { groupKind: 'generic', label: 'w' }, edit).changes,
        held: none,
      }
    }
    case 8: {
      const ids = some()
      if (random() < 0.5) return { name: 'ungroup', patch: ungroup(view, ids), held: new Set(ids) }
      return { name: 'fact', patch: setNodeFact(ids, 'multiAz', random() < 0.5, edit), held: none }
    }
    default: {
      const ids = some()
      return {
        name: 'move',
        patch: moveNodes(view, ids, { x: int(-500, 500), y: int(-500, 500) }, scopeOf).changes,
        held: held(ids),
      }
    }
  }
}
