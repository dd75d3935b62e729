import type { CategoryId, ServiceDefinition, ServiceScope, Trait } from '../define'
import { bulkDetails } from './aliases'
import type { BulkDetail } from './detail'
import index from './icon-index.json'
import { modelledTerms } from './modelled-terms'
import { resourceDetails } from './resource-details'

/** Best guess where the tables say nothing. */
const SCOPE_OF_CATEGORY: Partial<Record<CategoryId, ServiceScope>> = {
  general: 'external',
  customerEnablement: 'global',
  cloudFinancialManagement: 'global',
}

const TRAITS_OF_CATEGORY: Partial<Record<CategoryId, readonly Trait[]>> = {
  securityIdentityCompliance: ['security'],
  migrationModernization: ['migration'],
}

/** The whole icon set as palette entries, services first, in the package's order. */
export const bulkServices: readonly ServiceDefinition[] = [
  ...index.services.map((entry) =>
    bulkService({
      id: entry.id,
      icon: entry.icon,
      name: entry.name,
      shortName: entry.name.replace(/^(Amazon|AWS) /, ''),
      // The index's tool takes categories from the same list as `CategoryId`; a test compares them.
      category: entry.category as CategoryId,
    }),
  ),
  ...index.resources.map((entry) =>
    bulkService({
      id: entry.id,
      icon: entry.icon,
      name: entry.name,
      shortName: entry.resource,
      category: entry.category as CategoryId,
    }),
  ),
]

/** Words for a service that its own definition may have forgotten. */
export function moreTerms(serviceId: string): BulkDetail | undefined {
  return modelledTerms[serviceId] ?? bulkDetails[serviceId] ?? resourceDetails[serviceId]
}

function bulkService(entry: {
  id: string
  icon: string
  name: string
  shortName: string
  category: CategoryId
}): ServiceDefinition {
  const more = moreTerms(entry.id)
  return {
    serviceId: entry.id,
    name: entry.name,
    shortName: more?.shortName ?? entry.shortName,
    category: entry.category,
    aliases: more?.aliases ?? [],
    purposes: more?.purposes ?? [],
    icon: entry.icon,
    scope: more?.scope ?? SCOPE_OF_CATEGORY[entry.category] ?? 'regional',
    traits: more?.traits ?? TRAITS_OF_CATEGORY[entry.category] ?? [],
    facts: [],
    depth: 'icon',
  }
}
