import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { serviceById } from '#shared/catalogue/catalogue'
import type { BoardNode } from '#shared/model/records'
import { useBoardView, useSession } from '../../session/context'
import { IconButton } from '../../ui/Button'

/** Finds nodes on the board by label or service and walks through them. */
export function FindOnBoard() {
  const session = useSession()
  const view = useBoardView()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const hits = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    return wanted === '' ? [] : view.nodes.filter((n) => textOf(n).includes(wanted))
  }, [query, view])

  function show(index: number): void {
    const hit = hits[(index + hits.length) % Math.max(hits.length, 1)]
    setAt(hits.length === 0 ? 0 : (index + hits.length) % hits.length)
    if (!hit) return
    session.view.getState().select([hit.id])
    session.view.canvas?.fitRect(hit, { animate: true, maxZoom: 1.25, padding: 220 })
  }
  function close(): void {
    session.view.getState().set({ find: false })
    session.view.canvas?.focus()
  }

  return (
    <div
      role="search"
      className="float-in absolute top-3 right-3 z-40 flex items-center gap-1 rounded-lg border border-line bg-raised py-1 pr-1 pl-3 shadow-float"
    >
      <input
        ref={field}
        value={query}
        aria-label="Find on board"
        placeholder="Find on board"
        onChange={(e) => {
          setQuery(e.target.value)
          setAt(-1)
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter') show(at + (e.shiftKey ? -1 : 1))
          else if (e.key === 'Escape') close()
          else return
          e.preventDefault()
          e.stopPropagation()
        }}
        className="h-7 w-48 bg-transparent outline-none placeholder:text-faint"
      />
      <span className="min-w-12 text-right text-xs text-faint" role="status">
        {query ? `${hits.length === 0 ? 0 : at + 1} of ${hits.length}` : ''}
      </span>
      <IconButton label="Previous" onClick={() => show(at - 1)} disabled={hits.length === 0}>
        <ChevronUp size={15} />
      </IconButton>
      <IconButton label="Next" onClick={() => show(at + 1)} disabled={hits.length === 0}>
        <ChevronDown size={15} />
      </IconButton>
      <IconButton label="Close find" onClick={close}>
        <X size={15} />
      </IconButton>
    </div>
  )
}

function textOf(node: BoardNode): string {
  const service = node.kind === 'service' ? serviceById(node.serviceId) : undefined
  return [node.label, service?.name, service?.shortName].filter(Boolean).join(' ').toLowerCase()
}
