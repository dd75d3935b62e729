import { Download, FileJson, Image as ImageIcon, LoaderCircle, PenTool } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { toast } from 'sonner'
import {
  exportJson,
  exportPng,
  exportSvg,
  pictureSvg,
  type PictureOptions,
} from '../../pictures/export-session'
import { PictureTooLarge, tooLargeToRasterize } from '../../pictures/rasterize'
import { useBridge } from '../../bridge/context'
import { useBoard, useBoardView, useSession, useView } from '../../session/context'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Labelled, Segmented } from '../../ui/Field'
import { useTheme, type Theme } from '../../ui/theme'
import { messageOf } from '../library/use-library'

type Format = 'png' | 'svg' | 'json'
type Scale = '1' | '2' | '4'

/** Pictures of the board and the session as a file, with a preview of what will be saved. */
export function ExportDialog() {
  const bridge = useBridge()
  const session = useSession()
  const view = useBoardView()
  const content = useBoard((b) => b.snapshot.content)
  const selection = useView((v) => v.selection)
  const screenTheme = useTheme()
  const [format, setFormat] = useState<Format>('png')
  const [scale, setScale] = useState<Scale>('2')
  const [theme, setTheme] = useState<Theme>(screenTheme)
  const [background, setBackground] = useState<'solid' | 'transparent'>('solid')
  const [scope, setScope] = useState<'board' | 'selection'>('board')
  const [carry, setCarry] = useState(true)
  const [busy, setBusy] = useState(false)
  const close = (): void => session.view.getState().set({ dialog: null })

  const options: PictureOptions = useMemo(
    () => ({
      theme,
      background,
      only: scope === 'selection' ? new Set(selection) : null,
      carry: carry && scope === 'board',
    }),
    [theme, background, scope, selection, carry],
  )
  const preview = usePreview(options, format !== 'json')
  const size = preview && {
    w: Math.ceil(preview.widthPx * Number(scale)),
    h: Math.ceil(preview.heightPx * Number(scale)),
  }
  const tooLarge = format === 'png' && size !== null && tooLargeToRasterize(size.w, size.h)

  async function save(): Promise<void> {
    setBusy(true)
    try {
      const file =
        format === 'json'
          ? exportJson(content)
          : format === 'svg'
            ? await exportSvg(view, content, options)
            : await exportPng(view, content, options, Number(scale))
      const { saved, name } = await bridge.saveFile(file)
      if (saved) {
        toast.success(`Saved ${name ?? file.name}`)
        close()
      }
    } catch (error) {
      const description = error instanceof PictureTooLarge ? error.message : messageOf(error)
      toast.error('The export did not work', { description, duration: 8000 })
    }
    setBusy(false)
  }

  return (
    <Dialog
      title="Export"
      wide
      onClose={close}
      footer={
        <>
          <span className="flex-1 text-xs text-muted">
            {format === 'json'
              ? 'The whole session: every board, fact and note. Imports to an identical session.'
              : options.carry
                ? 'The picture carries the session: drop it on the library to open it again.'
                : 'A picture only; it cannot be opened as a session.'}
          </span>
          <Button kind="quiet" onClick={close}>
            Cancel
          </Button>
          <Button
            kind="primary"
            disabled={busy || tooLarge}
            icon={
              busy ? <LoaderCircle size={14} className="animate-spin" /> : <Download size={14} />
            }
            onClick={() => void save()}
          >
            {busy ? 'Exporting…' : `Export ${format.toUpperCase()}`}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[1fr_220px] gap-5">
        <div
          className="flex h-[380px] items-center justify-center overflow-hidden rounded-md border border-line"
          style={
            background === 'transparent' && format !== 'json'
              ? {
                  background:
                    'repeating-conic-gradient(var(--sunken) 0 25%, var(--surface) 0 50%) 0 0/16px 16px',
                }
              : { background: 'var(--sunken)' }
          }
        >
          {format === 'json' ? (
            <div className="flex flex-col items-center gap-2 text-muted">
              <FileJson size={32} strokeWidth={1.25} />
              <span>
                {content.boards.length} {content.boards.length === 1 ? 'board' : 'boards'},{' '}
                {content.nodes.length} nodes, {content.edges.length} connectors
              </span>
            </div>
          ) : preview ? (
            <img
              alt="Preview of the exported picture"
              src={preview.url}
              className="max-h-full max-w-full object-contain"
            />
          ) : (
            <LoaderCircle size={18} className="animate-spin text-faint" />
          )}
        </div>
        <div className="flex flex-col gap-4">
          <Labelled label="Format">
            {() => (
              <Segmented<Format>
                label="Format"
                value={format}
                choices={[
                  { value: 'png', label: 'PNG', icon: <ImageIcon size={12} /> },
                  { value: 'svg', label: 'SVG', icon: <PenTool size={12} /> },
                  { value: 'json', label: 'JSON', icon: <FileJson size={12} /> },
                ]}
                onChange={setFormat}
              />
            )}
          </Labelled>
          {format === 'png' ? (
            <Labelled
              label="Scale"
              {...(size
                ? {
                    hint: `${size.w} × ${size.h} pixels${tooLarge ? ': too large, choose a smaller scale' : ''}`,
                  }
                : {})}
            >
              {() => (
                <Segmented<Scale>
                  label="Scale"
                  value={scale}
                  choices={[
                    { value: '1', label: '1×' },
                    { value: '2', label: '2×' },
                    { value: '4', label: '4×' },
                  ]}
                  onChange={setScale}
                />
              )}
            </Labelled>
          ) : null}
          {format !== 'json' ? (
            <>
              <Labelled label="What">
                {() => (
                  <Segmented<'board' | 'selection'>
                    label="What"
                    value={scope}
                    disabled={selection.length === 0}
                    choices={[
                      { value: 'board', label: 'Whole board' },
                      { value: 'selection', label: 'Selection' },
                    ]}
                    onChange={setScope}
                  />
                )}
              </Labelled>
              <Labelled label="Theme">
                {() => (
                  <Segmented<Theme>
                    label="Theme"
                    value={theme}
                    choices={[
                      { value: 'light', label: 'Light' },
                      { value: 'dark', label: 'Dark' },
                    ]}
                    onChange={setTheme}
                  />
                )}
              </Labelled>
              <Labelled label="Background">
                {() => (
                  <Segmented<'solid' | 'transparent'>
                    label="Background"
                    value={background}
                    choices={[
                      { value: 'solid', label: 'Solid' },
                      { value: 'transparent', label: 'None' },
                    ]}
                    onChange={setBackground}
                  />
                )}
              </Labelled>
              <label className="flex items-start gap-2 text-xs">
                <input
                  type="checkbox"
                  checked={options.carry}
                  disabled={scope === 'selection'}
                  onChange={(e) => setCarry(e.target.checked)}
                  className="mt-0.5 accent-[var(--accent)]"
                />
                <span>
                  Put the session inside
                  <span className="block text-faint">
                    Leave out to give the picture away without notes and other boards.
                  </span>
                </span>
              </label>
            </>
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}

interface Preview {
  url: string
  widthPx: number
  heightPx: number
}

/** The picture as it will be saved, as an object URL; `null` while it is being drawn. */
function usePreview(options: PictureOptions, wanted: boolean): Preview | null {
  const view = useBoardView()
  const content = useBoard((b) => b.snapshot.content)
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    let url = ''
    void pictureSvg(view, content, options).then(({ svg, widthPx, heightPx }) => {
      if (gone) return
      url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      setPreview({ url, widthPx, heightPx })
    })
    return () => {
      gone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [view, content, options, wanted])
  return preview
}
