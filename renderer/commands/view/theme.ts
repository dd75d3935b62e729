import { appStore } from '../../stores/app-store'
import { defineCommand } from '../define'

export default defineCommand({
  id: 'view.toggleTheme',
  title: 'Switch between light and dark',
  area: 'View',
  keys: ['Alt+Shift+T'],
  also: 'theme dark mode light mode appearance',
  run: async ({ bridge }) => {
    const dark = document.documentElement.dataset['theme'] === 'dark'
    const preferences = await bridge.call('preferences.set', { theme: dark ? 'light' : 'dark' })
    appStore.setState({ preferences })
  },
})
