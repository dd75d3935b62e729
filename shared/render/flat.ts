/**
 * Elements of lists of numbers, where the index is known to be inside.
 *
 * One function per kind of list: a function that has seen only one kind stays fast.
 */
export function f64(list: Float64Array, at: number): number {
  // Inside the list, says the caller.
  return list[at] as number
}

export function i32(list: Int32Array, at: number): number {
  // Inside the list, says the caller.
  return list[at] as number
}

/** A polyline as x and y in turns. */
export type Line = readonly number[]

export function coord(line: Line, at: number): number {
  // Inside the line, says the caller.
  return line[at] as number
}
