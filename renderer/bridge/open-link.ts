import { isWebLink } from '#shared/model/web-link'

/**
 * Shows a web address in a new tab, or on the desktop, whose window opens no others, in the system's browser. Anything
 * that is no web address is not opened.
 */
export function openLink(link: string): void {
  if (isWebLink(link)) window.open(link, '_blank', 'noopener,noreferrer')
}
