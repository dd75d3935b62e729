import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAnySession } from '../../shared/formats/picture/read-any'
import { BoardId, NodeId } from '../../shared/model/ids'
import type { SessionContent } from '../../shared/model/session'
import { sessionFormats } from '../../electron/session-formats'
import { SessionLibrary } from '../../electron/sessions/session-library'
import { ownFolder } from '../support/host-folder'
import { marksOn, sampleMarks } from '../support/marks'

const boardId = BoardId.parse('b1')
const content: SessionContent = {
  meta: { title: 'Acme', customer: 'Acme Inc', createdAt: 1 },
  boards: [{ id: boardId, name: 'Current', kind: 'current', order: 'a0' }],
  nodes: [
    {
      id: NodeId.parse('n1'),
      boardId,
      parentId: null,
      kind: 'service',
      serviceId: 'lambda',
      label: 'api',
      x: 0,
      y: 0,
      w: 96,
      h: 96,
      order: 'a0',
      facts: {},
    },
  ],
  edges: [],
  marks: [],
  frames: [],
  discovery: [],
  waivers: [],
  packs: [],
  history: [],
}

it('keeps a portable copy and a thumbnail beside the document, and imports the copy again', () => {
  const root = ownFolder()
  const rendererFolder = ownFolder()
  mkdirSync(join(rendererFolder, 'icons'))
  writeFileSync(join(rendererFolder, 'secret.svg'), '<svg/>')
  const problems: string[] = []
  let ids = 0
  const library = new SessionLibrary({
    root,
    formats: sessionFormats({ rendererFolder, version: '1', report: (m) => problems.push(m) }),
    now: () => 5,
    newId: () => `s${++ids}`,
  })
  const { id, nodeCount } = library.create(content)
  expect(nodeCount).toBe(1)
  const copy = readFileSync(join(root, id, 'session.json'))
  expect(readAnySession(copy)).toMatchObject({ ok: true, content })
  expect(library.thumbnail(id)).toMatch(/^<svg .*width="320"/)
  const imported = library.importBytes('copy.json', copy)
  expect(library.content(imported.id)).toEqual(content)
  library.edit(id, (doc) => doc.getMap('nodes').delete('n1'))
  expect(library.thumbnail(id)).toBeNull()
  expect(problems).toEqual([])
  library.dispose()
})

it('makes a thumbnail of a board that has nothing but marks', () => {
  const formats = sessionFormats({ rendererFolder: '/nowhere', version: '1', report: () => {} })
  const marks = marksOn(boardId, sampleMarks.sticky)
  expect(formats.thumbnail({ ...content, nodes: [], marks })).toContain('#fdf0b0')
  expect(formats.thumbnail({ ...content, nodes: [] })).toBeNull()
})

it('saves a session all the same when its picture cannot be made', () => {
  const problems: string[] = []
  const formats = sessionFormats({
    rendererFolder: '/nowhere',
    version: '1',
    report: (m) => problems.push(m),
  })
  const broken = { ...content, boards: null as unknown as SessionContent['boards'] }
  expect(formats.thumbnail(broken)).toBeNull()
  expect(problems).toEqual(['The thumbnail could not be made'])
})
