import { BoardId, EdgeId, NodeId } from '../model/ids'
import { createBoardView, type BoardView } from '../model/board-view'
import {
  Disposition,
  EdgeKind,
  type Board,
  type BoardEdge,
  type BoardNode,
  type Facts,
  type FactValue,
  type GroupKind,
} from '../model/records'
import type { BoardContent } from '../model/session'
import { layOut } from './board-text-layout'

const GROUP_WORDS: Readonly<Record<string, GroupKind>> = {
  'aws-cloud': 'awsCloud',
  account: 'account',
  region: 'region',
  vpc: 'vpc',
  az: 'availabilityZone',
  'public-subnet': 'publicSubnet',
  'private-subnet': 'privateSubnet',
  sg: 'securityGroup',
  asg: 'autoScalingGroup',
  'data-center': 'corporateDataCenter',
  'server-contents': 'serverContents',
  group: 'generic',
}

/**
 * A board in a line of text, for rule examples and tests.
 *
 * - `web:ec2` a node with id and label `web`; `s3` alone is a node of that service; once declared, an id names it
 * - `vpc[ … ]`, `front:az[ … ]` a group and what is in it: aws-cloud, account, region, vpc, az, public-subnet,
 *   private-subnet, sg, asg, data-center, server-contents, group
 * - `web:ec2{publicIp=true, role=web}` facts; `disposition=retire` sets the node's disposition
 * - `web:ec2"Web 1"` another label; `vpc!complete[ … ]`, `vpc!sketch[ … ]` the detail of a group
 * - `a -> b -> c` connectors; `a -data-> b` of a kind; `a -{encrypted=true}-> b`, `a -data{port=443}-> b` with facts
 * - `@current`, `@target`, `@sketch` the board's kind, `sketch` if not said
 *
 * @throws SyntaxError with the place, when the text does not parse.
 */
export function parseBoard(text: string): BoardContent {
  const parser = new Parser(text)
  parser.items(null)
  parser.end()
  layOut(parser.nodes)
  return { board: parser.board, nodes: parser.nodes, edges: parser.edges }
}

/** {@link parseBoard} as a template tag. */
export function board(strings: TemplateStringsArray): BoardContent {
  return parseBoard(strings.join(''))
}

/** {@link parseBoard}, indexed. */
export function boardText(text: string): BoardView {
  return createBoardView(parseBoard(text))
}

const BOARD_ID = BoardId.parse('board')

class Parser {
  board: Board = { id: BOARD_ID, name: 'Board', kind: 'sketch', order: 'a' }
  readonly nodes: BoardNode[] = []
  readonly edges: BoardEdge[] = []
  private at = 0
  private readonly byName = new Map<string, BoardNode>()
  private readonly taken = new Map<string, number>()

  constructor(private readonly text: string) {}

  items(parentId: NodeId | null): void {
    for (this.space(); this.at < this.text.length && this.text[this.at] !== ']'; this.space()) {
      const kind = this.match(/@(current|target|sketch)\b/y)
      if (kind) {
        this.board = { ...this.board, kind: kind[1] as Board['kind'] } // the pattern allows no other
        continue
      }
      let from = this.node(parentId)
      for (let link = this.link(); link; link = this.link()) {
        const to = this.node(parentId)
        this.edges.push({
          id: EdgeId.parse(this.fresh(`${from.id}-${to.id}`)),
          boardId: BOARD_ID,
          source: from.id,
          target: to.id,
          label: '',
          order: order(this.edges.length),
          ...link,
        })
        from = to
      }
    }
  }

  end(): void {
    this.space()
    if (this.at < this.text.length) this.fail('unexpected text')
  }

  private node(parentId: NodeId | null): BoardNode {
    this.space()
    const name = this.match(/[A-Za-z0-9][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/y)?.[0]
    if (name === undefined) return this.fail('a name was expected')
    const type = this.match(/:([A-Za-z0-9][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)/y)?.[1]
    const known = this.byName.get(name)
    const groupKind = GROUP_WORDS[type ?? name]
    if (known && type === undefined && !(groupKind && /[[{!]/.test(this.text[this.at] ?? '')))
      return known
    const label = this.match(/"([^"]*)"/y)?.[1] ?? name
    const detail = this.match(/!(complete|sketch)\b/y)?.[1]
    const { disposition, ...facts } = this.facts()
    const shape = {
      id: NodeId.parse(this.fresh(name)),
      boardId: BOARD_ID,
      parentId,
      x: 0,
      y: 0,
      w: 1,
      h: 1,
      label,
      order: order(this.nodes.length),
      facts,
    }
    const made: BoardNode = groupKind
      ? {
          ...shape,
          kind: 'group',
          groupKind,
          ...(detail === undefined ? {} : { detail: detail as 'complete' | 'sketch' }), // the pattern allows no other
        }
      : {
          ...shape,
          kind: 'service',
          serviceId: type ?? name,
          ...(disposition ? { disposition: Disposition.parse(disposition.value) } : {}),
        }
    this.nodes.push(made)
    if (type !== undefined || !groupKind) this.byName.set(name, made)
    if (groupKind && this.match(/\s*\[/y)) {
      this.items(made.id)
      if (!this.match(/\s*\]/y)) this.fail('] was expected')
    }
    return made
  }

  private link(): Pick<BoardEdge, 'kind' | 'facts'> | null {
    this.space()
    if (this.match(/->/y)) return { kind: 'request', facts: {} }
    if (!this.match(/-(?=[a-z{])/y)) return null
    const kind = this.match(/[a-z]+/y)?.[0] ?? 'request'
    const facts = this.facts()
    if (!this.match(/->/y)) this.fail('-> was expected')
    return { kind: EdgeKind.parse(kind), facts }
  }

  private facts(): Facts {
    const facts: Facts = {}
    if (!this.match(/\{/y)) return facts
    while (!this.match(/\s*\}/y)) {
      const pair = this.match(/\s*([A-Za-z0-9]+)\s*=\s*(?:"([^"]*)"|([^\s,}]+))\s*,?/y)
      if (!pair?.[1]) return this.fail('name=value was expected')
      facts[pair[1]] = { value: pair[2] ?? plainValue(pair[3] ?? ''), source: 'user' }
    }
    return facts
  }

  private fresh(wanted: string): string {
    const before = this.taken.get(wanted) ?? 0
    this.taken.set(wanted, before + 1)
    return before === 0 ? wanted : this.fresh(`${wanted}-${before + 1}`)
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at += found[0].length
    return found
  }

  private space(): void {
    this.match(/[\s,]*/y)
  }

  private fail(what: string): never {
    throw new SyntaxError(
      `Board text: ${what} at ${this.at}: "${this.text.slice(this.at, this.at + 30)}"`,
    )
  }
}

function plainValue(text: string): FactValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** Keys that sort as numbers count. */
function order(n: number): string {
  return `a${String(n).padStart(6, '0')}`
}
