import type { BoardView } from '#shared/model/board-view'
import type { Point, Rect } from '#shared/model/geometry'
import type { EdgeId } from '#shared/model/ids'
import { chosenMarks, type Chosen } from '#shared/operations/chosen'
import { boundsOf } from '#shared/render/bounds'
import type { AppBridge } from '../bridge/app-bridge'
import type { OpenSession } from '../session/open-session'
import type { ViewActions, ViewState } from '../stores/view-store'

/** What a command may look at and act on. */
export interface CommandContext {
  bridge: AppBridge
  session: OpenSession
  board: BoardView
  view: ViewState & ViewActions
  canEdit: boolean
}

export type CommandArea = 'Edit' | 'Arrange' | 'Board' | 'View' | 'Session' | 'Present' | 'Help'

/** Something a user can trigger. Menu, palette, shortcut, tooltip and help all read this one declaration. */
export interface Command {
  /** `area.verb`, stable: the native menu and people's own shortcuts refer to it. */
  id: string
  title: string
  area: CommandArea
  /** `Mod` is Cmd on a Mac and Ctrl elsewhere. The first is shown. */
  keys?: readonly string[]
  /** Keys that the system turns into this itself: shown, not listened for. */
  systemKeys?: string
  /** A switch: whether it is on. */
  isOn?: (context: CommandContext) => boolean
  /** Left out: always. */
  when?: (context: CommandContext) => boolean
  run(context: CommandContext): void | Promise<void>
  /** Other words people look for it by. */
  also?: string
}

/** Identity function that gives a command file its type. */
export function defineCommand(command: Command): Command {
  return command
}

export const canEdit = ({ canEdit: allowed }: CommandContext): boolean => allowed
/** What is chosen on the board. */
export function chosenIn(view: ViewState): Chosen & { edges: readonly EdgeId[] } {
  return { nodes: view.selection, edges: view.selectedEdges, marks: view.selectedMarks }
}

/** The place that the chosen nodes and marks take; `null` when there are none. */
export function chosenBounds(board: BoardView, view: ViewState): Rect | null {
  const nodes = view.selection.flatMap((id) => board.node(id) ?? [])
  return boundsOf(nodes, chosenMarks(board, view.selectedMarks))
}

export const hasNodes = ({ canEdit: allowed, view }: CommandContext): boolean =>
  allowed && view.selection.length > 0
/** Nodes, connectors or marks. */
export const hasAny = ({ canEdit: allowed, view }: CommandContext): boolean =>
  allowed && view.selection.length + view.selectedEdges.length + view.selectedMarks.length > 0
/** So many nodes and marks. */
export const atLeastThings =
  (count: number) =>
  ({ canEdit: allowed, view }: CommandContext): boolean =>
    allowed && view.selection.length + view.selectedMarks.length >= count
export const hasThings = atLeastThings(1)

/** Where on the board the menu was opened that a command is chosen from. */
export function menuPoint({ menu }: ViewState): Point | null {
  return menu === null || menu === 'asked' ? null : menu.at
}
