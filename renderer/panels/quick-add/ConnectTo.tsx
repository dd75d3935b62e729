import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import type { BoardNode } from '#shared/model/records'
import { connect, connectionRefusal } from '#shared/operations/edges'
import { useBoardView, useSession, useView } from '../../session/context'
import { AwsIcon } from '../../ui/AwsIcon'
import { cx } from '../../ui/classes'

const SHOWN = 8

/** Type the name of a node, press Enter: the selected one is connected with it. Shift+Enter connects the other way. */
export function ConnectTo() {
  const session = useSession()
  const view = useBoardView()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [selected] = useView((v) => v.selection)
  const from = selected ? view.node(selected) : undefined
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const hits = useMemo(() => (from ? matches(view.nodes, from, query) : []), [view, from, query])

  function close(): void {
    session.view.getState().set({ quickAdd: false })
    session.view.canvas?.focus()
  }

  function choose(other: BoardNode, turned: boolean): void {
    if (!from) return
    const [source, target] = turned ? [other.id, from.id] : [from.id, other.id]
    const made = connect(view, { source, target }, session.editContext())
    session.edit(made.changes)
    session.view.getState().showHint(made.hint ?? connectionRefusal(view, source, target))
    close()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const hit = hits[at]
    if (event.key === 'Enter') {
      if (hit) choose(hit, event.shiftKey)
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="dialog"
      aria-label="Connect"
      className="float-in absolute top-16 left-1/2 z-40 w-96 -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget))
          session.view.getState().set({ quickAdd: false })
      }}
    >
      <input
        ref={field}
        value={query}
        role="combobox"
        aria-expanded
        aria-controls="connect-hits"
        aria-activedescendant={hits[at] ? `connect-${hits[at].id}` : undefined}
        aria-label="What to connect with"
        placeholder={`Connect ${from?.label ?? ''} with…`}
        onChange={(e) => {
          setQuery(e.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="h-10 w-full border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-faint"
      />
      <ul id="connect-hits" role="listbox" aria-label="Nodes on this board" className="p-1">
        {hits.map((node, i) => (
          <li
            key={node.id}
            id={`connect-${node.id}`}
            role="option"
            aria-selected={i === at}
            onPointerMove={() => setAt(i)}
            onPointerDown={(e) => {
              e.preventDefault()
              choose(node, e.shiftKey)
            }}
            className={cx('flex h-9 items-center gap-2.5 rounded-md px-2', i === at && 'bg-hover')}
          >
            <NodeIcon node={node} />
            <span className="min-w-0 flex-1 truncate">{node.label}</span>
            <span className="max-w-36 truncate text-xs text-faint">
              {view.parent(node.id)?.label}
            </span>
          </li>
        ))}
        {hits.length === 0 ? (
          <li className="px-2 py-3 text-center text-muted">
            {query ? `Nothing on this board is called “${query}”.` : 'There is nothing else here.'}
          </li>
        ) : null}
      </ul>
      <p className="border-t border-line px-3 py-1.5 text-[11px] text-faint">
        Enter connects to it · Shift+Enter connects from it
      </p>
    </div>
  )
}

function NodeIcon({ node }: { node: BoardNode }) {
  const icon =
    node.kind === 'service'
      ? serviceById(node.serviceId)?.icon
      : groupDefinition(node.groupKind).icon
  return icon ? <AwsIcon icon={icon} size={22} /> : <span className="size-[22px] shrink-0" />
}

/** Names that begin with what was typed before those that only have it in them; near ones first. */
function matches(nodes: readonly BoardNode[], from: BoardNode, query: string): BoardNode[] {
  const wanted = query.trim().toLowerCase()
  const away = (node: BoardNode): number => Math.hypot(node.x - from.x, node.y - from.y)
  const rank = (node: BoardNode): number => (node.label.toLowerCase().startsWith(wanted) ? 0 : 1)
  return nodes
    .filter((node) => node.id !== from.id && node.label.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || away(a) - away(b))
    .slice(0, SHOWN)
}
