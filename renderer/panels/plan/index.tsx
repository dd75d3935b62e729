import { Route } from 'lucide-react'
import { serviceById } from '#shared/catalogue/catalogue'
import type { Disposition, ServiceNode } from '#shared/model/records'
import { DISPOSITION_WORDS } from '../../canvas/disposition-words'
import { useBoardView, useCanEdit, useSession } from '../../session/context'
import { AwsIcon } from '../../ui/AwsIcon'
import { EmptyState } from '../../ui/EmptyState'
import { CommitInput, Select } from '../../ui/Field'
import { showSubjects } from '../show-subject'

const CHOICES: readonly { value: Disposition | ''; label: string }[] = [
  { value: '', label: 'Not decided' },
  ...(Object.keys(DISPOSITION_WORDS) as Disposition[]).map((value) => ({
    value,
    label: DISPOSITION_WORDS[value],
  })),
]

/** Every workload on this board that exists today and what is to become of it: one of the seven Rs. */
export function Plan() {
  const view = useBoardView()
  const workloads = view.nodes.filter(
    (n): n is ServiceNode =>
      n.kind === 'service' &&
      (n.disposition !== undefined ||
        serviceById(n.serviceId)?.traits.includes('workload') === true),
  )
  if (workloads.length === 0)
    return (
      <EmptyState icon={<Route size={22} />} title="No workloads to plan">
        Servers, databases and other workloads that exist today are listed here, to be given one of
        the seven Rs: rehost, replatform, relocate, refactor, repurchase, retire or retain.
      </EmptyState>
    )
  const decided = workloads.filter((n) => n.disposition).length
  return (
    <div>
      <p className="border-b border-line px-3 py-2 text-xs text-muted">
        {decided} of {workloads.length} workloads have a disposition
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-left text-[11px] text-faint">
            <th className="py-1.5 pl-3 font-medium">Workload</th>
            <th className="w-32 py-1.5 pr-3 font-medium">Disposition</th>
          </tr>
        </thead>
        <tbody>
          {workloads.map((node) => (
            <Row key={node.id} node={node} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ node }: { node: ServiceNode }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const definition = serviceById(node.serviceId)
  return (
    <>
      <tr className="border-t border-line" data-workload={node.id}>
        <td className="max-w-0 py-1 pl-3">
          <button
            type="button"
            onClick={() => showSubjects(session, [{ kind: 'node', id: node.id }])}
            className="flex w-full items-center gap-2 text-left hover:text-accent"
          >
            {definition ? <AwsIcon icon={definition.icon} size={20} /> : null}
            <span className="truncate">{node.label}</span>
          </button>
        </td>
        <td className="py-1 pr-3">
          <Select<Disposition | ''>
            aria-label={`Disposition of ${node.label}`}
            disabled={!canEdit}
            value={node.disposition ?? ''}
            choices={CHOICES}
            onChange={(chosen) =>
              session.edit([
                {
                  op: 'setNode',
                  id: node.id,
                  set: { disposition: chosen === '' ? undefined : chosen },
                },
              ])
            }
          />
        </td>
      </tr>
      {node.disposition ? (
        <tr>
          <td colSpan={2} className="pr-3 pb-1.5 pl-[38px]">
            <CommitInput
              grow
              aria-label={`Why ${node.label}`}
              placeholder="Why?"
              disabled={!canEdit}
              value={node.dispositionReason ?? ''}
              onCommit={(why) =>
                session.edit([
                  {
                    op: 'setNode',
                    id: node.id,
                    set: { dispositionReason: why.trim() || undefined },
                  },
                ])
              }
              className="border-transparent bg-transparent px-1 text-xs text-muted"
            />
          </td>
        </tr>
      ) : null}
    </>
  )
}
