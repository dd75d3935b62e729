import type { NodeId } from '#shared/model/ids'
import {
  alongConnectors,
  inReadingOrder,
  nodeTowards,
  type Direction,
} from '#shared/operations/navigate'
import { reveal } from '../../session/reveal'
import { defineCommand, type CommandContext } from '../define'

/** Where the last step along a connector could have led as well. */
let choices: { nodes: readonly NodeId[]; at: number } = { nodes: [], at: 0 }

const chosen = ({ board, view }: CommandContext) => {
  const id = view.selection.at(-1)
  return id ? board.node(id) : undefined
}

const DIRECTIONS: readonly [Direction, string][] = [
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
]

const hasBoard = ({ board }: CommandContext): boolean => board.nodes.length > 0

export default [
  ...DIRECTIONS.map(([direction, key]) =>
    defineCommand({
      id: `view.go.${direction}`,
      title: `Go ${direction}`,
      area: 'View',
      keys: [`Mod+${key}`],
      also: 'select next node focus move',
      when: hasBoard,
      run: (context) => {
        const from = chosen(context)
        const to = from
          ? nodeTowards(context.board, from, direction)
          : inReadingOrder(context.board.children(null))[0]
        if (to) reveal(context.session, to.id)
      },
    }),
  ),
  ...(['out', 'in'] as const).map((way) =>
    defineCommand({
      id: `view.follow.${way}`,
      title: way === 'out' ? 'Follow connector' : 'Follow connector back',
      area: 'View',
      keys: [way === 'out' ? 'Alt+ArrowRight' : 'Alt+ArrowLeft'],
      when: ({ view }) => view.selection.length > 0,
      run: (context) => {
        const from = chosen(context)
        if (!from) return
        const nodes = alongConnectors(context.board, from.id, way).map((node) => node.id)
        choices = { nodes, at: 0 }
        if (nodes[0]) reveal(context.session, nodes[0])
        else
          context.view.showHint(
            way === 'out'
              ? `No connector leads on from ${from.label}.`
              : `No connector leads to ${from.label}.`,
          )
      },
    }),
  ),
  ...([1, -1] as const).map((by) =>
    defineCommand({
      id: by > 0 ? 'view.follow.next' : 'view.follow.previous',
      title: by > 0 ? 'Other end: next' : 'Other end: previous',
      area: 'View',
      keys: [by > 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp'],
      also: 'connector alternative branch',
      when: ({ view }) => {
        const at = view.selection.at(-1)
        return at !== undefined && choices.nodes.includes(at)
      },
      run: ({ session, view }) => {
        const { nodes } = choices
        const at = nodes.indexOf(view.selection.at(-1) ?? ('' as NodeId))
        const next = nodes[(at + by + nodes.length) % nodes.length]
        if (next) reveal(session, next)
      },
    }),
  ),
  defineCommand({
    id: 'view.enterGroup',
    title: 'Enter group',
    area: 'View',
    keys: ['Mod+Shift+ArrowDown'],
    when: (context) => {
      const node = chosen(context)
      return node !== undefined && context.board.children(node.id).length > 0
    },
    run: (context) => {
      const node = chosen(context)
      const first = node && inReadingOrder(context.board.children(node.id))[0]
      if (first) reveal(context.session, first.id)
    },
  }),
  defineCommand({
    id: 'view.leaveGroup',
    title: 'Leave group',
    area: 'View',
    keys: ['Mod+Shift+ArrowUp'],
    also: 'parent out',
    when: (context) => chosen(context)?.parentId != null,
    run: (context) => {
      const parent = chosen(context)?.parentId
      if (parent) reveal(context.session, parent)
    },
  }),
  defineCommand({
    id: 'view.inspect',
    title: 'Go to facts',
    area: 'View',
    keys: ['I'],
    also: 'inspector properties edit',
    when: ({ view }) => view.selection.length + view.selectedEdges.length > 0,
    run: ({ view }) => {
      view.set({ panel: 'inspector', panelOpen: true, chromeHidden: false })
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(
            '#side-panel input:not([disabled]), #side-panel select:not([disabled]), #side-panel [role="radio"]',
          )
          ?.focus(),
      )
    },
  }),
]
