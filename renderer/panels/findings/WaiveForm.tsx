import { useId, useState } from 'react'
import { WaiverCategory } from '#shared/model/records'
import { waive } from '#shared/operations/waivers'
import type { Verdict } from '#shared/rules/verdict'
import { DAY_MS, factsHash, WAIVER_DAYS } from '#shared/rules/waivers'
import { useBoardView, useSession } from '../../session/context'
import { Button } from '../../ui/Button'
import { Input, Labelled, Select } from '../../ui/Field'
import { WAIVER_WORDS } from '../words'

/** Asks why a finding may stay, and until when. A waiver without a reason is none. */
export function WaiveForm({ finding, onDone }: { finding: Verdict; onDone: () => void }) {
  const session = useSession()
  const view = useBoardView()
  const reasonId = useId()
  const [category, setCategory] = useState<WaiverCategory>('accepted')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(() => isoDay(Date.now() + WAIVER_DAYS * DAY_MS))
  const [today] = useState(() => isoDay(Date.now()))
  const end = Date.parse(`${until}T23:59:59`)
  const problem =
    reason.trim() === ''
      ? 'Say why: whoever reads this next will ask.'
      : Number.isNaN(end) || until < today
        ? 'The day must lie ahead.'
        : null
  const save = (): void => {
    if (problem) return
    const { subject } = finding
    session.edit(
      waive(
        session.snapshot.content,
        {
          boardId: view.board.id,
          ruleId: finding.ruleId,
          subject: subject.kind === 'board' ? { kind: 'board', id: view.board.id } : subject,
          category,
          reason,
          expiresAt: end,
          factsHash: factsHash(finding),
        },
        session.editContext(),
      ),
    )
    onDone()
  }
  return (
    <form
      className="flex flex-col gap-2 rounded-md border border-line bg-surface p-2"
      aria-label="Waive this finding"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <Labelled label="Because">
        {(id) => (
          <Select<WaiverCategory>
            id={id}
            value={category}
            choices={WaiverCategory.options.map((value) => ({ value, label: WAIVER_WORDS[value] }))}
            onChange={setCategory}
          />
        )}
      </Labelled>
      <div className="flex flex-col gap-1">
        <label htmlFor={reasonId} className="text-xs font-medium text-muted">
          Reason
        </label>
        <textarea
          id={reasonId}
          autoFocus
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          className="w-full resize-y rounded-md border border-line bg-surface px-2 py-1.5 text-[13px] text-ink hover:border-line-strong focus:border-accent focus:outline-none"
        />
      </div>
      <Labelled
        label="Until"
        hint={problem ?? 'Then the finding opens again, or when its facts change.'}
      >
        {(id) => (
          <Input
            id={id}
            type="date"
            min={today}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Labelled>
      <div className="flex justify-end gap-1.5">
        <Button className="h-6 px-2 text-xs" onClick={onDone}>
          Cancel
        </Button>
        <Button
          kind="primary"
          type="submit"
          className="h-6 px-2 text-xs"
          disabled={problem !== null}
        >
          Waive
        </Button>
      </div>
    </form>
  )
}

function isoDay(at: number): string {
  const date = new Date(at)
  const part = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}
