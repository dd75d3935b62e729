import { Window } from 'happy-dom'
import { describe, expect, it } from 'vitest'
import { contains, inflate, type Rect } from '../../../shared/model/geometry'
import { NodeId } from '../../../shared/model/ids'
import {
  PICTURE_MARGIN,
  renderBoardSvg,
  type BoardSvgRequest,
} from '../../../shared/render/board-svg'
import { edgeDrawing } from '../../../shared/render/edge-drawing'
import { routeBoard } from '../../../shared/render/edges'
import { iconDrawing } from '../../../shared/render/icon-symbol'
import { nodeDrawing } from '../../../shared/render/node-drawing'
import { sessionFromMetadata } from '../../../shared/render/session-metadata'
import { renderThumbnail } from '../../../shared/render/thumbnail'
import { board, edge, group, iconFromDisk, sampleBoard, service } from './sample-board'

function draw(more: Partial<BoardSvgRequest> = {}): ReturnType<typeof renderBoardSvg> {
  return renderBoardSvg({
    view: sampleBoard(),
    icons: iconFromDisk,
    theme: 'light',
    background: 'solid',
    ...more,
  })
}

/** Names what is wrong with an XML text; empty when tags nest, attributes are quoted and nothing is raw. */
function xmlProblems(xml: string): string[] {
  const problems: string[] = []
  const open: string[] = []
  const rest = xml
    .replace(/<!\[CDATA\[.*?\]\]>/gs, '')
    .replace(
      /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, end, name, __, self) => {
        if (end) {
          if (open.pop() !== name) problems.push(`unexpected </${name}>`)
        } else if (!self) open.push(name)
        return ''
      },
    )
  if (open.length > 0) problems.push(`open: ${open.join(' ')}`)
  if (/[<>]/.test(rest))
    problems.push(
      `raw markup near ${rest.slice(Math.max(0, rest.search(/[<>]/) - 20)).slice(0, 60)}`,
    )
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest)) problems.push('raw ampersand')
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml)) problems.push('control character')
  return problems
}

function rectOf(element: { getAttribute(name: string): string | null }): Rect {
  const n = (name: string): number => Number(element.getAttribute(name))
  return { x: n('x'), y: n('y'), w: n('width'), h: n('height') }
}

function parse(svg: string): Document {
  const window = new Window()
  window.document.body.innerHTML = svg
  return window.document as unknown as Document
}

describe('a board as SVG', () => {
  it.each(['light', 'dark'] as const)('is well-formed XML in %s', (theme) => {
    expect(xmlProblems(draw({ theme }).svg)).toEqual([])
  })

  it('shows every node and every connector once', () => {
    const view = sampleBoard()
    const { svg } = draw({ view })
    const drawn = (kind: string): string[] =>
      [...svg.matchAll(new RegExp(`data-${kind}="([^"]+)"`, 'g'))].map((m) => m[1]!).sort()
    expect(drawn('node')).toEqual(view.nodes.map(({ id }) => String(id)).sort())
    expect(drawn('edge')).toEqual(view.edges.map(({ id }) => String(id)).sort())
  })

  it('crops nothing: icons, labels, chips, routes and plates lie inside with a margin', () => {
    const view = sampleBoard()
    const { bounds, widthPx, heightPx } = draw({ view })
    expect([widthPx, heightPx]).toEqual([bounds.w, bounds.h])
    const inner = inflate(bounds, -PICTURE_MARGIN)
    for (const node of view.nodes) expect(contains(inner, nodeDrawing(node).extent)).toBe(true)
    for (const [id, route] of routeBoard(view)) {
      const { extent, pill } = edgeDrawing(view.edge(id)!, route)
      expect(contains(inner, extent)).toBe(true)
      if (pill) expect(contains(inner, pill.rect)).toBe(true)
    }
    const icons = [...parse(draw({ view }).svg).querySelectorAll('use')]
    expect(icons.length).toBeGreaterThan(view.nodes.length / 2)
    for (const use of icons) expect(contains(inner, rectOf(use))).toBe(true)
  })

  it('has room for a wide plate at the board’s edge', () => {
    const view = board(
      [service('a', 's3', [0, 0]), service('b', 's3', [0, 200])],
      [edge('a', 'b', 'data', { label: 'nightly copy of everything there is' })],
    )
    const { bounds } = draw({ view })
    const plate = edgeDrawing(view.edges[0]!, routeBoard(view).get(view.edges[0]!.id)!).pill!.rect
    expect(plate.w).toBeGreaterThan(112)
    expect(contains(bounds, plate)).toBe(true)
  })

  it('puts a plate beside a run that it would hide', () => {
    const plate = (gap: number): { w: number; y: number } => {
      const view = board(
        [service('a', 's3', [0, 0]), service('b', 's3', [gap, 0])],
        [edge('a', 'b', 'data', { label: 'nightly copy' })],
      )
      return edgeDrawing(view.edges[0]!, routeBoard(view).get(view.edges[0]!.id)!).pill!.rect
    }
    expect(plate(300).y).toBe(24 - 9)
    expect(plate(136).y + 18).toBeLessThan(24)
  })

  it('carries each icon once and points only at what is there', () => {
    const { svg } = draw()
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)) expect(ids).toContain(id)
    expect(svg.match(/<symbol/g)).toHaveLength(
      new Set(svg.match(/href="#db-icon-\d+" xlink/g)).size,
    )
  })

  it('keeps ids of icons apart', () => {
    const icon = iconFromDisk('architecture-service/AmazonQuickSuite')!
    expect(icon).toMatch(/ id="/)
    const drawing = iconDrawing(icon, 'x-', 'light')!
    for (const [, id] of drawing.body.matchAll(/(?:\sid="|url\(#|href="#)([^")]+)/g))
      expect(id).toMatch(/^x-/)
  })

  it('shows near-black drawings white on dark, and leaves painted icons alone', () => {
    const users = iconFromDisk('resource/Users')!
    expect(iconDrawing(users, '', 'dark')!.body).toContain('#ffffff')
    expect(iconDrawing(users, '', 'dark')!.body).not.toContain('#242f3e')
    const lambda = iconFromDisk('architecture-service/AWSLambda')!
    expect(iconDrawing(lambda, '', 'dark')).toEqual(iconDrawing(lambda, '', 'light'))
  })

  it('survives hostile labels', () => {
    const label = '</text><script>alert(1)</script>&\u0000\u0007\ud800"\'<![CDATA['
    const view = board(
      [service('a', 'ec2', [0, 0], null, { label }), group('g', 'vpc', label, [200, 0, 300, 200])],
      [edge('a', 'g', 'request', { label, protocol: label })],
    )
    const { svg } = draw({ view, title: label, fontCss: '</style><script>x</script>]]>' })
    expect(xmlProblems(svg)).toEqual([])
    expect(svg.replace(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toContain('<script')
  })

  it('leads where nodes lead, by links that say so and hold nothing else', () => {
    const link = "https://wiki.example.com/?a=1&b='2'#top"
    const view = board([
      { ...group('vpc', 'vpc', 'Network', [0, 0, 400, 300]), link },
      {
        ...group('zone', 'availabilityZone', 'A very long name for a zone', [20, 60, 120, 160]),
        link,
      },
      { ...group('bare', 'generic', '', [200, 60, 100, 100]), link },
      { ...service('api', 'lambda', [240, 180], 'vpc'), link },
      service('plain', 'sqs', [500, 0]),
    ])
    const { svg, bounds } = draw({ view, theme: 'dark' })
    expect(xmlProblems(svg)).toEqual([])
    const links = [...parse(svg).querySelectorAll('a')]
    expect(links).toHaveLength(4)
    for (const a of links) {
      expect(a.getAttribute('href')).toBe(link)
      expect(a.getAttribute('target')).toBe('_blank')
      expect(a.getAttribute('rel')).toBe('noopener noreferrer')
      expect([...a.attributes].map(({ name }) => name)).toEqual(['href', 'target', 'rel'])
    }
    expect(svg).not.toContain("b='2'")
    for (const node of view.nodes) {
      const { link: sign, extent, label, labelBox } = nodeDrawing(node)
      if (node.link === undefined) {
        expect(sign).toBeNull()
        continue
      }
      expect(contains(extent, sign!), node.id).toBe(true)
      expect(contains(bounds, sign!)).toBe(true)
      if (node.kind === 'group' && label) expect(sign!.x).toBeGreaterThan(labelBox!.x + labelBox!.w)
    }
  })

  it('draws a plain box with initials for a service it does not know', () => {
    const view = board([service('a', 'from-the-future', [0, 0], null, { label: 'Order Service' })])
    const { svg } = draw({ view })
    expect(svg).toContain('>OS</text>')
    expect(svg).not.toContain('<use')
  })

  it('says that an empty board is empty', () => {
    const { svg, widthPx, heightPx } = draw({ view: board([]) })
    expect(xmlProblems(svg)).toEqual([])
    expect(svg).toContain('Nothing drawn yet')
    expect(widthPx * heightPx).toBeGreaterThan(0)
  })

  it('draws a selection with what is inside it and the connectors between', () => {
    const { svg, bounds } = draw({
      only: { nodes: new Set([NodeId.parse('az-a')]), marks: new Set() },
    })
    expect(svg).toContain('data-node="db-a"')
    expect(svg).toContain('data-edge="ec2-a-db-a"')
    expect(svg).not.toContain('data-node="db-b"')
    expect(svg).not.toContain('data-edge="lb-ec2-a"')
    expect(bounds.w).toBe(528 + 2 * PICTURE_MARGIN)
  })

  it('tells kinds of connectors apart and marks what is unencrypted', () => {
    const nodes = [service('a', 'ec2', [0, 0]), service('b', 'rds', [300, 0])]
    const one = (kind: Parameters<typeof edge>[2], more = {}): string =>
      draw({ view: board(nodes, [edge('a', 'b', kind, more)]) }).svg
    expect(one('event')).toContain('stroke-dasharray="6 4"')
    expect(one('dependency')).toContain('stroke-linecap="round"')
    expect(one('data')).toContain('stroke-width="2.5"')
    expect(one('replication').match(/fill="none" stroke="#6b3fd4"/g)).toHaveLength(2)
    expect(one('request')).not.toContain('data-label')
    expect(one('request', { encrypted: false })).toContain('data-label')
    expect(one('request', { label: 'read', protocol: 'TLS', encrypted: true })).toContain(
      '>read · TLS<',
    )
  })

  it('shows a disposition and what the checks say', () => {
    const { svg } = draw({ badges: new Map([[NodeId.parse('db-a'), { kind: 'question' }]]) })
    expect(svg).toContain('>Replatform</text>')
    expect(svg).toContain('>?</text>')
  })

  it('leaves the background out when asked', () => {
    const view = board([service('a', 'ec2', [0, 0])])
    expect(draw({ view }).svg).toContain('<rect')
    expect(draw({ view, background: 'transparent' }).svg).not.toContain('<rect')
  })

  it('carries its session', () => {
    const json = '{"title":"Köln <&> 👩‍💻 ]]>"}'
    const { svg } = draw({ embed: json })
    expect(xmlProblems(svg)).toEqual([])
    expect(sessionFromMetadata(svg)).toBe(json)
  })

  it('is the same text every time', () => {
    expect(draw().svg).toBe(draw().svg)
  })

  it('draws a damaged hierarchy too', () => {
    const loop = [
      group('a', 'vpc', 'A', [0, 0, 200, 200], 'b'),
      group('b', 'vpc', 'B', [50, 50, 100, 100], 'a'),
    ]
    expect(draw({ view: board(loop) }).svg.match(/data-node/g)).toHaveLength(2)
  })
})

describe('a thumbnail', () => {
  it('has the size asked for, no words, and everything in view', () => {
    const svg = renderThumbnail(sampleBoard(), iconFromDisk, {
      widthPx: 320,
      heightPx: 200,
      theme: 'light',
    })
    expect(xmlProblems(svg)).toEqual([])
    expect(svg).toContain('width="320" height="200"')
    expect(svg).not.toContain('<text')
    const [x, y, w, h] = /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number)
    for (const node of sampleBoard().nodes)
      expect(contains({ x: x!, y: y!, w: w!, h: h! }, nodeDrawing(node).extent)).toBe(true)
    expect(w! / h!).toBeCloseTo(1.6, 2)
  })

  it('of an empty board is empty', () => {
    const svg = renderThumbnail(board([]), iconFromDisk, {
      widthPx: 320,
      heightPx: 200,
      theme: 'dark',
    })
    expect(svg).toContain('viewBox="0 0 320 200"')
  })
})
