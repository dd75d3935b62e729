import { useEffect, useState } from 'react'
import type { Size } from '#shared/model/geometry'
import { previewPng, type PictureOptions } from '../../pictures/export-session'
import { useBoardView, useSession } from '../../session/context'

export interface Preview {
  url: string
  /** Of the picture at 1×, px. */
  size: Size
}

/** Room for the preview, CSS px. */
const ROOM: Size = { w: 640, h: 380 }

/** The picture as it will be saved, in small, as an object URL; `null` while it is being painted for the first time. */
export function usePreview(options: PictureOptions, wanted: boolean): Preview | 'failed' | null {
  const session = useSession()
  const view = useBoardView()
  const [preview, setPreview] = useState<Preview | 'failed' | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    const stop = new AbortController()
    const { signal } = stop
    let url = ''
    const within = { w: ROOM.w * devicePixelRatio, h: ROOM.h * devicePixelRatio }
    const paint = async (): Promise<void> => {
      const routes = await session.view.canvas?.routes()
      const { blob, size } = await previewPng(view, options, within, { signal, routes })
      if (signal.aborted) return
      url = URL.createObjectURL(blob)
      setPreview({ url, size })
    }
    paint().catch(() => {
      if (!signal.aborted) setPreview('failed')
    })
    return () => {
      stop.abort()
      if (url) URL.revokeObjectURL(url)
    }
  }, [session, view, options, wanted])
  return preview
}
