import { Package } from 'lucide-react'
import { useRef, useState } from 'react'
import { readPack } from '#shared/packs/read-pack'
import { addPack } from '#shared/operations/packs'
import { useBoard, useCanEdit, useSession, useVerdicts } from '../../session/context'
import { Button } from '../../ui/Button'

/** Rule packs of this session: what they are called, whether they count, and what is wrong with a file that is refused. */
export function RulePacks() {
  const session = useSession()
  const canEdit = useCanEdit()
  const packs = useBoard((b) => b.snapshot.content.packs)
  const broken = useVerdicts((v) => v.packProblems)
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<{ file: string; problems: readonly string[] } | null>(null)
  const take = async (file: File): Promise<void> => {
    const text = await file.text()
    const read = readPack(text)
    if (!read.ok) {
      setRefused({ file: file.name, problems: read.problems })
      return
    }
    setRefused(null)
    session.edit(
      addPack(session.snapshot.content, { name: read.pack.name, text }, session.editContext()),
    )
  }
  if (!canEdit && packs.length === 0) return null
  return (
    <section aria-label="Rule packs" className="py-1.5">
      <h3 className="flex items-center justify-between px-3 py-1 text-xs font-semibold text-muted">
        <span className="flex items-center gap-1.5">
          <Package size={13} />
          Rule packs
        </span>
        {canEdit ? (
          <Button
            kind="quiet"
            className="h-6 px-1.5 text-xs"
            onClick={() => input.current?.click()}
          >
            Add…
          </Button>
        ) : null}
      </h3>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Rule pack file"
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      {packs.length === 0 && !refused ? (
        <p className="px-3 text-xs text-faint">
          None. A pack is a JSON file with rules of your own, other risks and other thresholds.
        </p>
      ) : null}
      <ul>
        {packs.map((pack) => (
          <li key={pack.id} className="flex items-center gap-2 px-3 py-1 text-xs">
            <label className="flex min-w-0 flex-1 items-center gap-2">
              <input
                type="checkbox"
                checked={pack.enabled}
                disabled={!canEdit}
                onChange={(event) =>
                  session.edit([
                    { op: 'setPack', id: pack.id, set: { enabled: event.target.checked } },
                  ])
                }
              />
              <span className="truncate">{pack.name}</span>
            </label>
            {canEdit ? (
              <Button
                kind="quiet"
                className="h-6 px-1.5 text-xs"
                onClick={() => session.edit([{ op: 'removePack', id: pack.id }])}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {[...(refused?.problems ?? []), ...broken].map((problem) => (
        <p key={problem} role="alert" className="px-3 py-0.5 text-xs text-danger">
          {problem}
        </p>
      ))}
      {refused ? (
        <p className="px-3 text-xs text-muted">
          {refused.file} was not added. Nothing was changed.
        </p>
      ) : null}
    </section>
  )
}
