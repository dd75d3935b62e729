import type { EdgeKind, GroupKind } from '../model/records'
import type { Expression, Relation, Scalar } from './expression'

/** Which things a step is about: the finding's subject where left out, else all in a relation to it that fit. */
export interface FixTarget {
  relation: Relation
  where?: Expression
}

type FactValues = Readonly<Record<string, Scalar>>

/**
 * One step of a repair, as data. Steps say how it should be, not what to do: where it is so already, they do nothing.
 *
 * `when` leaves a step out for subjects that it is not true of.
 */
export type FixStep = { when?: Expression } &
  /** The fact has this value. */
  (
    | { do: 'setFact'; key: string; value: Scalar; on?: FixTarget }
    /** The number is at least, or at most, this; what is unknown becomes exactly this. */
    | { do: 'atLeast' | 'atMost'; key: string; value: number; on?: FixTarget }
    /**
     * Another service is there. `where`: `beside` the subject in its group, `inside` the subject (a group), or inside
     * the nearest group of a kind around the subject (beside it where none is drawn). `connect` draws a connector from
     * the subject `to` the new service, or `from` the new service to the subject.
     */
    | {
        do: 'add'
        service: string
        label?: string
        facts?: FactValues
        where: 'beside' | 'inside' | GroupKind
        connect?: { direction: 'to' | 'from'; kind: EdgeKind; facts?: FactValues }
      }
    /** The subject is in no group of these kinds: it goes to the nearest group outside them. */
    | { do: 'moveOutOf'; kinds: readonly GroupKind[] }
    /** The subject is in a group of this kind: the nearest one in the same zone or VPC, or a new one around it. */
    | { do: 'moveInto'; kind: GroupKind; facts?: FactValues }
    /** A new group of this kind stands around the subject alone. */
    | { do: 'wrapIn'; kind: GroupKind; label?: string; facts?: FactValues }
    /**
     * What calls the subject, and the other members of its tier, calls a new service instead, which calls them. `from`
     * limits this to connectors whose source fits.
     */
    | {
        do: 'putInFront'
        service: string
        label?: string
        facts?: FactValues
        from?: Expression
        kind?: EdgeKind
        edgeFacts?: FactValues
      }
    /** The subject, a connector, leads to a new service, and that to the old target. */
    | {
        do: 'putBetween'
        service: string
        label?: string
        facts?: FactValues
        kind?: EdgeKind
        edgeFacts?: FactValues
      }
    /** A copy of the subject with the same connectors stands in another Availability Zone of its VPC. */
    | { do: 'copyToOtherZone' }
    /** There is no such connector: on a node those `in` or `out` whose other end fits, on a connector itself. */
    | { do: 'removeConnectors'; direction?: 'in' | 'out'; where?: Expression }
    /** The subject, with all its connectors, is gone. */
    | { do: 'remove' }
    /** The subject is this service instead; its connectors and the facts that both services know stay. */
    | { do: 'becomeService'; service: string }
    | { do: 'becomeGroup'; kind: GroupKind }
  )

export interface FixChoice {
  /** What it does, as an order: "Keep a standby in a second zone". */
  title: string
  steps: readonly FixStep[]
}

/**
 * How a finding can be repaired. `automatic`: one way that suits nearly everybody. `suggestion`: several, and a person
 * chooses. `question`: only an answer helps. `none`: only a new design does.
 */
export type Fix =
  | ({ kind: 'automatic' } & FixChoice)
  | { kind: 'suggestion'; choices: readonly FixChoice[] }
  | { kind: 'question' | 'none' }

export const automatic = (title: string, ...steps: FixStep[]): Fix => ({
  kind: 'automatic',
  title,
  steps,
})
export const suggestion = (...choices: FixChoice[]): Fix => ({ kind: 'suggestion', choices })
export const choose = (title: string, ...steps: FixStep[]): FixChoice => ({ title, steps })
export const setFact = (key: string, value: Scalar, when?: Expression): FixStep => ({
  do: 'setFact',
  key,
  value,
  ...(when === undefined ? {} : { when }),
})
