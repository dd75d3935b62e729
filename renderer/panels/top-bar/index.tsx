import {
  ChevronDown,
  Copy,
  Download,
  FileUp,
  House,
  Network,
  Pencil,
  Plus,
  Presentation,
  Redo2,
  Share2,
  Trash2,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import type { Board, BoardKind } from '#shared/model/records'
import { BOARD_NAMES } from '#shared/operations/boards'
import { shortcutOf } from '../../commands/registry'
import { useBridge } from '../../bridge/context'
import {
  useBoard,
  useBoardView,
  useCanEdit,
  useCommand,
  useConnection,
  useSession,
  useView,
} from '../../session/context'
import { Button, IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { CommitInput } from '../../ui/Field'
import { People } from './People'

/** Home, what this is about, the boards, the people, and what one takes away. */
export function TopBar() {
  const run = useCommand()
  const bridge = useBridge()
  const owner = useConnection((c) => c.role === 'owner')
  const canEdit = useCanEdit()
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-2">
      {bridge.kind === 'guest' ? null : (
        <IconButton label="Library" onClick={() => run('library.open')}>
          <House size={16} />
        </IconButton>
      )}
      <SessionTitle />
      <span className="mx-1 h-5 w-px shrink-0 bg-line" />
      <BoardTabs />
      <span className="flex-1" />
      {canEdit ? (
        <span className="flex">
          <IconButton
            label="Undo"
            keys={shortcutOf('edit.undo') ?? ''}
            onClick={() => run('edit.undo')}
          >
            <Undo2 size={16} />
          </IconButton>
          <IconButton
            label="Redo"
            keys={shortcutOf('edit.redo') ?? ''}
            onClick={() => run('edit.redo')}
          >
            <Redo2 size={16} />
          </IconButton>
        </span>
      ) : (
        <span className="rounded-full border border-line px-2 py-0.5 text-xs text-muted">
          View only
        </span>
      )}
      <People />
      {owner ? (
        <Button icon={<Share2 size={14} />} onClick={() => run('session.share')}>
          Share
        </Button>
      ) : null}
      <Button icon={<Presentation size={14} />} onClick={() => run('present.start')}>
        Present
      </Button>
      <Button kind="primary" icon={<Download size={14} />} onClick={() => run('session.export')}>
        Export
      </Button>
    </header>
  )
}

function SessionTitle() {
  const session = useSession()
  const canEdit = useCanEdit()
  const meta = useBoard((b) => b.snapshot.content.meta)
  const [editing, setEditing] = useState(false)
  if (editing)
    return (
      <span className="flex w-80 gap-1.5">
        <CommitInput
          autoFocus
          aria-label="Session title"
          value={meta.title}
          onCommit={(title) => {
            if (title.trim()) session.edit([{ op: 'setMeta', set: { title: title.trim() } }])
            setEditing(false)
          }}
        />
        <CommitInput
          aria-label="Customer"
          placeholder="Customer"
          value={meta.customer}
          onCommit={(customer) => {
            session.edit([{ op: 'setMeta', set: { customer: customer.trim() } }])
            setEditing(false)
          }}
        />
      </span>
    )
  return (
    <button
      type="button"
      disabled={!canEdit}
      title={canEdit ? 'Rename' : undefined}
      onClick={() => setEditing(true)}
      className="flex max-w-72 min-w-0 items-baseline gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover"
    >
      <span className="truncate font-semibold">{meta.title}</span>
      {meta.customer ? <span className="truncate text-xs text-muted">{meta.customer}</span> : null}
    </button>
  )
}

const KIND_DOT: Record<BoardKind, string> = {
  current: 'bg-[#0b7285]',
  target: 'bg-[#7a3ec8]',
  sketch: 'bg-faint',
}

function BoardTabs() {
  const boards = useBoard((b) => b.snapshot.content.boards)
  const view = useBoardView()
  const canEdit = useCanEdit()
  const run = useCommand()
  const session = useSession()
  const renaming = useView((v) => v.editing?.kind === 'board' && v.editing.id === view.board.id)
  return (
    <div className="flex min-w-0 items-center gap-0.5">
      {renaming ? (
        <BoardName
          board={view.board}
          onDone={() => session.view.getState().set({ editing: null })}
        />
      ) : (
        <div
          role="tablist"
          aria-label="Boards"
          className="scroll-thin flex min-w-0 items-center gap-0.5 overflow-x-auto"
        >
          {boards.map((board) => (
            <BoardTab key={board.id} board={board} active={board.id === view.board.id} />
          ))}
        </div>
      )}
      {canEdit ? <BoardMenu board={view.board} /> : null}
      {canEdit ? (
        <Menu
          trigger={
            <button
              type="button"
              aria-label="Add a board"
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
            >
              <Plus size={15} />
            </button>
          }
          entries={[
            {
              label: 'Copy this board to a target',
              icon: <Copy size={14} />,
              onSelect: () => run('board.copyToTarget'),
            },
            {
              label: 'New empty board',
              icon: <Plus size={14} />,
              onSelect: () => run('board.add'),
            },
            {
              label: 'Import a CloudFormation template…',
              icon: <FileUp size={14} />,
              onSelect: () => run('board.importTemplate'),
            },
            null,
            {
              label: 'Insert a reference architecture…',
              icon: <Network size={14} />,
              onSelect: () => run('board.insertTemplate'),
            },
          ]}
        />
      ) : null}
    </div>
  )
}

function BoardTab({ board, active }: { board: Board; active: boolean }) {
  const session = useSession()
  const run = useCommand()
  return (
    <button
      type="button"
      role="tab"
      aria-selected={active}
      onClick={() =>
        session.view.getState().set({ boardId: board.id, selection: [], selectedEdges: [] })
      }
      onDoubleClick={() => run('board.rename')}
      className={cx(
        'flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5',
        active
          ? 'bg-sunken font-medium shadow-[inset_0_0_0_1px_var(--line)]'
          : 'text-muted hover:bg-hover',
      )}
    >
      <span
        className={cx('size-1.5 rounded-full', KIND_DOT[board.kind])}
        title={BOARD_NAMES[board.kind]}
      />
      <span className="max-w-40 truncate">{board.name}</span>
    </button>
  )
}

function BoardName({ board, onDone }: { board: Board; onDone: () => void }) {
  const session = useSession()
  return (
    <span className="w-32" onBlur={onDone}>
      <CommitInput
        autoFocus
        aria-label="Board name"
        value={board.name}
        onCommit={(name) => {
          if (name.trim())
            session.edit([{ op: 'setBoard', id: board.id, set: { name: name.trim() } }])
        }}
      />
    </span>
  )
}

/** What can be done with the board on screen. */
function BoardMenu({ board }: { board: Board }) {
  const run = useCommand()
  const only = useBoard((b) => b.snapshot.content.boards.length === 1)
  const kinds = (Object.keys(BOARD_NAMES) as BoardKind[]).filter((k) => k !== board.kind)
  const entries: (MenuEntry | null)[] = [
    { label: 'Rename', icon: <Pencil size={14} />, onSelect: () => run('board.rename') },
    ...kinds.map((kind) => ({
      label: `Mark as ${BOARD_NAMES[kind].toLowerCase()}`,
      onSelect: () => run(`board.mark${BOARD_NAMES[kind]}`),
    })),
    {
      label: 'Copy to a target board',
      icon: <Copy size={14} />,
      onSelect: () => run('board.copyToTarget'),
    },
    null,
    {
      label: 'Delete',
      icon: <Trash2 size={14} />,
      danger: true,
      disabled: only,
      onSelect: () => run('board.delete'),
    },
  ]
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Board ${board.name}: more`}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
        >
          <ChevronDown size={14} />
        </button>
      }
      entries={entries}
    />
  )
}
