import { serviceById } from '../../../catalogue/catalogue'
import type { EditContext } from '../../../model/edit-context'
import { BoardId, EdgeId, NodeId } from '../../../model/ids'
import {
  LIMITS,
  type BoardEdge,
  type BoardKind,
  type BoardNode,
  type GroupKind,
} from '../../../model/records'
import { emptySession, type SessionContent } from '../../../model/session'
import { keysAfter } from '../../../operations/order'
import type { Subject } from '../../../rules/verdict'
import { assemble, mappingOf, type Assembly, type Draft, type NotImported } from './assemble'
import { connect } from './connect'
import {
  definitionsOf,
  fact,
  factsFrom,
  logicalIds,
  tellingsOf,
  type Facts,
  type Witness,
} from './facts'
import { labelsOf } from './labels'
import { Look } from './look'
import { nest, type Box, type Nesting } from './nest'
import { networkPlace, type NetworkPlace } from './network-place'
import { parseTemplate, type TemplateFailureCode } from './parse-template'
import { placeInRows } from './place'
import { listed, readTemplate, type Template } from './template'

export interface ImportOptions {
  /** Stands as the source of every fact. */
  fileName: string
  /** Values of the template's parameters, where they differ from the defaults. */
  parameters?: Readonly<Record<string, string>>
  /** `target` unless told otherwise. */
  boardKind?: BoardKind
  edit: EditContext
}

export type ImportResult =
  | {
      ok: true
      /** One board, placed so that nothing overlaps. */
      content: SessionContent
      /** What on the board stands for each logical id. */
      subjects: ReadonlyMap<string, Subject>
      /** Every logical id that is not among `subjects`, with the reason. */
      notImported: readonly NotImported[]
      /** Things to tell the person who imports. */
      notes: readonly string[]
    }
  | { ok: false; code: TemplateFailureCode; detail: string }

/**
 * Turns a CloudFormation template, YAML or JSON, into a board. Never throws on a file.
 *
 * Facts carry the file as their source; a property that is absent gives AWS's default where there is one, and what
 * hangs on the deployment gives no fact at all.
 */
export function importCloudFormation(text: string, options: ImportOptions): ImportResult {
  const parsed = parseTemplate(text)
  if (!parsed.ok) return parsed
  const template = readTemplate(parsed.root, options.parameters ?? {})
  const look = new Look(template, (type) => mappingOf(type)?.names ?? [])
  const assembly = assemble(template.resources, look)
  const services = servicesOf(assembly)
  const places = new Map([...assembly.drafts].map(([key, draft]) => [key, networkPlace(draft)]))
  const labels = labelsOf(assembly, look)
  const nesting = nest(
    assembly,
    places,
    services,
    look,
    (draft) => labels.get(draft.key) ?? draft.key,
  )
  const board = new BoardMaker(options, assembly, nesting, services, places, labels)
  const content = board.make(connect(assembly, places, services, look))
  return {
    ok: true,
    content,
    subjects: board.subjects(template),
    notImported: assembly.notImported.filter(
      ({ logicalId }) => template.resources.get(logicalId)?.implied !== true,
    ),
    notes: notesOn(template, assembly),
  }
}

/** Service id of every draft that is one. */
function servicesOf(assembly: Assembly): ReadonlyMap<string, string> {
  const services = new Map<string, string>()
  for (const { key, mapping, bundle } of assembly.drafts.values()) {
    if (mapping.service === undefined) continue
    const said = typeof mapping.service === 'string' ? mapping.service : mapping.service(bundle)
    services.set(key, serviceById(said)?.serviceId ?? said)
  }
  return services
}

function notesOn(template: Template, assembly: Assembly): readonly string[] {
  const off = assembly.notImported.filter(({ reason }) => reason.startsWith('Its condition '))
  const undecided = [...template.resources.values()].filter(
    ({ condition }) => condition === 'unknown',
  )
  return [
    ...template.notes,
    ...(off.length === 0
      ? []
      : [
          `Left out, because their condition is not met: ${listed(off.map(({ logicalId }) => logicalId))}.`,
        ]),
    ...(undecided.length === 0
      ? []
      : [
          `Drawn, though their condition may not be met: ${listed(undecided.map(({ id }) => id))}.`,
        ]),
  ]
}

/** Makes the records of a board from what was worked out about a template. */
class BoardMaker {
  private readonly ids = new Map<string, NodeId>()
  private readonly boardId: BoardId
  private readonly witness: Witness

  constructor(
    private readonly options: ImportOptions,
    private readonly assembly: Assembly,
    private readonly nesting: Nesting,
    private readonly services: ReadonlyMap<string, string>,
    private readonly places: ReadonlyMap<string, NetworkPlace>,
    private readonly labels: ReadonlyMap<string, string>,
  ) {
    this.boardId = BoardId.parse(options.edit.newId())
    this.witness = { fileName: options.fileName, now: options.edit.now }
  }

  make(connections: ReturnType<typeof connect>): SessionContent {
    const { edit, fileName, boardKind = 'target' } = this.options
    const drafts = [...this.assembly.drafts.values()]
      .filter(({ key }) => this.services.has(key))
      .sort((a, b) => this.lateness(a) - this.lateness(b))
    const boxes = [...this.nesting.boxes.values()]
    for (const { key } of boxes) this.ids.set(`box ${key}`, NodeId.parse(edit.newId()))
    for (const { key } of drafts) this.ids.set(`node ${key}`, NodeId.parse(edit.newId()))
    const places = placeInRows([
      ...boxes.map(({ key, parent }) => ({
        id: `box ${key}`,
        parentId: boxId(parent),
        group: true,
      })),
      ...drafts.map(({ key }) => ({
        id: `node ${key}`,
        parentId: boxId(this.nesting.parentOf.get(key) ?? null),
        group: false,
      })),
    ])
    const orders = keysAfter([], boxes.length + drafts.length)
    let at = 0
    const shape = (id: string, parent: string | null, label: string) => ({
      id: this.ids.get(id) ?? NodeId.parse(edit.newId()),
      boardId: this.boardId,
      parentId: parent === null ? null : (this.ids.get(`box ${parent}`) ?? null),
      ...(places.get(id) ?? { x: 0, y: 0, w: 112, h: 88 }),
      label: label.slice(0, LIMITS.label),
      order: orders[at++] ?? 'a0',
    })
    const nodes: BoardNode[] = [
      ...boxes.map((box): BoardNode => ({
        kind: 'group',
        groupKind: box.kind,
        ...shape(`box ${box.key}`, box.parent, box.label),
        facts: this.boxFacts(box),
      })),
      ...drafts.map((draft): BoardNode => ({
        kind: 'service',
        serviceId: this.services.get(draft.key) ?? '',
        ...shape(
          `node ${draft.key}`,
          this.nesting.parentOf.get(draft.key) ?? null,
          this.labels.get(draft.key) ?? draft.key,
        ),
        facts: this.factsOf(draft, this.services.get(draft.key) ?? null, null),
      })),
    ]
    const edges = this.edges(connections)
    const title =
      fileName.replace(/^.*[/\\]/, '').replace(/\.(ya?ml|json|template)$/i, '') || 'Template'
    const [order = 'a0'] = keysAfter([], 1)
    return {
      ...emptySession({ title: title.slice(0, LIMITS.label), customer: '', createdAt: edit.now }),
      boards: [{ id: this.boardId, name: title.slice(0, 80), kind: boardKind, order }],
      nodes,
      edges,
    }
  }

  /** What runs stands first, what watches and permits last. */
  private lateness({ key }: Draft): number {
    const service = this.services.get(key) ?? ''
    const category = serviceById(service)?.category
    if (service === 'iam-role' || service === 'iam') return 3
    if (category === 'managementGovernance') return 2
    return category === 'securityIdentityCompliance' ? 1 : 0
  }

  subjects(template: Template): ReadonlyMap<string, Subject> {
    const found = new Map<string, Subject>()
    for (const { id, implied } of template.resources.values()) {
      if (implied) continue
      const [node] = this.assembly.keysOf(id).flatMap((key) => this.nodeOf(key) ?? [])
      if (node !== undefined) found.set(id, { kind: 'node', id: node })
    }
    return found
  }

  /** The node that shows a draft: itself, or the first of its boxes. */
  private nodeOf(key: string): NodeId | undefined {
    const [box] = this.nesting.boxesOf.get(key) ?? []
    return (
      this.ids.get(`node ${key}`) ?? (box === undefined ? undefined : this.ids.get(`box ${box}`))
    )
  }

  private boxFacts(box: Box): Facts {
    if (box.draft) return this.factsOf(box.draft, null, box.kind)
    return box.zone === undefined || !/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/.test(box.zone)
      ? {}
      : { name: fact({ value: box.zone }, this.witness) }
  }

  private factsOf(draft: Draft, serviceId: string | null, group: GroupKind | null): Facts {
    const place = this.places.get(draft.key) ?? networkPlace(draft)
    return {
      ...factsFrom(
        tellingsOf(draft, serviceId, place),
        definitionsOf(serviceId, group),
        this.witness,
      ),
      ...logicalIds(draft.logicalIds, this.witness),
    }
  }

  private edges(connections: ReturnType<typeof connect>): readonly BoardEdge[] {
    const orders = keysAfter([], connections.length)
    return connections.flatMap((one, i): BoardEdge[] => {
      const [source, target] = [this.nodeOf(one.from), this.nodeOf(one.to)]
      if (source === undefined || target === undefined || source === target) return []
      return [
        {
          id: EdgeId.parse(this.options.edit.newId()),
          boardId: this.boardId,
          source,
          target,
          kind: one.kind,
          label: '',
          order: orders[i] ?? 'a0',
          facts: Object.fromEntries(
            Object.entries(one.facts).map(([key, said]) => [key, fact(said, this.witness)]),
          ),
        },
      ]
    })
  }
}

function boxId(key: string | null): string | null {
  return key === null ? null : `box ${key}`
}
