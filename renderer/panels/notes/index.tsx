import { CalendarDays, Link2, MapPin, Plus, Trash2, UserRound } from 'lucide-react'
import { useState } from 'react'
import type { DiscoveryItem, DiscoveryKind } from '#shared/model/records'
import { addDiscovery } from '#shared/operations/notes'
import { useBoard, useCanEdit, useSession, useVerdicts, useView } from '../../session/context'
import { Button, IconButton } from '../../ui/Button'
import { cx } from '../../ui/classes'
import { CommitInput } from '../../ui/Field'
import { Frames } from './Frames'

const SECTIONS: readonly { kind: DiscoveryKind; title: string; hint: string; add: string }[] = [
  {
    kind: 'challenge',
    title: 'Challenges',
    hint: 'What hurts today, in the customer’s words',
    add: 'Add a challenge',
  },
  {
    kind: 'openQuestion',
    title: 'Open questions',
    hint: 'What nobody in the room could answer',
    add: 'Add a question',
  },
  { kind: 'idea', title: 'Ideas', hint: 'What could be done about it', add: 'Add an idea' },
  {
    kind: 'risk',
    title: 'Risks',
    hint: 'What could not be answered, and who finds out',
    add: 'Add a risk',
  },
  { kind: 'nextStep', title: 'Next steps', hint: 'Who does what by when', add: 'Add a next step' },
]

/** Discovery notes of the session, beside the board and tied to its nodes. */
export function Notes() {
  return (
    <div className="flex flex-col">
      {SECTIONS.map((section) => (
        <Section key={section.kind} {...section} />
      ))}
      <Frames />
    </div>
  )
}

function Section({ kind, title, hint, add }: (typeof SECTIONS)[number]) {
  const session = useSession()
  const canEdit = useCanEdit()
  const discovery = useBoard((b) => b.snapshot.content.discovery)
  const items = discovery.filter((d) => d.kind === kind)
  const [text, setText] = useState('')

  function submit(): void {
    if (text.trim() === '') return
    const nodeIds = session.view.getState().selection
    const made = addDiscovery(
      session.snapshot.content,
      { kind, text: text.trim(), nodeIds },
      session.editContext(),
    )
    if (session.edit(made.changes)) setText('')
  }

  return (
    <section aria-label={title} className="border-b border-line px-3 py-3">
      <h3 className="text-xs font-semibold text-ink">{title}</h3>
      {items.length === 0 ? <p className="mt-0.5 text-xs text-faint">{hint}</p> : null}
      <ul className="mt-1 flex flex-col">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {kind === 'openQuestion' ? <FromChecks /> : null}
      {canEdit ? (
        <form
          className="mt-1 flex gap-1.5"
          onSubmit={(e) => {
            e.preventDefault()
            submit()
          }}
        >
          <input
            value={text}
            aria-label={add}
            placeholder={`${add}…`}
            onChange={(e) => setText(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Escape') e.currentTarget.blur()
            }}
            className="h-7 min-w-0 flex-1 rounded-md border border-transparent bg-sunken px-2 placeholder:text-faint hover:border-line focus:border-accent focus:bg-surface focus:outline-none"
          />
          {text.trim() ? (
            <Button type="submit" icon={<Plus size={13} />}>
              Add
            </Button>
          ) : null}
        </form>
      ) : null}
    </section>
  )
}

/** How many questions the checks have, with the way to them. */
function FromChecks() {
  const session = useSession()
  const count = useVerdicts((v) => v.questions.length)
  if (count === 0) return null
  return (
    <button
      type="button"
      onClick={() => session.view.getState().set({ panel: 'questions' })}
      className="my-1 text-xs text-accent hover:underline"
    >
      {count === 1 ? 'One more question' : `${count} more questions`} from the checks on this board
    </button>
  )
}

function Item({ item }: { item: DiscoveryItem }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const selection = useView((v) => v.selection)
  const nodes = useBoard((b) => b.snapshot.content.nodes)
  const linked = item.nodeIds.flatMap((id) => nodes.find((n) => n.id === id) ?? [])
  const set = (change: Partial<Omit<DiscoveryItem, 'id'>>): void => {
    session.edit([{ op: 'setDiscovery', id: item.id, set: change }])
  }
  const checkable = item.kind === 'nextStep' || item.kind === 'risk' || item.kind === 'openQuestion'

  return (
    <li data-note={item.id} className="group flex items-start gap-2 rounded-md py-1">
      {checkable ? (
        <input
          type="checkbox"
          aria-label={item.kind === 'nextStep' || item.kind === 'risk' ? 'Done' : 'Answered'}
          checked={item.done ?? false}
          disabled={!canEdit}
          onChange={(e) => set({ done: e.target.checked })}
          className="mt-1.5 accent-[var(--accent)]"
        />
      ) : (
        <span className="mt-2.5 size-1 shrink-0 rounded-full bg-faint" />
      )}
      <div className="min-w-0 flex-1">
        <CommitInput
          grow
          aria-label="Text"
          value={item.text}
          disabled={!canEdit}
          onCommit={(text) => {
            if (text.trim()) set({ text: text.trim() })
          }}
          className={cx(
            'border-transparent bg-transparent px-1',
            item.done && 'text-faint line-through',
          )}
        />
        {item.kind === 'openQuestion' ? (
          <CommitInput
            grow
            aria-label="Answer"
            placeholder="Answer"
            value={item.answer ?? ''}
            disabled={!canEdit}
            onCommit={(answer) =>
              set({ answer: answer.trim() || undefined, done: answer.trim() !== '' })
            }
            className="border-transparent bg-transparent px-1 text-xs text-muted"
          />
        ) : null}
        {item.kind === 'nextStep' || item.kind === 'risk' ? (
          <div className="flex items-center gap-2 px-1">
            <UserRound size={12} className="shrink-0 text-faint" />
            <CommitInput
              aria-label="Owner"
              placeholder="Owner"
              value={item.owner ?? ''}
              disabled={!canEdit}
              onCommit={(owner) => set({ owner: owner.trim() || undefined })}
              className="h-6 border-transparent bg-transparent px-0 text-xs"
            />
            <CalendarDays size={12} className="shrink-0 text-faint" />
            <input
              type="date"
              aria-label="Due date"
              value={item.dueDate ?? ''}
              disabled={!canEdit}
              onChange={(e) => set({ dueDate: e.target.value || undefined })}
              className="h-6 w-28 bg-transparent text-xs text-muted outline-none"
            />
          </div>
        ) : null}
        {linked.length > 0 ? (
          <div className="flex flex-wrap gap-1 px-1 pt-0.5">
            {linked.map((n) => (
              <button
                key={n.id}
                type="button"
                onClick={() => {
                  session.view.getState().set({ boardId: n.boardId })
                  session.view.getState().select([n.id])
                  session.view.canvas?.fitRect(n, { animate: true, maxZoom: 1, padding: 200 })
                }}
                className="inline-flex max-w-40 items-center gap-1 rounded-full bg-sunken px-1.5 text-[11px] text-muted hover:text-ink"
              >
                <MapPin size={10} />
                <span className="truncate">{n.label}</span>
              </button>
            ))}
          </div>
        ) : null}
      </div>
      {canEdit ? (
        <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
          {selection.length > 0 ? (
            <IconButton
              label="Link to the selected nodes"
              className="size-6"
              onClick={() => set({ nodeIds: [...new Set([...item.nodeIds, ...selection])] })}
            >
              <Link2 size={13} />
            </IconButton>
          ) : null}
          <IconButton
            label="Delete note"
            className="size-6"
            onClick={() => session.edit([{ op: 'removeDiscovery', id: item.id }])}
          >
            <Trash2 size={13} />
          </IconButton>
        </span>
      ) : null}
    </li>
  )
}
