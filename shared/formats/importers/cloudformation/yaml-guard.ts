/** What no template of a megabyte reaches, and what keeps a YAML parser from taking minutes. */
const MOST = {
  depth: 500,
  lines: 100_000,
  /** Brackets, commas, colons and dashes; tags and anchors count three times. */
  marks: 300_000,
  emptyItems: 2_000,
  directives: 20,
} as const

/**
 * Why a text is too much for a YAML parser, as the end of a sentence that begins with "This file"; `null` where it is
 * not. Looks at characters alone: brackets in quotes count too, so the limits are far above what people write.
 */
export function tooMuchYaml(text: string): string | null {
  let depth = 0
  let lines = 0
  let marks = 0
  let emptyItems = 0
  let directives = 0
  let afterComma = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    switch (char) {
      case '[':
      case '{':
        depth++
        marks++
        break
      case ']':
      case '}':
        depth--
        marks++
        break
      case ',':
        marks++
        if (afterComma) emptyItems++
        break
      case ':':
        marks++
        break
      case '-':
      case '?':
        if (text[i + 1] === ' ') marks++
        break
      case '!':
      case '&':
      case '*':
        marks += 3
        break
      case '\n':
        lines++
        if (text[i + 1] === '%') directives++
        continue
      case ' ':
      case '\t':
      case '\r':
        continue
    }
    afterComma = char === ','
    if (depth > MOST.depth || depth < -MOST.depth)
      return `is nested more than ${MOST.depth} levels deep`
  }
  if (lines > MOST.lines) return `has more than ${MOST.lines} lines`
  if (marks > MOST.marks) return `holds more than ${MOST.marks} items`
  if (emptyItems > MOST.emptyItems) return `has more than ${MOST.emptyItems} items of nothing`
  return directives > MOST.directives ? 'is full of directives' : null
}
