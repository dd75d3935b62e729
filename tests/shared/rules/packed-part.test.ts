import { expect, it } from 'vitest'
import { checkInParts } from '#shared/rules/engine'
import { packPart, PartReader } from '#shared/rules/packed-part'
import { rules } from '#shared/rules/registry'
import { createBoardView } from '#shared/model/board-view'
import { boardContent } from '#shared/model/session'
import { samples } from '#shared/samples/samples'
import { sampleSession } from '#shared/samples/define'
import { testContext } from '../../support/edit-context'

it.each(samples.map((sample) => [sample.sampleId, sample] as const))(
  'parts of a first check of %s arrive as they were sent',
  (_, sample) => {
    const content = sampleSession(sample, testContext())
    const titles = new Map(rules.map((rule) => [rule.id, rule.title]))
    for (const board of content.boards) {
      const own = boardContent(content, board.id)
      if (!own) throw new Error('The board is not in its session')
      const view = createBoardView(own)
      const reader = new PartReader(view, rules)
      let things = 0
      for (const part of checkInParts(view, rules, 7)) {
        const arrived = reader.read(structuredClone(packPart(part, titles)))
        expect(arrived).toEqual(part)
        things += arrived.judged.length
      }
      expect(things).toBe(view.nodes.length + view.edges.length + 1)
    }
  },
)
