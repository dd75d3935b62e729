import type { CategoryId } from './define'

/** A family of the palette. `icon` is a path under `icons/`, `null` where AWS draws none. */
export interface Category {
  id: CategoryId
  /** AWS's own name. */
  name: string
  icon: string | null
  /** What stands for the family on both themes, hex: AWS's icon colours. */
  color: string
}

/**
 * Every family in the order the palette shows them: what a discovery call needs first, then AWS's alphabet.
 *
 * Colours: AWS Architecture Icons package of 2026-01-30.
 */
export const categories: readonly Category[] = [
  { id: 'people', name: 'People & Clients', icon: null, color: '#7d8998' },
  { id: 'onPremises', name: 'On-Premises', icon: null, color: '#7d8998' },
  aws('compute', 'Compute', 'Compute', '#ed7100'),
  aws('containers', 'Containers', 'Containers', '#ed7100'),
  aws('storage', 'Storage', 'Storage', '#7aa116'),
  aws('database', 'Database', 'Databases', '#c925d1'),
  aws(
    'networkingContentDelivery',
    'Networking & Content Delivery',
    'NetworkingContentDelivery',
    '#8c4fff',
  ),
  aws(
    'securityIdentityCompliance',
    'Security, Identity & Compliance',
    'SecurityIdentity',
    '#dd344c',
  ),
  aws('applicationIntegration', 'Application Integration', 'ApplicationIntegration', '#e7157b'),
  aws('migrationModernization', 'Migration & Modernization', 'MigrationModernization', '#01a88d'),
  aws('managementGovernance', 'Management & Governance', 'ManagementTools', '#e7157b'),
  aws('analytics', 'Analytics', 'Analytics', '#8c4fff'),
  aws('artificialIntelligence', 'Artificial Intelligence', 'ArtificialIntelligence', '#01a88d'),
  aws('blockchain', 'Blockchain', 'Blockchain', '#ed7100'),
  aws('businessApplications', 'Business Applications', 'BusinessApplications', '#dd344c'),
  aws(
    'cloudFinancialManagement',
    'Cloud Financial Management',
    'CloudFinancialManagement',
    '#7aa116',
  ),
  aws('customerEnablement', 'Customer Enablement', 'CustomerEnablement', '#c925d1'),
  aws('customerExperience', 'Customer Experience', 'CustomerExperience', '#dd344c'),
  aws('developerTools', 'Developer Tools', 'DeveloperTools', '#c925d1'),
  aws('endUserComputing', 'End User Computing', 'EndUserComputing', '#01a88d'),
  aws('frontEndWebMobile', 'Front-End Web & Mobile', 'FrontEndWebMobile', '#dd344c'),
  aws('games', 'Games', 'Games', '#8c4fff'),
  aws('internetOfThings', 'Internet of Things', 'InternetofThings', '#7aa116'),
  aws('mediaServices', 'Media Services', 'MediaServices', '#ed7100'),
  aws('multicloudHybrid', 'Multicloud & Hybrid', 'MulticloudandHybrid', '#01a88d'),
  aws('quantumTechnologies', 'Quantum Technologies', 'QuantumTechnologies', '#ed7100'),
  aws('satellite', 'Satellite', 'Satellite', '#c925d1'),
  aws('serverless', 'Serverless', 'Serverless', '#8c4fff'),
  { id: 'general', name: 'General', icon: null, color: '#7d8998' },
]

const byId = new Map(categories.map((category) => [category.id, category]))

export function category(id: CategoryId): Category {
  const found = byId.get(id)
  if (!found) throw new Error(`No category ${id}`)
  return found
}

function aws(id: CategoryId, name: string, icon: string, color: string): Category {
  return { id, name, icon: `category/${icon}`, color }
}
