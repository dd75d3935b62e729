/** Kinds of message of the sync protocol that the host looks at itself. */
export const WIRE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 } as const

export interface WireHeader {
  /** Session the message is for. */
  address: string
  type: number
  /** For {@link WIRE.syncStatus}: whether the edit was taken. */
  accepted: boolean
}

const MAX_ADDRESS_BYTES = 256
const text = new TextDecoder('utf-8', { fatal: true })

/** Beginning of a message (address as a counted string, then the type), or `null` when it is none of ours. */
export function readHeader(bytes: Uint8Array): WireHeader | null {
  const length = readVarUint(bytes, 0)
  if (!length || length.value > MAX_ADDRESS_BYTES) return null
  const end = length.next + length.value
  const type = readVarUint(bytes, end)
  if (!type) return null
  try {
    const key = text.decode(bytes.subarray(length.next, end))
    return {
      address: key.split('\0', 1)[0] ?? '',
      type: type.value,
      accepted: type.value === WIRE.syncStatus && bytes[type.next] === 1,
    }
  } catch {
    return null
  }
}

/** Seven bits a byte, lowest first; the top bit says that more follows. */
function readVarUint(bytes: Uint8Array, from: number): { value: number; next: number } | null {
  let value = 0
  for (let at = from, unit = 1; at < bytes.byteLength && at < from + 5; at++, unit *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * unit
    if (byte < 128) return { value, next: at + 1 }
  }
  return null
}
