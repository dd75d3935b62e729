import { serviceById } from './catalogue'
import type { ServiceScope } from './define'

/** Where a service lives; a service that this catalogue does not know counts as regional. */
export function scopeOf(serviceId: string): ServiceScope {
  return serviceById(serviceId)?.scope ?? 'regional'
}
