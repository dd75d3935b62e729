import { LIMITS, type Mark } from './records'

/** Characters of base64 in all pictures. */
export function imageTextOf(marks: readonly Mark[]): number {
  return marks.reduce((sum, mark) => sum + imageText(mark), 0)
}

/** Those of `more` that a session with the marks `known` has room for; large pictures are left out first. */
export function fittingMarks(known: readonly Mark[], more: readonly Mark[]): readonly Mark[] {
  let count = LIMITS.marksPerSession - known.length
  let text = LIMITS.imageTextPerSession - imageTextOf(known)
  const fitting = new Set<Mark>()
  for (const mark of more.toSorted((a, b) => imageText(a) - imageText(b))) {
    if (count < 1 || imageText(mark) > text) break
    count--
    text -= imageText(mark)
    fitting.add(mark)
  }
  return more.filter((mark) => fitting.has(mark))
}

function imageText(mark: Mark): number {
  return mark.kind === 'image' ? mark.data.length : 0
}
