/*
 * Distances that connectors keep, and what ways cost, in board units of length: the dearer of two ways is the longer one.
 */

/** A connector keeps this far from icons and labels; narrower gaps are not passed. */
export const KEEP_CLEAR = 4
/** Nearer than this to a border, a connector is taken for the border. */
export const NEAR_BORDER = 5
/** What it costs to run along a border, by length. */
export const ALONG_BORDER = 3
/** What entering or leaving a group costs that neither end is in: worth a small detour, no corner. */
export const STRANGE_BORDER = 14
/** What passing a group's header costs, for each stretch. */
export const THROUGH_HEADER = 300
/** What passing a service costs where there is no other way, for each stretch. */
export const THROUGH_SERVICE = 1500
/** Leaving a group that a connector runs in. */
export const OUT_OF_OWN_GROUP = 3000
/** What is missing of the straight run before an arrowhead costs this much by length. */
export const HEAD_ROOM_COST = 6
/** A connector may meet a service this far from the middle of its side: lines nearly there count as one. */
export const OFF_PORT = 2.1
/** A connector turns no nearer to its end than this. */
export const LEAST_STUB = 2
/** Ways that lead towards the target are tried first: half the time for a cost that is 0.3 % from the least. */
export const EAGERNESS = 1.1
/** A corner away from the middle between both ends costs this much by length: equal ways become symmetrical. */
export const OFF_MIDDLE = 0.01
/** A group's end off the middle of its side costs this much by length. */
export const OFF_CENTER = 0.02
