import { every, links, spoken } from '../link'
import {
  helper,
  node,
  part,
  type Bundle,
  type LinkDraft,
  type Mappings,
  type Said,
  type Telling,
} from '../mapping'
import { zoneCount } from '../subnets'
import { attribute, flag, properties, said, standard } from '../tell'
import { asList, asText, at, isList, Pending, refsIn, type Value } from '../value'

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener'
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule'
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup'
const SECURE = new Set(['HTTPS', 'TLS', 'SSL'])

function kindOf(about: Bundle): 'application' | 'network' | 'gateway' {
  const type = asText(at(about.properties, 'Type'))
  if (type === 'network' || type === 'gateway') return type
  const spokenHere = protocols(about)
  return spokenHere.some(
    (one) => one === 'TCP' || one === 'TLS' || one === 'UDP' || one === 'TCP_UDP',
  )
    ? 'network'
    : 'application'
}

function protocols(about: Bundle): readonly (string | undefined)[] {
  return properties(about, LISTENER).map((one) => asText(at(one, 'Protocol'))?.toUpperCase())
}

/** Listeners made in another template leave it open; a listener whose protocol is not known, too. */
const httpsListener: Telling = (_, about) => {
  const found = protocols(about)
  if (found.some((one) => one !== undefined && SECURE.has(one))) return { value: true }
  return found.length === 0 || found.includes(undefined) ? undefined : { value: false }
}

/** Every plain listener sends on to HTTPS; where there is none, nothing has to. */
const redirectsHttp: Telling = (_, about) => {
  const listeners = about.of(LISTENER)
  if (listeners.length === 0) return undefined
  const found = listeners.map(({ id, properties: listener }): boolean | undefined => {
    const protocol = asText(at(listener, 'Protocol'))?.toUpperCase()
    if (protocol === undefined) return undefined
    if (protocol !== 'HTTP') return true
    const actions = asList(at(listener, 'DefaultActions'))
    if (actions.some((one) => redirects(one) === true)) return true
    // A rule for every path may redirect instead.
    const rules = about
      .of(RULE)
      .filter((rule) => refsIn(at(rule.properties, 'ListenerArn')).includes(id))
      .flatMap((rule) => asList(at(rule.properties, 'Actions')))
    return rules.some((one) => redirects(one) === true) ? undefined : false
  })
  if (found.includes(false)) return { value: false }
  return found.includes(undefined) ? undefined : { value: true }
}

function redirects(action: Value): boolean {
  const type = asText(at(action, 'Type'))?.toLowerCase()
  const protocol = asText(at(action, 'RedirectConfig.Protocol'))?.toUpperCase()
  return type === 'redirect' && protocol === 'HTTPS'
}

const tlsListener: Telling = (_, about) => {
  const found = protocols(about)
  if (found.length === 0 || found.includes(undefined)) return undefined
  if (found.every((one) => one === 'TLS')) return { value: true }
  // Plain TCP may carry TLS that ends behind it.
  return undefined
}

const internetFacing: Telling = (balancer) => {
  const scheme = at(balancer, 'Scheme')
  if (scheme === undefined) return balancer instanceof Pending ? undefined : standard(true)
  const word = asText(scheme)
  return word === undefined ? undefined : { value: word === 'internet-facing' }
}

const waf: Telling = (balancer, about) => {
  if (balancer instanceof Pending || about.main === null) return undefined
  const { id } = about.main
  const associated = about.look
    .usersOf(id)
    .some(
      (user) =>
        user.type === 'AWS::WAFv2::WebACLAssociation' ||
        user.type === 'AWS::WAFRegional::WebACLAssociation',
    )
  return associated ? { value: true } : standard(false)
}

function subnetsOf(balancer: Value): readonly Value[] {
  const mapped = asList(at(balancer, 'SubnetMappings')).flatMap((one) =>
    asList(at(one, 'SubnetId')),
  )
  const direct = at(balancer, 'Subnets')
  return [...(direct === undefined ? [] : isList(direct) ? direct : [direct]), ...mapped]
}

/** What a forwarding action leads to, with the protocol that the targets speak. */
function targetLinks(group: Value): readonly LinkDraft[] {
  const facts = spoken(at(group, 'Protocol'))
  return every(group, 'Targets.Id').map((to) => ({ from: 'self', to, kind: 'request', facts }))
}

/** Listeners of a Classic Load Balancer, as front and back protocol. */
function classicListeners(
  about: Bundle,
): readonly (readonly [string | undefined, string | undefined])[] {
  return properties(about, 'AWS::ElasticLoadBalancing::LoadBalancer')
    .flatMap((one) => asList(at(one, 'Listeners')))
    .map((listener) => {
      const front = asText(at(listener, 'Protocol'))?.toUpperCase()
      return [front, asText(at(listener, 'InstanceProtocol'))?.toUpperCase() ?? front] as const
    })
}

const classicHttps: Telling = (_, about) => {
  const found = classicListeners(about).map(([front]) => front)
  if (found.length === 0) return undefined
  if (found.some((front) => front !== undefined && SECURE.has(front))) return { value: true }
  return found.includes(undefined) ? undefined : { value: false }
}

/** A Classic Load Balancer cannot redirect: it must not listen on HTTP at all. */
const classicRedirects: Telling = (_, about) => {
  const found = classicListeners(about).map(([front]) => front)
  if (found.includes('HTTP')) return { value: false }
  return found.length === 0 || found.includes(undefined) ? undefined : { value: true }
}

function zones(path: string): Telling {
  return (balancer, about): Said | undefined =>
    said(zoneCount(about.look, subnetsOf(balancer), at(balancer, path)))
}

export const loadBalancing: Mappings = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': node(
    (about) =>
      ({
        application: 'alb',
        network: 'nlb',
        gateway: 'res-elastic-load-balancing-gateway-load-balancer',
      })[kindOf(about)],
    {
      names: ['Name'],
      facts: {
        httpsListener,
        redirectsHttp,
        tlsListener,
        internetFacing,
        waf,
        crossZone: (balancer, about) =>
          balancer instanceof Pending
            ? undefined
            : kindOf(about) === 'application'
              ? standard(true)
              : attribute(
                  'LoadBalancerAttributes',
                  'load_balancing.cross_zone.enabled',
                  false,
                )(balancer),
        accessLogs: attribute('LoadBalancerAttributes', 'access_logs.s3.enabled', false),
        deletionProtection: attribute(
          'LoadBalancerAttributes',
          'deletion_protection.enabled',
          false,
        ),
        availabilityZones: zones('AvailabilityZones'),
      },
      network: (balancer) => ({
        subnets: [...subnetsOf(balancer)],
        securityGroups: at(balancer, 'SecurityGroups'),
      }),
    },
  ),
  [LISTENER]: part('LoadBalancerArn', { elsewhere: 'AWS::ElasticLoadBalancingV2::LoadBalancer' }),
  [RULE]: part('ListenerArn', { elsewhere: LISTENER }),
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': part('ListenerArn'),
  'AWS::ElasticLoadBalancingV2::TrustStore': helper(),
  [TARGETS]: {
    usedBy: [LISTENER, RULE],
    names: ['Name'],
    links: [links(targetLinks)],
    otherwise: 'No listener of this template sends anything to it.',
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': node('elb', {
    names: ['LoadBalancerName'],
    facts: {
      type: () => ({ value: 'classic', byDefault: true }),
      crossZone: flag('CrossZone', false),
      httpsListener: classicHttps,
      redirectsHttp: classicRedirects,
      internetFacing,
      accessLogs: flag('AccessLoggingPolicy.Enabled', false),
      availabilityZones: zones('AvailabilityZones'),
    },
    network: (balancer) => ({
      subnets: [...subnetsOf(balancer)],
      securityGroups: at(balancer, 'SecurityGroups'),
    }),
    links: [
      links((balancer) => {
        const [listener] = asList(at(balancer, 'Listeners'))
        const facts = spoken(at(listener, 'InstanceProtocol') ?? at(listener, 'Protocol'))
        return every(balancer, 'Instances').map((to) => ({
          from: 'self',
          to,
          kind: 'request',
          facts,
        }))
      }),
    ],
  }),
}
