import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml'
import { tooMuchYaml } from './yaml-guard'
import { fields, isRawFields, type Raw, type RawFields } from './value'

/** Limits that keep a hostile file from eating the machine. CloudFormation itself takes a megabyte. */
const TEMPLATE_LIMITS = {
  characters: 2 * 1024 * 1024,
  /** Nesting of lists and objects. */
  depth: 100,
  /** Values in all, after aliases are expanded. */
  values: 500_000,
  resources: 5_000,
} as const

export type TemplateFailureCode =
  'template.not-a-template' | 'template.damaged' | 'template.too-large'

type ParsedTemplate =
  { ok: true; root: RawFields } | { ok: false; code: TemplateFailureCode; detail: string }

/** Reads YAML or JSON, tags such as `!Sub` in their long form. Never throws. */
export function parseTemplate(text: string): ParsedTemplate {
  if (text.length > TEMPLATE_LIMITS.characters)
    return failure(
      'template.too-large',
      `This file is larger than ${TEMPLATE_LIMITS.characters / 1024 / 1024} MB, which is more than a template can be. It was not imported.`,
    )
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  try {
    const root = /^\s*\{/.test(clean) ? (fromJson(clean) ?? fromYaml(clean)) : fromYaml(clean)
    if (!isRawFields(root) || !isRawFields(root['Resources'])) return notATemplate()
    if (Object.keys(root['Resources']).length > TEMPLATE_LIMITS.resources)
      return failure(
        'template.too-large',
        `This template has more than ${TEMPLATE_LIMITS.resources} resources. It was not imported.`,
      )
    return { ok: true, root }
  } catch (error) {
    if (error instanceof TooMuch)
      return failure(
        'template.too-large',
        `This file ${error.message}, which is more than a template can hold. It was not imported.`,
      )
    if (!looksLikeTemplate(clean)) return notATemplate()
    // A hostile file may exhaust the stack of the parser itself.
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason'
    return failure(
      'template.damaged',
      `This template cannot be read: ${reason.slice(0, 300)}. Nothing was imported.`,
    )
  }
}

/** What a file is taken for before it is parsed: by its sections or by the types of its resources. */
function looksLikeTemplate(text: string): boolean {
  const head = text.slice(0, 200_000)
  return (
    /AWSTemplateFormatVersion|AWS::Serverless-20/.test(head) ||
    (/["']?Resources["']?\s*:/.test(head) && /\bAWS::\w+::\w+/.test(head))
  )
}

function notATemplate(): ParsedTemplate {
  return failure(
    'template.not-a-template',
    'This file is no CloudFormation template: it has no “Resources” section. Nothing was imported.',
  )
}

function failure(code: TemplateFailureCode, detail: string): ParsedTemplate {
  return { ok: false, code, detail }
}

class TooMuch extends Error {}

/** Counts values and depth while a tree is copied. */
class Budget {
  private values = 0

  spend(depth: number): void {
    if (++this.values > TEMPLATE_LIMITS.values)
      throw new TooMuch(`holds more than ${TEMPLATE_LIMITS.values} values`)
    if (depth > TEMPLATE_LIMITS.depth)
      throw new TooMuch(`is nested more than ${TEMPLATE_LIMITS.depth} levels deep`)
  }
}

/** `undefined` for what is no JSON: YAML allows more, such as comments. */
function fromJson(text: string): Raw | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const budget = new Budget()
  const copy = (value: unknown, depth: number): Raw => {
    budget.spend(depth)
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1))
    if (typeof value === 'object' && value !== null)
      return fields(Object.entries(value).map(([key, inner]) => [key, copy(inner, depth + 1)]))
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null
  }
  return copy(json, 0)
}

function fromYaml(text: string): Raw {
  const reason = tooMuchYaml(text)
  if (reason !== null) throw new TooMuch(reason)
  // Pretty errors cost time with the square of a hostile file's length.
  const document = parseDocument(text, {
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
    prettyErrors: false,
  })
  const [problem] = document.errors
  if (problem) throw new Error(`${problem.message} (line ${lineAt(text, problem.pos[0])})`)
  return copyNode(document)
}

function keyOf(source: string | undefined, value: unknown): string {
  return source ?? (typeof value === 'string' ? value : JSON.stringify(value ?? null))
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

const LEADING_ZERO = /^-?0\d+$/

function copyNode(document: Document): Raw {
  const budget = new Budget()
  const anchors = new Map<string, Node>()
  const open = new Set<string>()

  const copy = (node: unknown, depth: number): Raw => {
    budget.spend(depth)
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      if (!target || open.has(node.source)) return null
      open.add(node.source)
      const made = copy(target, depth + 1)
      open.delete(node.source)
      return made
    }
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node)
      return tagged(node.tag, plain(node, depth))
    }
    return null
  }

  const plain = (node: Node, depth: number): Raw => {
    if (isSeq(node)) return node.items.map((item) => copy(item, depth + 1))
    if (isMap(node)) {
      const entries: [string, Raw][] = []
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? keyOf(pair.key.source, pair.key.value) : null
        const value = copy(pair.value, depth + 1)
        if (key === '<<' && isRawFields(value)) entries.unshift(...Object.entries(value))
        else if (key !== null) entries.push([key, value])
      }
      return fields(entries)
    }
    return isScalar(node) ? scalar(node.value, node.source) : null
  }

  return copy(document.contents, 0)
}

/** Account numbers such as 012345678901 stay text. */
function scalar(value: unknown, source: string | undefined): Raw {
  if (typeof value === 'number')
    return source !== undefined && LEADING_ZERO.test(source) ? source : value
  if (typeof value === 'string' || typeof value === 'boolean') return value
  // Whole numbers beyond what a number holds, and dates.
  return typeof value === 'bigint'
    ? value.toString()
    : value instanceof Date
      ? (source ?? null)
      : null
}

/** `!Ref x` → `{ Ref: x }`, `!Sub x` → `{ 'Fn::Sub': x }`, `!GetAtt a.b` → `{ 'Fn::GetAtt': [a, b] }`. */
function tagged(tag: string | undefined, value: Raw): Raw {
  const name = tag?.startsWith('!') === true && !tag.startsWith('!!') ? tag.slice(1) : ''
  if (name === '') return value
  if (name === 'Ref' || name === 'Condition') return fields([[name, value]])
  if (name === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.')
    return fields([['Fn::GetAtt', dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)]]])
  }
  return fields([[`Fn::${name}`, value]])
}
