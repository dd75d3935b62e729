import { bySubnet } from './subnets'
import type { Bundle, Said, Telling } from './mapping'
import { opensToInternet } from './security-groups'
import { said, standard } from './tell'
import {
  asFlag,
  asList,
  asText,
  at,
  isFields,
  isGiven,
  patternOf,
  Pending,
  type Value,
} from './value'

const LAUNCH = ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration']

/**
 * What a server is started from, most decisive first: its own properties, then its launch template or configuration.
 * One that is made elsewhere is {@link Pending}: it may say anything.
 */
export function launchData(about: Bundle): readonly Value[] {
  const own = about.type === 'AWS::AutoScaling::AutoScalingGroup' ? [] : [about.properties]
  const template =
    at(about.properties, 'LaunchTemplate') ??
    at(about.properties, 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification')
  const configuration = at(about.properties, 'LaunchConfigurationName')
  const references = [template, configuration].filter((one) => one !== undefined)
  if (references.length === 0) return own
  const found = references.flatMap((one) => [
    ...about.look.find(one, ...LAUNCH),
    ...about.look.find(at(one, 'LaunchTemplateName'), ...LAUNCH),
  ])
  const data = found.map(({ properties }) => at(properties, 'LaunchTemplateData') ?? properties)
  return [...own, ...(data.length > 0 ? data : [Pending.hole('launch template')])]
}

/** The first of the launch data that says something at one of these paths. */
function pick(about: Bundle, ...paths: string[]): Value | undefined {
  for (const data of launchData(about))
    for (const path of paths) {
      const value = at(data, path)
      if (value !== undefined) return value
    }
  return undefined
}

export const imdsV2Required: Telling = (_, about) => {
  const tokens = pick(about, 'MetadataOptions.HttpTokens')
  if (tokens === undefined) return standard(false)
  const word = asText(tokens)
  return word === undefined ? undefined : { value: word.toLowerCase() === 'required' }
}

/** A device of the instance replaces the one of the same name in the launch template. No device: the image's own disk. */
export const volumesEncrypted: Telling = (_, about) => {
  const devices = new Map<string, Value>()
  let open = false
  for (const data of [...launchData(about)].reverse()) {
    const list = at(data, 'BlockDeviceMappings')
    if (list instanceof Pending || data instanceof Pending) open = true
    asList(list).forEach((device, i) => {
      if (isFields(at(device, 'Ebs')) || at(device, 'Ebs') instanceof Pending)
        devices.set(asText(at(device, 'DeviceName')) ?? `#${i}`, device)
    })
  }
  const found = [...devices.values()].map((device): boolean | undefined => {
    const encrypted = at(device, 'Ebs.Encrypted')
    return encrypted === undefined ? false : asFlag(encrypted)
  })
  if (found.includes(false)) return { value: false }
  if (open || found.includes(undefined)) return undefined
  return found.length > 0 ? { value: true } : standard(false)
}

export const detailedMetrics: Telling = (_, about) => {
  const [first] = launchData(about)
  const value = pick(about, 'InstanceMonitoring', 'Monitoring.Enabled', 'Monitoring')
  if (value !== undefined) return said(asFlag(value))
  // A launch configuration turns it on unless told otherwise, everything else leaves it off.
  const configured = about.of('AWS::AutoScaling::LaunchConfiguration').length > 0
  return first instanceof Pending ? undefined : standard(configured)
}

export const instanceRole: Telling = (_, about) => {
  const found = isGiven(pick(about, 'IamInstanceProfile'))
  return found === false ? standard(false) : said(found)
}

export const instanceType: Telling = (_, about) => said(asText(pick(about, 'InstanceType')))

/** Graviton types carry a `g` after the generation: `m7g.large`, `c6gn.xlarge`, `t4g.small`. */
export function architectureOf(type: string | undefined): Said | undefined {
  const name = type?.replace(/^(db|cache|ml|dax|search|kafka|mq)\./, '').split('.')[0]
  if (type === undefined || name === undefined || !type.includes('.')) return undefined
  return { value: name === 'a1' || /^[a-z]+\d+g[a-z]*$/.test(name) ? 'arm64' : 'x86_64' }
}

export const architecture: Telling = (_, about) =>
  architectureOf(asText(pick(about, 'InstanceType')))

export const pricing: Telling = (_, about) => {
  const market = asText(pick(about, 'InstanceMarketOptions.MarketType'))
  return market === 'spot' || isGiven(pick(about, 'SpotPrice')) === true
    ? { value: 'spot' }
    : undefined
}

/** Elastic and auto-assigned addresses. A default subnet may give one, so nothing is told there. */
export const publicIp: Telling = (properties, about) => {
  const interfaces = asList(pick(about, 'NetworkInterfaces'))
  const asked =
    interfaces.map((one) => at(one, 'AssociatePublicIpAddress')).find((one) => one !== undefined) ??
    pick(about, 'AssociatePublicIpAddress')
  if (hasElasticIp(about)) return { value: true }
  if (asked !== undefined) return said(asFlag(asked))
  const found = bySubnet(about, launchSubnets(properties, about), (subnet) =>
    asFlag(at(subnet.properties, 'MapPublicIpOnLaunch') ?? false),
  )
  return found === undefined ? undefined : standard(found)
}

function hasElasticIp(about: Bundle): boolean {
  return about.of('AWS::EC2::EIP', 'AWS::EC2::EIPAssociation').length > 0
}

export function launchSubnets(properties: Value, about: Bundle): readonly Value[] {
  const zones = at(properties, 'VPCZoneIdentifier')
  if (zones !== undefined) return asList(zones)
  const own = pick(about, 'SubnetId')
  const interfaces = asList(pick(about, 'NetworkInterfaces')).flatMap((one) => {
    const direct = at(one, 'SubnetId')
    const apart = about.look.find(at(one, 'NetworkInterfaceId'), 'AWS::EC2::NetworkInterface')
    return [direct, ...apart.map((other) => at(other.properties, 'SubnetId'))]
  })
  return [own, ...interfaces].filter((one) => one !== undefined)
}

export function launchSecurityGroups(about: Bundle): readonly Value[] {
  const direct = asList(pick(about, 'SecurityGroupIds', 'SecurityGroups', 'NetworkSecurityGroups'))
  const interfaces = asList(pick(about, 'NetworkInterfaces')).flatMap((one) => [
    ...asList(at(one, 'GroupSet')),
    ...asList(at(one, 'Groups')),
    ...about.look
      .find(at(one, 'NetworkInterfaceId'), 'AWS::EC2::NetworkInterface')
      .flatMap((other) => asList(at(other.properties, 'GroupSet'))),
  ])
  return [...direct, ...interfaces]
}

export const adminPortsOpen: Telling = (_, about) =>
  said(opensToInternet(about, launchSecurityGroups(about), [22, 3389]))

/** Names of variables that hold a secret as plain text. */
export function plainSecrets(definition: Value): readonly string[] {
  return asList(at(definition, 'ContainerDefinitions')).flatMap((container) =>
    asList(at(container, 'Environment')).flatMap((variable) => {
      const name = patternOf(at(variable, 'Name'))
      return /pass(word|wd)?|secret|token|api_?key|credential/i.test(name) ? [name] : []
    }),
  )
}
