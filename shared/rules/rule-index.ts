import { assertNever } from '../lib/assert-never'
import type { Rule } from './define-rule'
import type { Expression } from './expression'
import type { Knowledge } from './knowledge'
import { isEdge, isNode, type Thing } from './scene'
import { DETAIL_KEY } from './verdict'

/** What a rule may look at, known before it is evaluated. */
export interface RuleReach {
  /** Nothing but the subject itself, so what happens around it cannot matter. */
  ownOnly: boolean
  /** Every fact it may read, of whatever. */
  keys: ReadonlySet<string>
}

/** Which rules look at which things, worked out once per service. */
export class RuleIndex {
  private readonly byService = new Map<string, readonly Rule[]>()
  private readonly byGroup = new Map<string, readonly Rule[]>()
  private readonly byEdge = new Map<string, readonly Rule[]>()
  private readonly onBoard: readonly Rule[]
  private readonly reaches = new Map<Rule, RuleReach>()

  constructor(
    readonly rules: readonly Rule[],
    private readonly knowledge: Knowledge,
  ) {
    this.onBoard = rules.filter((rule) => rule.on.board)
  }

  rulesFor(thing: Thing): readonly Rule[] {
    if (isEdge(thing))
      return remember(this.byEdge, thing.kind, () =>
        this.rules.filter((rule) => rule.on.edges?.includes(thing.kind)),
      )
    if (!isNode(thing)) return this.onBoard
    if (thing.kind === 'group')
      return remember(this.byGroup, thing.groupKind, () =>
        this.rules.filter((rule) => rule.on.groups?.includes(thing.groupKind)),
      )
    return remember(this.byService, thing.serviceId, () => {
      const service = this.knowledge.service(thing.serviceId)
      const id = service?.serviceId ?? thing.serviceId
      return this.rules.filter(
        ({ on }) =>
          on.services?.includes(id) ||
          (service && on.scopes?.includes(service.scope)) ||
          on.traits?.some((trait) => service?.traits.includes(trait)),
      )
    })
  }

  reachOf(rule: Rule): RuleReach {
    return remember(this.reaches, rule, () => {
      const keys = new Set<string>()
      let ownOnly = !/\{(source|target)\}/.test(rule.message + rule.question.text)
      for (const expression of [rule.when, rule.assert])
        if (expression && !noteReach(expression, keys)) ownOnly = false
      return { ownOnly, keys }
    })
  }
}

/** Adds the facts that an expression may read; says whether it stays with its subject. */
function noteReach(expression: Expression, keys: Set<string>): boolean {
  switch (expression.op) {
    case 'and':
    case 'or':
      // Every part has to be looked at for its keys.
      return expression.of.map((part) => noteReach(part, keys)).every(Boolean)
    case 'not':
      return noteReach(expression.of, keys)
    case 'any':
    case 'all':
    case 'none':
    case 'count':
      keys.add(DETAIL_KEY)
      noteReach(expression.where, keys)
      return false
    case 'is':
    case 'isOneOf':
    case 'atLeast':
    case 'atMost':
    case 'stated':
    case 'matches':
    case 'lists':
    case 'opens':
      keys.add(expression.key)
      return true
    case 'sameAtBothEnds':
      keys.add(expression.key)
      return false
    case 'always':
    case 'service':
    case 'trait':
    case 'scope':
    case 'groupKind':
    case 'edgeKind':
      return true
    case 'inSubnet':
      keys.add('subnetType')
      return false
    case 'cidrClear':
      keys.add('cidr')
      return false
    case 'tierSize':
      keys.add('instances').add('minCapacity')
      return false
    case 'tierZones':
      keys.add('instances').add('availabilityZones').add('name')
      return false
    case 'crosses':
      keys.add('name')
      return false
    case 'onlyWay':
      keys.add('role')
      return false
    case 'boardKind':
    case 'drawnInside':
    case 'inside':
    case 'exposed':
    case 'crossesNetworks':
    case 'syncChain':
    case 'inSyncCycle':
      return false
    default:
      return assertNever(expression)
  }
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
