import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { SampleSummary } from '#shared/ipc/contract'
import { useBridge } from '../../bridge/context'
import { goTo } from '../../stores/app-store'
import { Button } from '../../ui/Button'
import { messageOf } from './use-library'

/** Sample sessions to look at and take apart: large on an empty library, a row below a full one. */
export function Samples({ compact, onNew }: { compact?: boolean; onNew: () => void }) {
  const bridge = useBridge()
  const [samples, setSamples] = useState<readonly SampleSummary[]>([])
  useEffect(() => {
    let gone = false
    bridge.call('samples.list', {}).then(
      (list) => {
        if (!gone) setSamples(list)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [bridge])

  async function open(sampleId: string): Promise<void> {
    try {
      const made = await bridge.call('samples.open', { sampleId })
      goTo({ kind: 'session', target: { kind: 'own', sessionId: made.id } })
    } catch (error) {
      toast.error('The sample did not open', { description: messageOf(error) })
    }
  }

  const list = (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(252px,1fr))] gap-4" aria-label="Samples">
      {samples.map((s) => (
        <li key={s.sampleId}>
          <button
            type="button"
            data-sample={s.sampleId}
            onClick={() => void open(s.sampleId)}
            className="flex h-full w-full flex-col gap-1 rounded-lg border border-line bg-surface p-3.5 text-left hover:border-accent"
          >
            <span className="font-medium">{s.title}</span>
            <span className="text-xs text-muted">{s.description}</span>
          </button>
        </li>
      ))}
    </ul>
  )
  if (compact)
    return samples.length === 0 ? null : (
      <section className="mt-10">
        <h2 className="mb-3 text-xs font-semibold text-muted">Samples</h2>
        {list}
      </section>
    )
  return (
    <div className="mx-auto max-w-3xl pt-10">
      <h1 className="text-xl font-semibold tracking-tight">Draw it with the customer</h1>
      <p className="mt-1.5 max-w-xl text-sm text-muted">
        Put their architecture on the board while they talk. Drawbridge checks it against AWS best
        practice as you draw, and tells you what to ask. Everything is saved as you go.
      </p>
      <Button kind="primary" icon={<Plus size={15} />} onClick={onNew} className="mt-5 h-9 px-4">
        New session
      </Button>
      {samples.length > 0 ? (
        <>
          <h2 className="mt-10 mb-3 text-xs font-semibold text-muted">
            Or open a sample and take it apart
          </h2>
          {list}
        </>
      ) : null}
    </div>
  )
}
