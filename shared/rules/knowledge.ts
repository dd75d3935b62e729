import { groupDefinition, serviceById } from '../catalogue/catalogue'
import type { FactDefinition, ServiceDefinition } from '../catalogue/define'
import { edgeFacts } from '../catalogue/edge-facts'
import type { GroupKind } from '../model/records'
import { DISPOSITION_KEY } from './verdict'

/** What the rules know about services: the catalogue, or a part of it in a test. */
export interface Knowledge {
  service(serviceId: string): ServiceDefinition | undefined
  groupFacts(kind: GroupKind): readonly FactDefinition[]
  edgeFacts: readonly FactDefinition[]
}

export const catalogueKnowledge: Knowledge = {
  service: serviceById,
  groupFacts: (kind) => groupDefinition(kind).facts,
  edgeFacts,
}

/** The question for what is to become of a workload. The answer sets the node's `disposition`. */
export const dispositionFact: FactDefinition = {
  key: DISPOSITION_KEY,
  label: 'Disposition (7 Rs)',
  type: {
    kind: 'choice',
    choices: [
      { value: 'rehost', label: 'Rehost: move as it is' },
      { value: 'replatform', label: 'Replatform: keep the core, change some parts' },
      { value: 'relocate', label: 'Relocate: move the VMware estate' },
      { value: 'refactor', label: 'Refactor: rebuild with cloud features' },
      { value: 'repurchase', label: 'Repurchase: move to a product or SaaS' },
      { value: 'retire', label: 'Retire: switch off' },
      { value: 'retain', label: 'Retain: leave where it is' },
    ],
  },
  question: {
    customer: 'What should become of {label}: move, change, replace, switch off or leave it?',
    architect: 'Which of the seven Rs applies to {label}?',
  },
  effort: 'known',
}
