import { defineService } from '../define'

export default defineService({
  serviceId: 'internet',
  name: 'Internet',
  shortName: 'Internet',
  category: 'people',
  aliases: ['www', 'web', 'public internet', 'world wide web', 'world'],
  purposes: ['public network'],
  icon: 'resource/Internetalt1',
  scope: 'external',
  traits: ['internet'],
  facts: [],
  summary: 'The public internet.',
})
