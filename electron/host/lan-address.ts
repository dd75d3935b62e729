import { networkInterfaces } from 'node:os'

/** This computer's address as its neighbours see it; loopback when there is no network. */
export function lanAddress(): string {
  for (const addresses of Object.values(networkInterfaces()))
    for (const address of addresses ?? [])
      if (address.family === 'IPv4' && !address.internal) return address.address
  return '127.0.0.1'
}
