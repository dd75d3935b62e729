/** Text for an XML document: markup escaped, characters that XML forbids left out. */
export function xmlText(text: string): string {
  return stripControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Drops what an XML 1.0 document may not hold: controls, halves of surrogate pairs, the two non-characters. */
export function stripControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (char) => (/[\t\n\r]/.test(char) ? char : ''))
}
