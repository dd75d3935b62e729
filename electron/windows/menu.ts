import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Preferences } from '../../shared/ipc/contract'

/**
 * Sets the native menu. Entries of ours name a command; the window runs it as if its own button were pressed.
 *
 * @param preferences the person's own shortcuts, and what is switched on
 */
export function setMenu(
  run: (commandId: string) => void,
  { shortcuts: own = {}, layout }: Preferences,
): void {
  const command = (
    label: string,
    commandId: string,
    usual?: string,
  ): MenuItemConstructorOptions => {
    const accelerator = own[commandId]?.replace('Mod', 'CommandOrControl') ?? usual
    return {
      label,
      click: () => run(commandId),
      // Shown only: the window handles its keys itself, since in a text field they mean something else.
      ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    }
  }
  const toggle = (
    label: string,
    commandId: string,
    usual: string,
    isOn: boolean,
  ): MenuItemConstructorOptions => ({
    ...command(label, commandId, usual),
    type: 'checkbox',
    checked: isOn,
    click: (item) => {
      // The window says what comes of it: then the menu is set again.
      item.checked = isOn
      run(commandId)
    },
  })
  const divider: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        command('Sessions…', 'library.open'),
        command('Export…', 'session.export', 'CommandOrControl+E'),
        divider,
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        command('Undo', 'edit.undo', 'CommandOrControl+Z'),
        command('Redo', 'edit.redo', 'CommandOrControl+Shift+Z'),
        divider,
        { role: 'cut', registerAccelerator: false },
        { role: 'copy', registerAccelerator: false },
        { role: 'paste', registerAccelerator: false },
        { role: 'selectAll', registerAccelerator: false },
        divider,
        command('Find command…', 'palette.open', 'CommandOrControl+K'),
      ],
    },
    {
      label: 'View',
      submenu: [
        command('Zoom to fit', 'view.zoomFit'),
        command('Show or hide panels', 'view.togglePanels'),
        divider,
        command('Present', 'present.start'),
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: 'Board',
      submenu: [
        command('New board', 'board.add'),
        command('Copy to a target board', 'board.copyToTarget'),
        divider,
        command('Insert a reference architecture…', 'board.insertTemplate'),
        command('Import a CloudFormation template…', 'board.importTemplate'),
        command('What the import understood', 'board.importReport'),
        divider,
        command('Lay out', 'arrange.layout', 'CommandOrControl+Shift+L'),
        toggle('Snap to grid', 'view.toggleGrid', 'Shift+G', layout['snapToGrid'] === true),
        divider,
        command('Rename', 'board.rename'),
        {
          label: 'Mark as',
          submenu: [
            command('Current', 'board.markCurrent'),
            command('Target', 'board.markTarget'),
            command('Sketch', 'board.markSketch'),
          ],
        },
        command('Next board', 'board.next', 'CommandOrControl+PageDown'),
        command('Previous board', 'board.previous', 'CommandOrControl+PageUp'),
        divider,
        command('Delete this board', 'board.delete'),
      ],
    },
    { label: 'Help', submenu: [command('Keyboard shortcuts', 'help.shortcuts')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
