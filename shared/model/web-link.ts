/** Longest address that is kept, in characters. */
export const LINK_LENGTH = 2000

/**
 * An address that a browser may be sent to: `http` or `https`, without a name or password before the host, and without
 * characters that make it look like another address.
 */
export const WEB_LINK =
  /^https?:\/\/(?:\[[\d:a-f.]+\]|[^\s\p{C}<>"\\/?#@:[\]]+)(?::\d{1,5})?(?:[/?#][^\s\p{C}<>"\\]*)?$/iu

/** What a field that is not such an address is told, after its path. */
export const LINK_PROBLEM = 'must be a web address that begins with https:// or http://'

export type ReadLink = { ok: true; link: string } | { ok: false; reason: string }

/** Whether a browser may be sent there. */
export function isWebLink(text: string): boolean {
  return text.length <= LINK_LENGTH && WEB_LINK.test(text)
}

/** Makes what a person typed an address, with `https://` where only that is missing, or says why it is none. */
export function readLink(typed: string): ReadLink {
  const text = typed.trim()
  const link = /^[^\s/:?#@]+\.[^\s:?#@]|^localhost\b|^[^\s/:?#@]+:\d/i.test(text)
    ? `https://${text}`
    : text
  if (isWebLink(link)) return { ok: true, link }
  if (link.length > LINK_LENGTH)
    return { ok: false, reason: `An address has ${LINK_LENGTH} characters at most.` }
  if (/^https?:\/\/[^/?#]*@/i.test(link))
    return { ok: false, reason: 'An address with a name or password in it is not kept.' }
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) && !/^https?:/i.test(link))
    return {
      ok: false,
      reason: 'Only addresses that begin with https:// or http:// open from here.',
    }
  return {
    ok: false,
    reason: 'This is no web address. An example: https://wiki.example.com/orders',
  }
}
