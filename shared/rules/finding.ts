import type { Because, Need } from './verdict'
import { subjectOf, type Scene, type Thing } from './scene'
import type { FactValue } from '../model/records'
import type { Tri } from './kleene'

/** A truth value with what decided it, or what it waits for. */
export interface Finding {
  value: Tri
  because: readonly Because[]
  needs: readonly Need[]
}

const NOTHING: readonly never[] = []

export function decided(value: boolean, because: readonly Because[] = NOTHING): Finding {
  return { value, because, needs: NOTHING }
}

export function waiting(...needs: Need[]): Finding {
  return { value: 'unknown', because: NOTHING, needs }
}

export const YES = decided(true)
export const NO = decided(false)
export const plain = (value: boolean): Finding => (value ? YES : NO)

export function drawn(thing: Thing): Because {
  return { subject: subjectOf(thing), key: null, value: null }
}

/** Kleene's `or` when `absorbing` is true, `and` when false. */
export function combine(parts: readonly Finding[], absorbing: boolean): Finding {
  let absorbed = false
  let open = false
  for (const part of parts) {
    if (part.value === absorbing) absorbed = true
    else if (part.value === 'unknown') open = true
  }
  const value = !absorbed && open ? 'unknown' : absorbed ? absorbing : !absorbing
  return together(parts, value)
}

/** What the parts of one value say together; a single part that says something is handed on as it is. */
function together(parts: readonly Finding[], value: Tri): Finding {
  let only: Finding | undefined
  let many = false
  for (const part of parts) {
    if (part.value !== value || (part.because.length === 0 && part.needs.length === 0)) continue
    if (only) many = true
    only ??= part
  }
  if (!only) return value === 'unknown' ? waiting() : plain(value)
  if (!many) return only
  const because: Because[] = []
  const needs: Need[] = []
  for (const part of parts) {
    if (part.value !== value) continue
    for (const one of part.because) because.push(one)
    for (const need of part.needs) needs.push(need)
  }
  return { value, because, needs }
}

/** Whether a number that somebody may have stated reaches `least`. */
export function factAtLeast(scene: Scene, about: Thing, key: string, least: number): Finding {
  return ofFact(scene, about, key, (value) =>
    typeof value === 'number' ? value >= least : 'unknown',
  )
}

/** Reads a fact; what nobody stated, or stated in a form that makes no sense here, is waited for. */
export function ofFact(
  scene: Scene,
  about: Thing,
  key: string,
  test: (value: FactValue) => Tri,
): Finding {
  const subject = subjectOf(about)
  const value = scene.fact(about, key)?.value
  if (value === null) return waiting({ subject, key, moot: true })
  const result = value === undefined ? 'unknown' : test(value)
  if (value === undefined || result === 'unknown') return waiting({ subject, key })
  return decided(result, [{ subject, key, value }])
}
