import type { DesignPrinciple, Pillar, Risk } from './define-rule'

/** What people read for our names of things. */
export const PILLAR_WORDS: Record<Pillar, string> = {
  operationalExcellence: 'Operational excellence',
  security: 'Security',
  reliability: 'Reliability',
  performanceEfficiency: 'Performance efficiency',
  costOptimization: 'Cost optimization',
  sustainability: 'Sustainability',
}

export const PRINCIPLE_WORDS: Record<DesignPrinciple, string> = {
  designForFailure: 'Design for failure',
  securityAtEveryLayer: 'Build security at every layer',
  leverageStorageOptions: 'Leverage different storage options',
  implementElasticity: 'Implement elasticity',
  thinkParallel: 'Think parallel',
  looseCoupling: 'Loose coupling sets you free',
  dontFearConstraints: 'Don’t fear constraints',
}

export const RISK_WORDS: Record<Risk, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}
