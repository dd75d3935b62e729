import { Download, FileJson, Image as ImageIcon, LoaderCircle, PenTool } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  exportJson,
  exportPng,
  exportSvg,
  type PictureOptions,
} from '../../pictures/export-session'
import { countOf } from '../../canvas/marks/mark-names'
import { isTooLarge } from '../../pictures/picture-error'
import { useBoard, useBoardView, useSession, useView } from '../../session/context'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Labelled, Segmented } from '../../ui/Field'
import { useTheme, type Theme } from '../../ui/theme'
import { useExport } from './use-export'
import { usePreview } from './use-preview'

type Format = 'png' | 'svg' | 'json'
type Scale = '1' | '2' | '4'

/** Pictures of the board and the session as a file, with a preview of what will be saved. */
export function ExportDialog() {
  const session = useSession()
  const view = useBoardView()
  const content = useBoard((b) => b.snapshot.content)
  const selection = useView((v) => v.selection)
  const selectedMarks = useView((v) => v.selectedMarks)
  const screenTheme = useTheme()
  const [format, setFormat] = useState<Format>('png')
  const [scale, setScale] = useState<Scale>('2')
  const [theme, setTheme] = useState<Theme>(screenTheme)
  const [background, setBackground] = useState<'solid' | 'transparent'>('solid')
  const [scope, setScope] = useState<'board' | 'selection'>('board')
  const [carry, setCarry] = useState(true)
  const close = (): void => session.view.getState().set({ dialog: null })

  const options: PictureOptions = useMemo(
    () => ({
      theme,
      background,
      only:
        scope === 'selection' ? { nodes: new Set(selection), marks: new Set(selectedMarks) } : null,
      carry: carry && scope === 'board',
    }),
    [theme, background, scope, selection, selectedMarks, carry],
  )
  const preview = usePreview(options, format !== 'json')
  const painted = preview === 'failed' ? null : preview
  const size = painted && {
    w: Math.ceil(painted.size.w * Number(scale)),
    h: Math.ceil(painted.size.h * Number(scale)),
  }
  const tooLarge = format === 'png' && size !== null && isTooLarge(size.w, size.h)
  const { running, run, cancel } = useExport(close)
  const save = (): Promise<void> =>
    run(async (watch) => {
      if (format === 'json') return exportJson(content, watch.signal)
      const routes = await session.view.canvas?.routes()
      if (format === 'svg') return exportSvg(view, content, options, { ...watch, routes })
      return exportPng(view, content, options, Number(scale), { ...watch, routes })
    })

  return (
    <Dialog
      title="Export"
      wide
      onClose={close}
      footer={
        <>
          {running?.isLong ? (
            <Progress share={running.share} isKnown={format === 'png'} />
          ) : (
            <span className="flex-1 text-xs text-muted">
              {format === 'json'
                ? 'The whole session: every board, fact and note. Imports to an identical session.'
                : options.carry
                  ? 'The picture carries the session: drop it on the library to open it again.'
                  : 'A picture only; it cannot be opened as a session.'}
            </span>
          )}
          <Button kind="quiet" onClick={running ? cancel : close}>
            Cancel
          </Button>
          <Button
            kind="primary"
            disabled={running !== null || tooLarge}
            icon={
              running ? <LoaderCircle size={14} className="animate-spin" /> : <Download size={14} />
            }
            onClick={() => void save()}
          >
            {running ? 'Exporting…' : `Export ${format.toUpperCase()}`}
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
                {content.marks.length > 0 ? `, ${countOf(0, content.marks.length)}` : ''}
              </span>
            </div>
          ) : painted ? (
            <img
              alt="Preview of the exported picture"
              src={painted.url}
              className="max-h-full max-w-full object-contain"
              style={{ width: painted.size.w, height: painted.size.h }}
            />
          ) : preview === 'failed' ? (
            <span className="text-muted">The preview could not be painted.</span>
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
                    disabled={selection.length + selectedMarks.length === 0}
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

/** How much of the picture is painted, where that can be told. */
function Progress({ share, isKnown }: { share: number; isKnown: boolean }) {
  const percent = Math.floor(share * 100)
  return (
    <div className="flex flex-1 items-center gap-3 text-xs text-muted">
      <div
        role="progressbar"
        aria-label={isKnown ? 'Painting the picture' : 'Writing the file'}
        {...(isKnown && { 'aria-valuenow': percent })}
        className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={`h-full rounded-full bg-accent transition-[width] duration-150 ease-out motion-reduce:transition-none ${isKnown ? '' : 'animate-pulse motion-reduce:animate-none'}`}
          style={{ width: isKnown ? `${percent}%` : '100%' }}
        />
      </div>
      <span className="w-9 text-right tabular-nums">{isKnown ? `${percent} %` : ''}</span>
    </div>
  )
}
