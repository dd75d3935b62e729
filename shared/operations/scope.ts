import type { ServiceScope } from '../catalogue/define'

/** Where a service lives, asked of the catalogue by the caller; unknown services count as regional. */
export type ScopeOf = (serviceId: string) => ServiceScope
