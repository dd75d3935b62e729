import { expect, it } from 'vitest'
import { searchTemplates } from '#shared/templates/search'
import { templates } from '#shared/templates/templates'

const found = (query: string): string[] =>
  searchTemplates(templates, query).map(({ templateId }) => templateId)

it('shows all, in their order, until something is typed', () => {
  expect(searchTemplates(templates, '  ')).toEqual(templates)
})

it('finds by title, purpose, other words and what is drawn', () => {
  expect(found('data lake')[0]).toBe('data-lake')
  expect(found('k8s')).toContain('containers-eks')
  expect(found('rag')).toContain('generative-ai-assistant')
  expect(found('kinesis')).toContain('streaming')
  expect(found('dms')).toEqual(expect.arrayContaining(['data-lake', 'vmware-migration']))
})

it('wants every word, wherever it is, and puts titles first', () => {
  expect(found('recovery standby')).toEqual(['disaster-recovery-warm-standby'])
  expect(found('web')[0]).toBe('three-tier-web')
  expect(found('serverless web')[0]).toBe('serverless-api')
  expect(found('qwertz')).toEqual([])
})
