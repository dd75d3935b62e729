import type { Bundle, Network, Telling } from './mapping'
import { groupSubnets, zoneCount } from './subnets'
import { flag, fromSecretsManager, standard } from './tell'
import { asFlag, asList, asText, at, isGiven, type Value } from './value'

/** Where the subnets come from a subnet group of the same family. */
export function groupNetwork(
  group: string,
  type: string,
  securityGroups: string,
  optional = false,
) {
  return (from: Value, about: Bundle): Network => ({
    subnets: [...groupSubnets(about.look, at(from, group), type)],
    securityGroups: at(from, securityGroups) ?? at(from, 'VPCSecurityGroups'),
    zones: at(from, 'AvailabilityZones') ?? at(from, 'AvailabilityZone'),
    optional,
  })
}

/** Members of a cluster: none in the template leaves it open, since they may be made elsewhere. */
export function members(type: string): Telling {
  return (_, about) => {
    const count = about.of(type).length
    return count === 0 ? undefined : { value: count }
  }
}

/** Zones that a cluster's members are spread over: said in the cluster, and at most one for each member. */
export function clusterZones(instance: string, group: string, groupType: string): Telling {
  return (from, about) => {
    const zones = at(from, 'AvailabilityZones')
    const spread = zoneCount(
      about.look,
      groupSubnets(about.look, at(from, group), groupType),
      zones,
    )
    const count = about.of(instance).length
    if (count === 1) return { value: 1 }
    if (spread === undefined) return undefined
    return { value: count === 0 ? spread : Math.min(spread, count) }
  }
}

/** Read from Secrets Manager, or managed there by RDS. What a parameter holds is not known. */
export const credentialsInSecretsManager: Telling = (from) => {
  const managed = at(from, 'ManageMasterUserPassword') ?? at(from, 'ManageMasterPassword')
  if (asFlag(managed) === true) return { value: true }
  const password = at(from, 'MasterUserPassword')
  if (password === undefined) return undefined
  if (fromSecretsManager(password)) return { value: true }
  return asText(password) === undefined ? undefined : { value: false }
}

/** A parameter group of the template that makes a database refuse plain connections. */
export function refusesPlain(
  group: string,
  types: readonly string[],
  names: readonly string[],
): Telling {
  return (from, about) => {
    const value = at(from, group)
    if (value === undefined) return standard(false)
    const found = about.look.find(value, ...types)
    if (found.length === 0) return undefined
    for (const one of found) {
      const parameters = at(one.properties, 'Parameters')
      const set = names.map((name) => at(parameters, name)).find((inner) => inner !== undefined)
      const listed = asList(parameters)
        .filter((pair) => names.includes(asText(at(pair, 'ParameterName')) ?? ''))
        .map((pair) => at(pair, 'ParameterValue'))
      const state = set ?? listed[0]
      if (state === undefined) continue
      const word = asText(state)?.toLowerCase()
      if (word === undefined) return undefined
      return {
        value: asFlag(word) ?? (word === 'enabled' || word.startsWith('tls') || word === 'require'),
      }
    }
    return standard(false)
  }
}

/** Encrypted is on by default where a key is named. */
export function encrypted(flagPath: string, keyPath: string): Telling {
  return (from) => {
    if (at(from, flagPath) === undefined && isGiven(at(from, keyPath)) === true)
      return { value: true }
    // A copy of a snapshot or another database is encrypted as that is.
    const copied = [
      'SnapshotIdentifier',
      'DBSnapshotIdentifier',
      'SourceDBInstanceIdentifier',
      'SourceDBClusterIdentifier',
      'ReplicationSourceIdentifier',
      'DBClusterSnapshotIdentifier',
    ]
    if (
      at(from, flagPath) === undefined &&
      copied.some((path) => isGiven(at(from, path)) !== false)
    )
      return undefined
    return flag(flagPath, false)(from)
  }
}
