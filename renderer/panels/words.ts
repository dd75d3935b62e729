export { PILLAR_WORDS, PRINCIPLE_WORDS, RISK_WORDS } from '#shared/rules/words'
