import { useMemo, useState } from 'react'
import { nodeIcon } from '#shared/catalogue/catalogue'
import type { BoardNode } from '#shared/model/records'
import { connect } from '#shared/operations/edges'
import { useBoardView, useSession, useView } from '../../session/context'
import { AwsIcon } from '../../ui/AwsIcon'
import { PickByName } from './PickByName'

const SHOWN = 8

/** Type the name of a node, press Enter: the selected one is connected with it. Shift+Enter connects the other way. */
export function ConnectTo() {
  const session = useSession()
  const view = useBoardView()
  const [query, setQuery] = useState('')
  const [selected] = useView((v) => v.selection)
  const from = selected ? view.node(selected) : undefined
  const hits = useMemo(() => (from ? matches(view.nodes, from, query) : []), [view, from, query])

  function choose(other: BoardNode, turned: boolean): void {
    if (!from) return
    const [source, target] = turned ? [other.id, from.id] : [from.id, other.id]
    const made = connect(view, { source, target }, session.editContext())
    session.edit(made.changes)
    session.view.getState().showHint(made.hint)
    session.view.getState().set({ quickAdd: false })
    session.view.canvas?.focus()
  }

  return (
    <PickByName
      id="connect"
      title="Connect"
      field="What to connect with"
      placeholder={`Connect ${from?.label ?? ''} with…`}
      list="Nodes on this board"
      query={query}
      onQuery={setQuery}
      choices={hits.map((node) => ({
        key: node.id,
        icon: <NodeIcon node={node} />,
        name: node.label,
        aside: (
          <span className="max-w-36 truncate text-xs text-faint">
            {view.parent(node.id)?.label}
          </span>
        ),
      }))}
      nothing={
        query ? `Nothing on this board is called “${query}”.` : 'There is nothing else here.'
      }
      hint="Enter connects to it · Shift+Enter connects from it"
      onPick={(index, withShift) => {
        const hit = hits[index]
        if (hit) choose(hit, withShift)
      }}
    />
  )
}

function NodeIcon({ node }: { node: BoardNode }) {
  const icon = nodeIcon(node)
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
