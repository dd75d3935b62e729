import type { FactDefinition } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { Risk } from './define-rule'
import { labelOf } from './judge'
import { catalogueKnowledge, dispositionFact, type Knowledge } from './knowledge'
import type { Thing } from './scene'
import {
  DETAIL_KEY,
  DISPOSITION_KEY,
  subjectKey,
  type Need,
  type Subject,
  type Verdict,
} from './verdict'

/** What an answer does to the board. */
export type Answer =
  /** Sets the fact on each subject. */
  | { kind: 'fact'; definition: FactDefinition }
  /** Sets the node's `disposition`. */
  | { kind: 'disposition'; definition: FactDefinition }
  /** Marks the group `complete`. */
  | { kind: 'detail' }
  /** Nothing to fill in: what is missing has to be drawn. */
  | { kind: 'drawing' }

export interface QuestionSubject {
  subject: Subject
  label: string
  /** The question about this one alone. */
  text: string
}

/** One thing to ask, about one or several things on the board. */
export interface Question {
  /** Stable while the same is asked. */
  id: string
  key: string
  /** The fact in a few words: the column's title when several are asked about in a table. */
  title: string
  /** The question in full, about all of them. */
  text: string
  askWhom: 'customer' | 'architect'
  answer: Answer
  help?: string
  subjects: readonly QuestionSubject[]
  /** Sum over the verdicts that wait for this of risk ÷ number of facts that they wait for. */
  rank: number
  /** Verdicts that wait for this. */
  blocks: readonly { ruleId: string; subject: Subject; risk: Risk }[]
}

export const RISK_WEIGHT: Readonly<Record<Risk, number>> = {
  critical: 8,
  high: 4,
  medium: 2,
  low: 1,
}

/** Names listed before "and 4 more". */
const NAMES_SHOWN = 3

/**
 * What to ask next, most telling first.
 *
 * Grouped by fact and not by rule; the same fact of several things is one question. On a current board or a sketch the
 * customer is asked, on a target board the architect.
 */
export function questionsFrom(
  view: BoardView,
  verdicts: readonly Verdict[],
  knowledge: Knowledge = catalogueKnowledge,
): readonly Question[] {
  const askWhom = view.board.kind === 'target' ? 'architect' : 'customer'
  const groups = new Map<string, Draft>()
  for (const verdict of verdicts) {
    if (verdict.outcome !== 'ask') continue
    const share = RISK_WEIGHT[verdict.risk] / Math.max(1, verdict.needs.length)
    for (const need of verdict.needs) {
      const thing = thingOf(view, need.subject)
      if (!thing) continue
      const wording = wordingOf(thing, need, knowledge)
      const id = `${need.key}|${wording.definition.label}|${wording.answer.kind}`
      const draft: Draft = groups.get(id) ?? { wording, subjects: new Map(), blocks: [], rank: 0 }
      groups.set(id, draft)
      draft.subjects.set(subjectKey(need.subject), { subject: need.subject, thing })
      draft.blocks.push({ ruleId: verdict.ruleId, subject: verdict.subject, risk: verdict.risk })
      draft.rank += share
    }
  }
  return [...groups]
    .map(([id, draft]) => finish(id, draft, view, knowledge, askWhom))
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
}

interface Wording {
  definition: FactDefinition
  answer: Answer
}

interface Draft {
  wording: Wording
  subjects: Map<string, { subject: Subject; thing: Thing }>
  blocks: { ruleId: string; subject: Subject; risk: Risk }[]
  rank: number
}

function finish(
  id: string,
  { wording, subjects, blocks, rank }: Draft,
  view: BoardView,
  knowledge: Knowledge,
  askWhom: 'customer' | 'architect',
): Question {
  const { definition, answer } = wording
  const template = definition.question[askWhom]
  const asked = [...subjects.values()]
    .map(({ subject, thing }) => {
      const label = labelOf(view, knowledge, thing)
      return { subject, label, text: template.replaceAll('{label}', label) }
    })
    .sort((a, b) =>
      a.label === b.label ? (a.subject.id < b.subject.id ? -1 : 1) : a.label < b.label ? -1 : 1,
    )
  return {
    id,
    key: definition.key,
    title: definition.label,
    text: template.replaceAll('{label}', listed(asked.map((one) => one.label))),
    askWhom,
    answer,
    ...(definition.help === undefined ? {} : { help: definition.help }),
    subjects: asked,
    rank,
    blocks,
  }
}

const GROUP_DETAIL: FactDefinition = {
  key: DETAIL_KEY,
  label: 'Drawn completely',
  type: { kind: 'boolean' },
  question: {
    customer: 'Is everything that belongs to {label} on this drawing?',
    architect: 'Is everything that belongs to {label} drawn?',
  },
  effort: 'known',
}

const BOARD_DETAIL: FactDefinition = {
  key: DETAIL_KEY,
  label: 'Something may be missing',
  type: { kind: 'boolean' },
  question: {
    customer: 'Is everything that this depends on already drawn?',
    architect: 'Is everything that this depends on already drawn?',
  },
  effort: 'known',
  help: 'Draw what is missing, or put a group around it and mark that complete.',
}

function wordingOf(thing: Thing, need: Need, knowledge: Knowledge): Wording {
  if (need.key === DETAIL_KEY)
    return need.subject.kind === 'board'
      ? { definition: BOARD_DETAIL, answer: { kind: 'drawing' } }
      : { definition: GROUP_DETAIL, answer: { kind: 'detail' } }
  if (need.key === DISPOSITION_KEY)
    return {
      definition: dispositionFact,
      answer: { kind: 'disposition', definition: dispositionFact },
    }
  const definition = factsOf(thing, knowledge).find((fact) => fact.key === need.key) ?? {
    key: need.key,
    label: need.key,
    type: { kind: 'text' },
    question: {
      customer: `What is the ${need.key} of {label}?`,
      architect: `What is the ${need.key} of {label}?`,
    },
    effort: 'lookup',
  }
  return { definition, answer: { kind: 'fact', definition } }
}

/** Facts that a thing may have, with the words to ask for them. */
export function factsOf(
  thing: Thing,
  knowledge: Knowledge = catalogueKnowledge,
): readonly FactDefinition[] {
  if ('source' in thing) return knowledge.edgeFacts
  if (!('parentId' in thing)) return []
  return thing.kind === 'group'
    ? knowledge.groupFacts(thing.groupKind)
    : (knowledge.service(thing.serviceId)?.facts ?? [])
}

function thingOf(view: BoardView, subject: Subject): Thing | undefined {
  switch (subject.kind) {
    case 'node':
      return view.node(subject.id)
    case 'edge':
      return view.edge(subject.id)
    case 'board':
      return view.board
  }
}

function listed(labels: readonly string[]): string {
  if (labels.length <= 1) return labels[0] ?? ''
  if (labels.length <= NAMES_SHOWN)
    return `${labels.slice(0, -1).join(', ')} and ${labels[labels.length - 1]}`
  return `${labels.slice(0, NAMES_SHOWN).join(', ')} and ${labels.length - NAMES_SHOWN} more`
}
