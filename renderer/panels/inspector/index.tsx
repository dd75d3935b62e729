import { MousePointerClick } from 'lucide-react'
import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import { edgeFacts } from '#shared/catalogue/edge-facts'
import type { FactDefinition } from '#shared/catalogue/define'
import type {
  BoardEdge,
  BoardNode,
  Detail,
  Disposition,
  EdgeKind,
  EdgeShape,
  GroupKind,
  Mark,
} from '#shared/model/records'
import { GroupKind as GroupKinds } from '#shared/model/records'
import { chosenMarks } from '#shared/operations/chosen'
import { setEdge, setEdgeFact, setShape } from '#shared/operations/edges'
import { setNodeFact } from '#shared/operations/nodes'
import { DISPOSITION_WORDS } from '../../canvas/disposition-words'
import { countOf } from '../../canvas/marks/mark-names'
import { useBoardView, useCanEdit, useCommand, useSession, useView } from '../../session/context'
import { AwsIcon } from '../../ui/AwsIcon'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { CommitInput, Labelled, Segmented, Select } from '../../ui/Field'
import { ClosePreview } from './ClosePreview'
import { CommandButtons, FOR_SEVERAL } from './CommandButtons'
import { FactField } from './FactField'
import { LinkField } from './LinkField'
import { Look, Marks } from './Marks'
import { NodeVerdicts } from './NodeVerdicts'

/** Everything known about what is selected. */
export function Inspector() {
  const view = useBoardView()
  const selection = useView((v) => v.selection)
  const selectedEdges = useView((v) => v.selectedEdges)
  const selectedMarks = useView((v) => v.selectedMarks)
  const nodes = selection.flatMap((id) => view.node(id) ?? [])
  const edges = selectedEdges.flatMap((id) => view.edge(id) ?? [])
  const marks = chosenMarks(view, selectedMarks)
  const [node] = nodes
  if (node && nodes.length === 1 && edges.length + marks.length === 0)
    return <OneNode key={node.id} node={node} />
  if (nodes.length > 1 || (node && marks.length > 0))
    return <SeveralNodes nodes={nodes} marks={marks} />
  if (edges.length > 0) return <Connectors edges={edges} />
  if (marks.length > 0) return <Marks marks={marks} />
  return (
    <EmptyState icon={<MousePointerClick size={22} />} title="Nothing selected">
      Select a service, a group or a connector to see what is known about it and what is not, or a
      mark to change how it looks.
    </EmptyState>
  )
}

function OneNode({ node }: { node: BoardNode }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const service = node.kind === 'service' ? serviceById(node.serviceId) : undefined
  const group = node.kind === 'group' ? groupDefinition(node.groupKind) : undefined
  const name = service?.name ?? group?.name ?? (node.kind === 'service' ? node.serviceId : '')
  const icon = service?.icon ?? group?.icon
  const facts = service?.facts ?? group?.facts ?? []
  return (
    <div className="flex flex-col gap-4 p-3">
      <header className="flex items-start gap-3">
        {icon ? <AwsIcon icon={icon} size={36} /> : null}
        <div className="min-w-0">
          <h2 className="font-semibold">{name}</h2>
          {service?.summary ? <p className="text-xs text-muted">{service.summary}</p> : null}
        </div>
      </header>
      <Labelled label="Label">
        {(id) => (
          <CommitInput
            id={id}
            value={node.label}
            disabled={!canEdit}
            onCommit={(label) => {
              if (label.trim())
                session.edit([{ op: 'setNode', id: node.id, set: { label: label.trim() } }])
            }}
          />
        )}
      </Labelled>
      <LinkField node={node} />
      {node.kind === 'group' ? <GroupFields node={node} /> : null}
      {node.kind === 'service' && isWorkload(node) ? <DispositionFields node={node} /> : null}
      <NodeVerdicts id={node.id} />
      <Facts
        title="Facts"
        definitions={facts}
        subjects={[node]}
        onChange={(key, value) =>
          session.edit(setNodeFact([node.id], key, value, session.editContext()))
        }
      />
    </div>
  )
}

/** Workloads that exist today have a disposition: what is on premises, and what the catalogue calls a workload. */
function isWorkload(node: BoardNode): boolean {
  if (node.kind !== 'service') return false
  const definition = serviceById(node.serviceId)
  return definition?.traits.includes('workload') === true || node.disposition !== undefined
}

function GroupFields({ node }: { node: Extract<BoardNode, { kind: 'group' }> }) {
  const session = useSession()
  const canEdit = useCanEdit()
  return (
    <>
      <Labelled label="Kind">
        {(id) => (
          <Select<GroupKind>
            id={id}
            disabled={!canEdit}
            value={node.groupKind}
            choices={GroupKinds.options.map((kind) => ({
              value: kind,
              label: groupDefinition(kind).name,
            }))}
            onChange={(groupKind) =>
              session.edit([{ op: 'setNode', id: node.id, set: { groupKind } }])
            }
          />
        )}
      </Labelled>
      <Labelled
        label="Detail"
        hint={
          node.detail === 'complete'
            ? 'What is not drawn in here does not exist.'
            : 'What is not drawn in here may still exist, so it is asked for.'
        }
      >
        {() => (
          <Segmented<Detail>
            label="Detail"
            disabled={!canEdit}
            value={node.detail ?? 'sketch'}
            choices={[
              { value: 'sketch', label: 'Sketch' },
              { value: 'complete', label: 'Complete' },
            ]}
            onChange={(detail) => session.edit([{ op: 'setNode', id: node.id, set: { detail } }])}
          />
        )}
      </Labelled>
      {node.detail === 'complete' ? null : <ClosePreview ids={[node.id]} />}
    </>
  )
}

function DispositionFields({ node }: { node: Extract<BoardNode, { kind: 'service' }> }) {
  const session = useSession()
  const canEdit = useCanEdit()
  return (
    <>
      <Labelled label="Disposition">
        {(id) => (
          <Select<Disposition | ''>
            id={id}
            disabled={!canEdit}
            value={node.disposition ?? ''}
            choices={[
              { value: '', label: 'Not decided' },
              ...(Object.keys(DISPOSITION_WORDS) as Disposition[]).map((value) => ({
                value,
                label: DISPOSITION_WORDS[value],
              })),
            ]}
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
        )}
      </Labelled>
      {node.disposition ? (
        <Labelled label="Why">
          {(id) => (
            <CommitInput
              id={id}
              multiline
              disabled={!canEdit}
              value={node.dispositionReason ?? ''}
              onCommit={(reason) =>
                session.edit([
                  {
                    op: 'setNode',
                    id: node.id,
                    set: { dispositionReason: reason.trim() || undefined },
                  },
                ])
              }
            />
          )}
        </Labelled>
      ) : null}
    </>
  )
}

function Facts({
  title,
  definitions,
  subjects,
  onChange,
}: {
  title: string
  definitions: readonly FactDefinition[]
  subjects: readonly (BoardNode | BoardEdge)[]
  onChange: (key: string, value: Parameters<Parameters<typeof FactField>[0]['onChange']>[0]) => void
}) {
  const canEdit = useCanEdit()
  if (definitions.length === 0) return null
  const known = definitions.filter((d) => subjects.every((s) => s.facts[d.key])).length
  return (
    <section>
      <h3 className="flex items-baseline justify-between border-b border-line pb-1 text-xs font-semibold text-muted">
        {title}
        <span className="font-normal text-faint">
          {known} of {definitions.length} known
        </span>
      </h3>
      <div className="flex flex-col py-1">
        {definitions.map((definition) => {
          const values = subjects.map((s) => s.facts[definition.key])
          const first = values[0]
          const mixed = values.some(
            (v) => JSON.stringify(v?.value) !== JSON.stringify(first?.value),
          )
          return (
            <FactField
              key={definition.key}
              definition={definition}
              fact={first}
              mixed={mixed}
              disabled={!canEdit}
              onChange={(value) => onChange(definition.key, value)}
            />
          )
        })}
      </div>
    </section>
  )
}

/** @param marks those that are selected with them */
function SeveralNodes({ nodes, marks }: { nodes: readonly BoardNode[]; marks: readonly Mark[] }) {
  const session = useSession()
  const shared = sharedFacts(nodes)
  return (
    <div className="flex flex-col gap-4 p-3">
      <h2 className="font-semibold">{countOf(nodes.length, marks.length)} selected</h2>
      <CommandButtons ids={FOR_SEVERAL} />
      <Look marks={marks} />
      <Facts
        title="Facts they share"
        definitions={shared}
        subjects={nodes}
        onChange={(key, value) =>
          session.edit(
            setNodeFact(
              nodes.map((n) => n.id),
              key,
              value,
              session.editContext(),
            ),
          )
        }
      />
    </div>
  )
}

/** Facts that every one of the nodes has by its definition. */
function sharedFacts(nodes: readonly BoardNode[]): readonly FactDefinition[] {
  const lists = nodes.map((n) =>
    n.kind === 'service'
      ? (serviceById(n.serviceId)?.facts ?? [])
      : groupDefinition(n.groupKind).facts,
  )
  const [first = [], ...rest] = lists
  return first.filter((d) => rest.every((list) => list.some((other) => other.key === d.key)))
}

const EDGE_KINDS: readonly { value: EdgeKind; label: string }[] = [
  { value: 'request', label: 'Request' },
  { value: 'data', label: 'Data' },
  { value: 'event', label: 'Event' },
  { value: 'replication', label: 'Replication' },
  { value: 'dependency', label: 'Dependency' },
]

function Connectors({ edges }: { edges: readonly BoardEdge[] }) {
  const session = useSession()
  const canEdit = useCanEdit()
  const view = useBoardView()
  const run = useCommand()
  const [first] = edges
  if (!first) return null
  const ids = edges.map((e) => e.id)
  const title =
    edges.length === 1
      ? `${view.node(first.source)?.label ?? '?'} → ${view.node(first.target)?.label ?? '?'}`
      : `${edges.length} connectors`
  return (
    <div className="flex flex-col gap-4 p-3">
      <header>
        <h2 className="font-semibold">{title}</h2>
        <p className="text-xs text-muted">Connector</p>
      </header>
      <Labelled label="Kind">
        {(id) => (
          <Select<EdgeKind>
            id={id}
            disabled={!canEdit}
            value={first.kind}
            choices={EDGE_KINDS}
            onChange={(kind) => session.edit(setEdge(ids, { kind }))}
          />
        )}
      </Labelled>
      <Labelled label="Line">
        {() => (
          <Segmented<EdgeShape>
            label="Line"
            disabled={!canEdit}
            value={first.shape ?? 'orthogonal'}
            choices={[
              { value: 'orthogonal', label: 'Right angles' },
              { value: 'straight', label: 'Straight' },
              { value: 'curved', label: 'Curved' },
            ]}
            onChange={(shape) => session.edit(setShape(ids, shape))}
          />
        )}
      </Labelled>
      {edges.length === 1 ? (
        <Labelled label="Label">
          {(id) => (
            <CommitInput
              id={id}
              disabled={!canEdit}
              value={first.label}
              onCommit={(label) => session.edit(setEdge(ids, { label: label.trim() }))}
            />
          )}
        </Labelled>
      ) : null}
      {canEdit ? (
        <Button onClick={() => run('edit.reverseConnector')} className="self-start">
          Reverse direction
        </Button>
      ) : null}
      <Facts
        title="Facts"
        definitions={edgeFacts}
        subjects={edges}
        onChange={(key, value) => session.edit(setEdgeFact(ids, key, value, session.editContext()))}
      />
    </div>
  )
}
