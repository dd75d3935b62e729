import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, createDocument, LocalEdit } from '#shared/doc/document'
import { createProjection } from '#shared/doc/projection'
import { ROOTS } from '#shared/doc/codec'
import { seededRandom } from '#shared/lib/random'
import { previewPatch } from '#shared/model/apply-patch'
import { contains } from '#shared/model/geometry'
import { newSession } from '#shared/operations/new-session'
import { testContext } from '../../support/edit-context'
import { randomGesture } from '../../support/gestures'

const GESTURES = 1000

describe.each([1, 2, 3])('%# a thousand random gestures, seed %i', (seed) => {
  const random = seededRandom(seed)
  const edit = testContext()
  const doc = createDocument(newSession({ title: 'T', customer: 'C' }, edit))
  const undo = new Y.UndoManager(
    ROOTS.map((root) => doc.getMap(root)),
    {
      trackedOrigins: new Set([LocalEdit]),
      captureTimeout: 0,
    },
  )
  const projection = createProjection(doc)
  const start = projection.snapshot().content
  const boardId = start.boards[0]?.id
  if (!boardId) throw new Error('a new session has a board')

  it('keep every untouched place, own every node once, and agree with their preview', () => {
    for (let i = 0; i < GESTURES; i++) {
      const before = projection.snapshot()
      const view = before.board(boardId)
      if (!view) throw new Error('board gone')
      const gesture = randomGesture(view, random, edit)
      const expected = previewPatch(before.content, gesture.patch)
      applyPatch(doc, gesture.patch, new LocalEdit('me'))
      const after = projection.snapshot()
      const where = `seed ${seed}, gesture ${i}: ${gesture.name}`

      const problems: string[] = after.unreadable.map((u) => `unreadable ${u.id}`)
      if (i % 10 === 0) expect(after.content, where).toEqual(expected)
      const now = after.board(boardId)
      if (!now) throw new Error('board gone')
      for (const node of now.nodes) {
        const top = now.ancestors(node.id).at(-1) ?? node
        if (top.parentId !== null) problems.push(`${node.id} is in a cycle or has no parent`)
        const old = view.node(node.id)
        if (!old || gesture.held.has(node.id)) continue
        if (node.kind === 'group' ? !contains(node, old) : node.x !== old.x || node.y !== old.y)
          problems.push(`${node.id} was moved or shrunk`)
      }
      for (const edge of now.edges)
        if (!now.node(edge.source) || !now.node(edge.target)) problems.push(`${edge.id} dangles`)
      expect(problems, where).toEqual([])
    }
    expect(projection.snapshot().content.nodes.length).toBeGreaterThan(20)
  })

  it('are undone to exactly the start, and redone to exactly the end', () => {
    const end = projection.snapshot().content
    while (undo.canUndo()) undo.undo()
    expect(projection.snapshot().content).toEqual(start)
    while (undo.canRedo()) undo.redo()
    expect(projection.snapshot().content).toEqual(end)
  })
})
