import { fromBase64, fromUtf8, toBase64, toUtf8 } from '../lib/bytes'

const NAMESPACE = 'urn:drawbridge:session'
const OPEN = `<drawbridge:session xmlns:drawbridge="${NAMESPACE}" encoding="base64">`
const CLOSE = '</drawbridge:session>'

/**
 * The `<metadata>` element that carries a session inside an SVG.
 *
 * Base64, so that no editor's idea of white space, entities or encodings can change it.
 */
export function sessionMetadata(sessionJson: string): string {
  return `<metadata>${OPEN}${toBase64(toUtf8(sessionJson))}${CLOSE}</metadata>`
}

/** The session JSON that an SVG's text carries; `null` when it carries none that can be read. */
export function sessionFromMetadata(svg: string): string | null {
  // Editors may change prefix, quotes and the order of attributes; the local name and the namespace stay.
  const at = svg.indexOf(NAMESPACE)
  if (at < 0) return null
  const open = svg.indexOf('>', at)
  const close = svg.indexOf('<', open)
  if (open < 0 || close < 0) return null
  const bytes = fromBase64(svg.slice(open + 1, close))
  return bytes === null || bytes.length === 0 ? null : fromUtf8(bytes)
}
