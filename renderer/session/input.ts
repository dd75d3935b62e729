import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useBridge } from '../bridge/context'
import { addPictures, picturesIn } from '../canvas/marks/add-pictures'
import { clipboardText, pasteText, removeCut } from '../commands/edit/clipboard'
import { isTyping, listenForShortcuts } from '../commands/keyboard'
import { appStore } from '../stores/app-store'
import { commandContext, useSession } from './context'

/** Runs commands by their keys. */
export function useShortcuts(): void {
  const bridge = useBridge()
  const session = useSession()
  const own = useStore(appStore, (s) => s.preferences.shortcuts)
  // Another set of keys is listened for from then on.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(
    () => listenForShortcuts(window, () => commandContext(bridge, session)),
    [bridge, session, own],
  )
}

/** The system clipboard's own events, so that copy and paste work between windows and without asking permission. */
export function useClipboard(): void {
  const bridge = useBridge()
  const session = useSession()
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      if (isTyping(event)) return
      const context = commandContext(bridge, session)
      const text = context && clipboardText(context)
      if (!context || !text) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      if (event.type === 'cut') removeCut(context)
    }
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event)) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const pictures = picturesIn(event.clipboardData?.files ?? [])
      const middle = session.view.canvas?.center()
      if (text === '' && pictures.length > 0 && middle && session.canEdit) {
        event.preventDefault()
        void addPictures(session, pictures, middle)
        return
      }
      const context = commandContext(bridge, session)
      if (context && session.canEdit && pasteText(context, text)) event.preventDefault()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [bridge, session])
}
