import darkIcons from 'virtual:dark-icons'
import { iconFile } from '#shared/render/icon-symbol'
import { useTheme, type Theme } from './theme'

const inDark = new Set(darkIcons)

/** Address of an icon's file. `icon` is a path under `icons/` without its ending. */
export function iconUrl(icon: string, theme: Theme = 'light'): string {
  const file = iconFile(icon, theme)
  const folder = theme === 'dark' && inDark.has(file) ? 'icons/dark' : 'icons'
  return `${import.meta.env.BASE_URL}${folder}/${file}.svg`
}

/** An icon of the catalogue. Decorative: what it stands for is said in text beside it. */
export function AwsIcon({ icon, size }: { icon: string; size: number }) {
  const theme = useTheme()
  return (
    <img
      src={iconUrl(icon, theme)}
      width={size}
      height={size}
      alt=""
      draggable={false}
      loading="lazy"
      className="shrink-0 rounded-[3px] select-none"
    />
  )
}
