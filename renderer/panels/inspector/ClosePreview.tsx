import { useMemo } from 'react'
import { previewBoard } from '#shared/model/apply-patch'
import type { NodeId } from '#shared/model/ids'
import type { Patch } from '#shared/model/patch'
import { subjectKey, type Verdict } from '#shared/rules/verdict'
import { useBoardView, useCanEdit, useSession, useVerdicts } from '../../session/context'
import { Button } from '../../ui/Button'

/** What marking groups complete would change, before anybody does. */
export function ClosePreview({ ids }: { ids: readonly NodeId[] }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const view = useBoardView()
  const verdicts = useVerdicts((v) => v.verdicts)
  const key = ids.join(' ')
  const effect = useMemo(() => {
    if (!verdicts) return null
    const after = session.verdicts.trial(previewBoard(view, closing(key)))
    const was = new Map(verdicts.all.map((v) => [keyOf(v), v.outcome]))
    let findings = 0
    let holds = 0
    for (const verdict of after.all) {
      if (was.get(keyOf(verdict)) !== 'ask') continue
      if (verdict.outcome === 'fail') findings++
      else if (verdict.outcome !== 'ask') holds++
    }
    return { findings, holds }
  }, [verdicts, view, session, key])
  const labels = ids.map((id) => view.node(id)?.label ?? '').filter((label) => label !== '')
  return (
    <div className="flex flex-col gap-1.5 text-xs text-muted">
      {effect ? (
        <p data-closing>
          {effect.findings + effect.holds === 0
            ? 'Marking it complete settles nothing more.'
            : `If everything is drawn, ${count(effect.findings + effect.holds, 'question')} settle${effect.findings + effect.holds === 1 ? 's' : ''}: ${count(effect.findings, 'finding')}, ${effect.holds} ${effect.holds === 1 ? 'holds' : 'hold'}.`}
        </p>
      ) : null}
      <Button
        disabled={!canEdit}
        className="self-start"
        title={labels.join(', ')}
        onClick={() => session.edit(closing(key))}
      >
        Everything is drawn
      </Button>
    </div>
  )
}

function closing(key: string): Patch {
  return key
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => ({ op: 'setNode', id: id as NodeId, set: { detail: 'complete' } })) // ids that were joined just above
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

function keyOf({ ruleId, subject }: Verdict): string {
  return `${ruleId} ${subjectKey(subject)}`
}
