import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOTS } from '#shared/doc/codec'
import { applyPatch, createDocument, LocalEdit, projectSession } from '#shared/doc/document'
import { NodeId } from '#shared/model/ids'
import { emptySession } from '#shared/model/session'
import { setNode } from '#shared/operations/nodes'
import { parseBoard } from '../../support/board-text'

const api = NodeId.parse('api')
const LINK = 'https://wiki.example.com/api'

function open() {
  const { board, nodes, edges } = parseBoard('api:lambda -> orders:dynamodb')
  const doc = createDocument({
    ...emptySession({ title: 'S', customer: 'C', createdAt: 1 }),
    boards: [board],
    nodes,
    edges,
  })
  const node = (of: Y.Doc = doc) => projectSession(of).content.nodes.find(({ id }) => id === api)
  return { doc, node }
}

describe('the link of a node', () => {
  it('is set, changed and taken away in one step each', () => {
    const { doc, node } = open()
    const start = node()
    const undo = new Y.UndoManager(
      ROOTS.map((root) => doc.getMap(root)),
      { trackedOrigins: new Set([LocalEdit]), captureTimeout: 0 },
    )
    applyPatch(doc, setNode(api, { link: LINK }), new LocalEdit('me'))
    applyPatch(doc, setNode(api, { link: `${LINK}/2` }), new LocalEdit('me'))
    applyPatch(doc, setNode(api, { link: undefined }), new LocalEdit('me'))
    expect(node()).toEqual(start)
    undo.undo()
    expect(node()?.link).toBe(`${LINK}/2`)
    undo.undo()
    expect(node()?.link).toBe(LINK)
    undo.undo()
    expect(node()).toEqual(start)
  })

  it('merges with what somebody else does to the same node', () => {
    const { doc, node } = open()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    applyPatch(doc, setNode(api, { link: LINK }), new LocalEdit('me'))
    applyPatch(other, setNode(api, { label: 'Orders API', x: 640, y: 80 }), new LocalEdit('you'))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(node()).toMatchObject({ link: LINK, label: 'Orders API', x: 640, y: 80 })
    expect(node(other)).toEqual(node())
  })

  it('that is no web address is never shown, whoever wrote it', () => {
    const { doc } = open()
    applyPatch(doc, setNode(api, { link: 'javascript:alert(1)' }), new LocalEdit('them'))
    const { content, unreadable } = projectSession(doc)
    expect(JSON.stringify(content)).not.toContain('javascript:')
    expect(unreadable.map(({ id }) => id)).toEqual(['api'])
  })
})
