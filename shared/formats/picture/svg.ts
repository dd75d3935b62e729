import { sessionFromMetadata, sessionMetadata } from '../../render/session-metadata'

/**
 * An SVG that carries a session and looks the same: a `<metadata>` element right after the opening tag.
 *
 * A session that it carried before is replaced. Text that is no SVG comes back as it is.
 */
export function embedInSvg(svg: string, sessionJson: string): string {
  const bare = svg.replace(
    /<metadata>\s*<drawbridge:session\b[^>]*>[A-Za-z0-9+/=\s]*<\/drawbridge:session>\s*<\/metadata>/g,
    '',
  )
  const open = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(bare)
  if (!open || open[0].endsWith('/>')) return svg
  const at = open.index + open[0].length
  return bare.slice(0, at) + sessionMetadata(sessionJson) + bare.slice(at)
}

/** The session JSON that an SVG carries; `null` when it carries none that can be read. Never throws. */
export function extractFromSvg(svg: string): string | null {
  return sessionFromMetadata(svg)
}
