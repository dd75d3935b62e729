import { ExternalLink, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { BoardNode } from '#shared/model/records'
import { readLink } from '#shared/model/web-link'
import { setNode } from '#shared/operations/nodes'
import { shortcutOf } from '../../commands/registry'
import { useCanEdit, useCommand, useSession, useView } from '../../session/context'
import { IconButton } from '../../ui/Button'
import { CommitInput, Labelled } from '../../ui/Field'

/** Where a node leads: typed, opened and taken away here. What is no web address stays in the field, with the reason. */
export function LinkField({ node }: { node: BoardNode }) {
  const session = useSession()
  const run = useCommand()
  const canEdit = useCanEdit()
  const [refused, setRefused] = useState<{ text: string; reason: string } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const wanted = useView((v) => v.editing?.kind === 'link' && v.editing.id === node.id)
  useEffect(() => {
    if (!wanted) return
    session.view.getState().set({ editing: null })
    const input = box.current?.querySelector('input')
    input?.focus()
    input?.select()
  }, [wanted, session])

  function commit(text: string): void {
    setRefused(null)
    if (text.trim() === '') {
      if (node.link !== undefined) session.edit(setNode(node.id, { link: undefined }))
      return
    }
    const read = readLink(text)
    if (!read.ok) setRefused({ text, reason: read.reason })
    else if (read.link !== node.link) session.edit(setNode(node.id, { link: read.link }))
  }

  if (!canEdit && node.link === undefined) return null
  return (
    <Labelled label="Link">
      {(id) => (
        <>
          <div
            ref={box}
            className="flex items-center gap-1"
            onKeyDownCapture={(e) => {
              if (e.key === 'Escape') setRefused(null)
            }}
          >
            <CommitInput
              id={id}
              inputMode="url"
              placeholder="https://"
              disabled={!canEdit}
              value={refused?.text ?? node.link ?? ''}
              aria-invalid={refused !== null}
              aria-describedby={refused ? `${id}-refused` : undefined}
              onCommit={commit}
            />
            {node.link === undefined || refused ? null : (
              <IconButton
                label="Open link"
                keys={shortcutOf('edit.openLink') ?? ''}
                onClick={() => run('edit.openLink')}
              >
                <ExternalLink size={14} />
              </IconButton>
            )}
            {canEdit && (node.link !== undefined || refused) ? (
              <IconButton
                label={refused ? 'Forget what was typed' : 'Remove link'}
                onClick={() => (refused ? setRefused(null) : run('edit.removeLink'))}
              >
                <X size={14} />
              </IconButton>
            ) : null}
          </div>
          {refused ? (
            <p id={`${id}-refused`} role="alert" className="text-xs text-danger">
              {refused.reason}
            </p>
          ) : null}
        </>
      )}
    </Labelled>
  )
}
