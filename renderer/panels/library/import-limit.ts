/** Same as the host's own limit; checked here first, so that a huge file is not read for nothing. Bytes. */
const MAX_BYTES = 256 * 1024 * 1024

export const MAX_IMPORT_BYTES_TEXT = '256 MB'

export function tooLarge(sizeBytes: number): boolean {
  return sizeBytes > MAX_BYTES
}
