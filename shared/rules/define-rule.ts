import type { ServiceScope, Trait } from '../catalogue/define'
import type { BoardContent } from '../model/session'
import type { EdgeKind, GroupKind } from '../model/records'
import type { Expression } from './expression'
import type { Fix } from './fix'

export type Pillar =
  | 'operationalExcellence'
  | 'security'
  | 'reliability'
  | 'performanceEfficiency'
  | 'costOptimization'
  | 'sustainability'

export type DesignPrinciple =
  | 'designForFailure'
  | 'securityAtEveryLayer'
  | 'leverageStorageOptions'
  | 'implementElasticity'
  | 'thinkParallel'
  | 'looseCoupling'
  | 'dontFearConstraints'

export type Risk = 'critical' | 'high' | 'medium' | 'low'

export const PILLARS: readonly Pillar[] = [
  'operationalExcellence',
  'security',
  'reliability',
  'performanceEfficiency',
  'costOptimization',
  'sustainability',
]

export const DESIGN_PRINCIPLES: readonly DesignPrinciple[] = [
  'designForFailure',
  'securityAtEveryLayer',
  'leverageStorageOptions',
  'implementElasticity',
  'thinkParallel',
  'looseCoupling',
  'dontFearConstraints',
]

/** Which things a rule looks at: any that one of these names. */
export interface On {
  services?: readonly string[]
  traits?: readonly Trait[]
  scopes?: readonly ServiceScope[]
  groups?: readonly GroupKind[]
  edges?: readonly EdgeKind[]
  board?: boolean
}

export interface Examples {
  /** The rule holds, and nothing on the board is a finding or a question of it. */
  pass: readonly BoardContent[]
  /** At least one finding. Left out only where the rule asks for something that anyone may answer as they like. */
  fail?: readonly BoardContent[]
  /** One step away from a finding, and none. */
  nearlyFail?: readonly BoardContent[]
  /** At least one question and no finding. Left out where the drawing alone decides. */
  ask?: readonly BoardContent[]
  /** Neither holds, nor finding, nor question. */
  notApplicable: readonly BoardContent[]
}

/** Same check elsewhere, by the ids used there. */
export interface Crosswalk {
  securityHub?: readonly string[]
  trustedAdvisor?: readonly string[]
  checkov?: readonly string[]
  cdkNag?: readonly string[]
  guard?: readonly string[]
  trivy?: readonly string[]
}

/** One check: everything that there is to know about it stands in its file. */
export interface Rule {
  id: string
  /** What must hold, as a sentence without a full stop. */
  title: string
  pillar: Pillar
  designPrinciples: readonly DesignPrinciple[]
  risk: Risk
  /**
   * Why `risk` differs from what AWS gives the first of `bestPractices`, as a sentence: the practice speaks of a whole
   * workload, the rule of one detail of it. Left out where they agree (`critical` agrees with AWS's `high`).
   */
  riskNote?: string
  /** Well-Architected best practice ids, the one it belongs to first: `pillar` is that one's. */
  bestPractices: readonly string[]
  on: On
  /** Where it applies. Unknown makes a question, whatever `assert` says. */
  when?: Expression
  assert: Expression
  /** The finding. `{label}` is the thing's label; for connectors also `{source}` and `{target}`. */
  message: string
  rationale: string
  remediation: string
  /** When a finding is wrong or may be accepted. */
  falsePositives: string
  question: { text: string; askWhom: 'customer' | 'architect' }
  fix: Fix
  references: readonly { title: string; url: string }[]
  crosswalk: Crosswalk
  examples: Examples
}

/** Identity function that gives a rule file its type. */
export function defineRule(rule: Rule): Rule {
  return rule
}
