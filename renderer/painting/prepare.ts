import { usualIcons } from '#shared/catalogue/catalogue'
import type { ThemeName } from '#shared/render/theme'
import { iconSprites } from './icon-sprites'

/** Draws the icons that most boards need, so that the first one is not held up by them. Settles when they are there. */
export function prepareIcons(theme: ThemeName): Promise<void> {
  return iconSprites.prepare(usualIcons(), theme)
}
