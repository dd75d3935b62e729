import { ArrowDown, ArrowUp, Focus, Trash2 } from 'lucide-react'
import type { Frame } from '#shared/model/records'
import { useBoard, useCanEdit, useCommand, useSession } from '../../session/context'
import { Button, IconButton } from '../../ui/Button'
import { CommitInput } from '../../ui/Field'

/** Frames of the session in the order they are presented, with what to say at each. */
export function Frames() {
  const run = useCommand()
  const canEdit = useCanEdit()
  const boards = useBoard((b) => b.snapshot.content.boards)
  const frames = useBoard((b) => b.snapshot.content.frames)
  const isDrawn = useBoard(({ view }) => view && view.nodes.length + view.marks.length > 0)
  return (
    <section aria-label="Frames" className="px-3 py-3">
      <h3 className="text-xs font-semibold text-ink">Frames to present</h3>
      {frames.length === 0 ? (
        <p className="mt-0.5 text-xs text-faint">
          Without frames, Present shows each board as a whole
        </p>
      ) : null}
      {boards.map((board) => {
        const own = frames.filter((f) => f.boardId === board.id)
        return own.map((frame, i) => (
          <FrameRow
            key={frame.id}
            frame={frame}
            board={board.name}
            before={own[i - 1]}
            after={own[i + 1]}
          />
        ))
      })}
      {canEdit && isDrawn ? (
        <Button className="mt-2" onClick={() => run('present.addFrame')}>
          Add a frame around the selection
        </Button>
      ) : null}
    </section>
  )
}

function FrameRow({
  frame,
  board,
  before,
  after,
}: {
  frame: Frame
  board: string
  before: Frame | undefined
  after: Frame | undefined
}) {
  const session = useSession()
  const canEdit = useCanEdit()
  const set = (change: Partial<Omit<Frame, 'id' | 'boardId'>>): void => {
    session.edit([{ op: 'setFrame', id: frame.id, set: change }])
  }
  function swap(other: Frame): void {
    session.edit([
      { op: 'setFrame', id: frame.id, set: { order: other.order } },
      { op: 'setFrame', id: other.id, set: { order: frame.order } },
    ])
  }
  function show(): void {
    session.view.getState().set({ boardId: frame.boardId })
    session.view.canvas?.fitRect(frame, { animate: true, padding: 24, maxZoom: 2 })
  }
  return (
    <div data-frame={frame.id} className="group mt-1 flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <CommitInput
          aria-label="Frame title"
          value={frame.title}
          disabled={!canEdit}
          onCommit={(title) => {
            if (title.trim()) set({ title: title.trim() })
          }}
          className="border-transparent bg-transparent px-1 font-medium"
        />
        <CommitInput
          grow
          aria-label={`What to say at ${frame.title}`}
          placeholder={`On ${board}. What to say here`}
          value={frame.presenterNotes}
          disabled={!canEdit}
          onCommit={(presenterNotes) => set({ presenterNotes: presenterNotes.trim() })}
          className="border-transparent bg-transparent px-1 text-xs text-muted"
        />
      </div>
      <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
        <IconButton label="Show" className="size-6" onClick={show}>
          <Focus size={13} />
        </IconButton>
        {canEdit ? (
          <>
            <IconButton
              label="Earlier"
              className="size-6"
              disabled={!before}
              onClick={() => before && swap(before)}
            >
              <ArrowUp size={13} />
            </IconButton>
            <IconButton
              label="Later"
              className="size-6"
              disabled={!after}
              onClick={() => after && swap(after)}
            >
              <ArrowDown size={13} />
            </IconButton>
            <IconButton
              label="Delete frame"
              className="size-6"
              onClick={() => session.edit([{ op: 'removeFrame', id: frame.id }])}
            >
              <Trash2 size={13} />
            </IconButton>
          </>
        ) : null}
      </span>
    </div>
  )
}
