import { useStore } from 'zustand'
import type { Preferences } from '#shared/ipc/contract'
import { useBridge } from '../../bridge/context'
import { appStore } from '../../stores/app-store'
import { Dialog } from '../../ui/Dialog'
import { CommitInput, Labelled, Segmented } from '../../ui/Field'

/** The person's name as others see it, and how the app looks. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const bridge = useBridge()
  const preferences = useStore(appStore, (s) => s.preferences)
  function set(change: Partial<Preferences>): void {
    appStore.setState({ preferences: { ...preferences, ...change } })
    void bridge.call('preferences.set', change).catch(() => undefined)
  }
  return (
    <Dialog title="Preferences" onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Labelled label="Your name" hint="Shown beside your cursor and on what you note down.">
          {(id) => (
            <CommitInput
              id={id}
              value={preferences.displayName}
              placeholder="Name"
              onCommit={(name) => set({ displayName: name.trim().slice(0, 80) })}
            />
          )}
        </Labelled>
        <Labelled label="Appearance">
          {() => (
            <Segmented<Preferences['theme']>
              label="Appearance"
              value={preferences.theme}
              choices={[
                { value: 'system', label: 'Like the system' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              onChange={(theme) => set({ theme })}
            />
          )}
        </Labelled>
      </div>
    </Dialog>
  )
}
