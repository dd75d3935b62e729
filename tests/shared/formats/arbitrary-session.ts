import fc from 'fast-check'
import {
  BoardKind,
  Detail,
  DiscoveryKind,
  Disposition,
  EdgeKind,
  FactSource,
  GroupKind,
  Ink,
  StickyColor,
  WaiverCategory,
} from '../../../shared/model/records'
import type { SessionContent } from '../../../shared/model/session'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)
const order = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/)
/** Any text at all, halves of surrogate pairs and controls included. */
const text = fc.string({ unit: 'binary', maxLength: 60 })
const coordinate = fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((n) => (n === 0 ? 0 : n))
const extent = fc.double({ min: 1, max: 1e7, noNaN: true })
const time = fc.integer({ min: 0, max: 4e12 })
const oneOf = <T extends string>(options: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...options)

const fact = fc.record(
  {
    value: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      text,
      fc.array(text, { maxLength: 4 }),
    ),
    source: oneOf(FactSource.options),
    by: text,
    at: time,
  },
  { requiredKeys: ['value', 'source'] },
)
/** A pillar, a principle or all: the `__proto__` that an id may spell is left out of what is read, as tested apart. */
const area = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,20}$/)
const facts = fc.dictionary(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,12}$/), fact, { maxKeys: 4 })

function sortedUnique<T extends { id: string; order: string }>(records: readonly T[]): T[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return [...byId.values()].sort((a, b) =>
    a.order !== b.order ? (a.order < b.order ? -1 : 1) : a.id < b.id ? -1 : 1,
  )
}

const list = <T extends { id: string; order: string }>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(item, { maxLength: 12 }).map(sortedUnique)

const place = { x: coordinate, y: coordinate, w: extent, h: extent }

const node = fc.oneof(
  fc.record(
    {
      id,
      boardId: id,
      parentId: fc.option(id),
      ...place,
      label: text,
      order,
      facts,
      locked: fc.boolean(),
      link: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      kind: fc.constant('service'),
      serviceId: fc.string({ minLength: 1, maxLength: 20 }),
      disposition: oneOf(Disposition.options),
      dispositionReason: text,
    },
    {
      requiredKeys: [
        'id',
        'boardId',
        'parentId',
        'x',
        'y',
        'w',
        'h',
        'label',
        'order',
        'facts',
        'kind',
        'serviceId',
      ],
    },
  ),
  fc.record(
    {
      id,
      boardId: id,
      parentId: fc.option(id),
      ...place,
      label: text,
      order,
      facts,
      kind: fc.constant('group'),
      groupKind: oneOf(GroupKind.options),
      detail: oneOf(Detail.options),
    },
    {
      requiredKeys: [
        'id',
        'boardId',
        'parentId',
        'x',
        'y',
        'w',
        'h',
        'label',
        'order',
        'facts',
        'kind',
        'groupKind',
      ],
    },
  ),
)

const common = { id, boardId: id, ...place, order }
const ink = oneOf(Ink.options)
const point = fc.record({ x: coordinate, y: coordinate })
const pressure = fc.double({ min: 0, max: 1, noNaN: true }).map((n) => (n === 0 ? 0 : n))
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })

const mark = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('sticky'),
    text,
    color: oneOf(StickyColor.options),
    votes: fc.dictionary(oneOf(['👍', '1️⃣', '🏳️‍🌈']), fc.array(name, { maxLength: 3 })),
  }),
  fc.record({
    ...common,
    kind: fc.constant('text'),
    text,
    sizePx: fc.integer({ min: 8, max: 200 }),
    color: ink,
  }),
  fc.record({
    ...common,
    kind: fc.constant('shape'),
    shape: oneOf(['rectangle', 'ellipse']),
    color: ink,
    fill: oneOf(['none', 'tint']),
    text,
  }),
  fc.record({
    ...common,
    kind: fc.constant('line'),
    points: fc.tuple(point, point),
    color: ink,
    arrow: fc.boolean(),
    locked: fc.boolean(),
  }),
  fc.record({
    ...common,
    kind: fc.constant('stroke'),
    points: fc.array(fc.tuple(coordinate, coordinate, pressure), { minLength: 1, maxLength: 5 }),
    color: ink,
    sizePx: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('image'),
    mime: oneOf(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
    data: fc.base64String({ minLength: 4, maxLength: 40 }),
    alt: text,
  }),
)

/** Any session whatever that the records allow; references mostly dangle. */
export const anySession: fc.Arbitrary<SessionContent> = fc
  .record({
    meta: fc.record({ title: text, customer: text, createdAt: time }),
    boards: list(fc.record({ id, name: text, kind: oneOf(BoardKind.options), order })),
    nodes: list(node as fc.Arbitrary<{ id: string; order: string }>),
    edges: list(
      fc.record({
        id,
        boardId: id,
        source: id,
        target: id,
        kind: oneOf(EdgeKind.options),
        label: text,
        order,
        facts,
      }),
    ),
    marks: list(mark as fc.Arbitrary<{ id: string; order: string }>),
    frames: list(
      fc.record({ id, boardId: id, title: text, ...place, order, presenterNotes: text }),
    ),
    discovery: list(
      fc.record(
        {
          id,
          kind: oneOf(DiscoveryKind.options),
          text,
          order,
          nodeIds: fc.array(id, { maxLength: 3 }),
          owner: text,
          dueDate: fc.constant('2026-11-30'),
          done: fc.boolean(),
          answer: text,
          createdAt: time,
          author: text,
        },
        { requiredKeys: ['id', 'kind', 'text', 'order', 'nodeIds', 'createdAt'] },
      ),
    ),
    waivers: list(
      fc.record({
        id,
        boardId: id,
        ruleId: id,
        subject: fc.record({ kind: oneOf(['node', 'edge', 'board'] as const), id }),
        category: oneOf(WaiverCategory.options),
        reason: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        author: text,
        createdAt: time,
        expiresAt: time,
        factsHash: id,
        order,
      }),
    ),
    packs: list(fc.record({ id, name: text, text, enabled: fc.boolean(), order })),
    history: fc
      .array(
        fc.record({
          id,
          boardId: id,
          at: time,
          tallies: fc.dictionary(area, fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxKeys: 3 }),
        }),
        { maxLength: 6 },
      )
      .map((points) =>
        sortedUnique(points.map((point) => ({ ...point, order: '' }))).map(
          ({ id: pointId, boardId, at, tallies }) => ({ id: pointId, boardId, at, tallies }),
        ),
      ),
  })
  // Ids carry brands that only the schemas can give; the values are the same.
  .map((content) => content as unknown as SessionContent)
