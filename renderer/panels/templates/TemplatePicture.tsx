import { useEffect, useState } from 'react'
import { renderThumbnail } from '#shared/render/thumbnail'
import type { Template } from '#shared/templates/define'
import { templateDrawing } from '#shared/templates/drawing'
import { iconsFor } from '../../pictures/icons'
import { useTheme, type Theme } from '../../ui/theme'

const SIZE = { widthPx: 280, heightPx: 158 } as const

/** A template never changes: one picture per theme is enough for as long as the window lives. */
const pictures = new Map<string, Promise<string>>()

/** A template at a glance, drawn from the model. Decorative: title and summary stand beside it. */
export function TemplatePicture({ template }: { template: Template }) {
  const theme = useTheme()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    pictureOf(template, theme).then(
      (found) => {
        if (!gone) setAddress(found)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [template, theme])
  return (
    <span className="block aspect-[16/9] border-b border-line bg-sunken">
      {address ? (
        <img
          alt=""
          draggable={false}
          src={address}
          className="float-in h-full w-full object-cover"
        />
      ) : null}
    </span>
  )
}

function pictureOf(template: Template, theme: Theme): Promise<string> {
  const key = `${theme} ${template.templateId}`
  const known = pictures.get(key)
  if (known) return known
  const { view } = templateDrawing(template)
  const made = iconsFor(view).then((icons) => {
    const svg = renderThumbnail(view, (icon) => icons.get(icon), { ...SIZE, theme })
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  })
  pictures.set(key, made)
  made.catch(() => pictures.delete(key))
  return made
}
