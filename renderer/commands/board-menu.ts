import type { MenuEntries, MenuEntry, MenuOfEntries } from '../ui/Menu'
import type { CommandContext } from './define'
import { commandById, runCommand, shortcutOf } from './registry'

/** A command by its id, or several behind one entry. */
type Offer = string | { title: string; offers: readonly string[] }

/** Lining things up and spacing them out. */
export const ALIGNMENTS: readonly string[] = [
  'arrange.align.left',
  'arrange.align.center',
  'arrange.align.right',
  'arrange.align.top',
  'arrange.align.middle',
  'arrange.align.bottom',
  'arrange.distribute.horizontal',
  'arrange.distribute.vertical',
]

/** What is offered for things that are selected, in this order. Each command knows for what it is. */
const FOR_SELECTED: readonly (readonly Offer[])[] = [
  ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate'],
  [
    'edit.label',
    'arrange.swap',
    'edit.connect',
    'edit.reverseConnector',
    'edit.resetRoute',
    'edit.openLink',
    'edit.link',
    'edit.removeLink',
  ],
  [
    {
      title: 'Align',
      offers: ALIGNMENTS,
    },
    {
      title: 'Size',
      offers: ['arrange.size.both', 'arrange.size.width', 'arrange.size.height'],
    },
    {
      title: 'Order',
      offers: [
        'arrange.stack.front',
        'arrange.stack.forward',
        'arrange.stack.backward',
        'arrange.stack.back',
      ],
    },
    { title: 'Select', offers: ['edit.selectSameKind', 'edit.selectConnected'] },
    'arrange.group',
    'arrange.ungroup',
    'arrange.lock',
    'view.zoomSelection',
  ],
  ['edit.delete'],
]

/** What is offered where nothing is. */
const FOR_BOARD: readonly (readonly Offer[])[] = [
  ['edit.paste'],
  [
    'edit.quickAdd',
    'whiteboard.sticky',
    'whiteboard.text',
    'board.insertTemplate',
    'board.importTemplate',
  ],
  ['edit.selectAll', 'arrange.layout', 'view.toggleGrid'],
  ['view.find', 'view.zoomFit', 'view.zoom100'],
]

/** Whether anything is selected: the menu is that of the selection, else of the board. */
export function hasSelection({ view }: CommandContext): boolean {
  return view.selection.length + view.selectedEdges.length + view.selectedMarks.length > 0
}

/**
 * The commands that may run now, as a menu.
 *
 * @param now what they are to act on when they are chosen; `null` when there is nothing any more
 */
export function boardMenu(
  context: CommandContext,
  now: () => CommandContext | null,
): (MenuEntry | MenuOfEntries | null)[] {
  const sections = (hasSelection(context) ? FOR_SELECTED : FOR_BOARD)
    .map((section) => section.flatMap((offer) => entriesOf(offer, context, now)))
    .filter((section) => section.length > 0)
  return sections.flatMap((section, i) => (i === 0 ? section : [null, ...section]))
}

function entriesOf(
  offer: Offer,
  context: CommandContext,
  now: () => CommandContext | null,
): MenuEntries {
  if (typeof offer !== 'string') {
    const entries = offer.offers.flatMap((id) => entriesOf(id, context, now))
    return entries.length === 0 ? [] : [{ label: offer.title, entries }]
  }
  const command = commandById(offer)
  if (!command || (command.when && !command.when(context))) return []
  const keys = shortcutOf(offer)
  return [
    {
      label: command.title,
      danger: offer === 'edit.delete',
      ...(keys === undefined ? {} : { keys }),
      ...(command.isOn ? { isOn: command.isOn(context) } : {}),
      onSelect: () => {
        const then = now()
        if (then) runCommand(command, then)
      },
    },
  ]
}
