import { from } from '../link'
import { helper, node, part, unseen, type Mappings, type Telling } from '../mapping'
import { always, flag, given, key, standard } from '../tell'
import { Pending, asFlag, asList, asText, at, isGiven } from '../value'

/** Keys that only encrypt can be rotated by AWS; pairs of keys and keys kept elsewhere cannot. */
const rotation: Telling = (kmsKey) => {
  const spec = asText(at(kmsKey, 'KeySpec')) ?? 'SYMMETRIC_DEFAULT'
  const usage = asText(at(kmsKey, 'KeyUsage')) ?? 'ENCRYPT_DECRYPT'
  const origin = asText(at(kmsKey, 'Origin')) ?? 'AWS_KMS'
  if (spec !== 'SYMMETRIC_DEFAULT' || usage !== 'ENCRYPT_DECRYPT' || origin !== 'AWS_KMS')
    return { value: null }
  return flag('EnableKeyRotation', false)(kmsKey)
}

/** A schedule that says when, and a function that does it. */
const rotates: Telling = (secret, about) => {
  if (secret instanceof Pending) return undefined
  const schedules = about.of('AWS::SecretsManager::RotationSchedule')
  if (schedules.length === 0) return managed(about) ? { value: true } : standard(false)
  const complete = schedules.map(({ properties: schedule }) => {
    const rules = ['AutomaticallyAfterDays', 'ScheduleExpression', 'Duration'].map((name) =>
      isGiven(at(schedule, `RotationRules.${name}`)),
    )
    const does = [
      isGiven(at(schedule, 'RotationLambdaARN')),
      isGiven(at(schedule, 'HostedRotationLambda')),
      asFlag(at(schedule, 'RotateImmediatelyOnUpdate')),
    ]
    if (does.slice(0, 2).includes(undefined)) return undefined
    return does.includes(true) && rules.includes(true)
  })
  if (complete.includes(true)) return { value: true }
  return complete.includes(undefined) ? undefined : { value: false }
}

/** A secret that RDS, Redshift or DocumentDB manages rotates every seven days. */
function managed(about: Parameters<Telling>[1]): boolean {
  return (
    about.main !== null &&
    about.look
      .usersOf(about.main.id)
      .some((user) => asFlag(at(user.properties, 'ManageMasterUserPassword')) === true)
  )
}

const managedRules: Telling = (acl) => {
  const rules = at(acl, 'Rules')
  if (rules instanceof Pending || acl instanceof Pending) return undefined
  return {
    value: asList(rules).some(
      (rule) => at(rule, 'Statement.ManagedRuleGroupStatement') !== undefined,
    ),
  }
}

const rateLimit: Telling = (acl) => {
  const rules = at(acl, 'Rules')
  if (rules instanceof Pending || acl instanceof Pending) return undefined
  return {
    value: asList(rules).some((rule) => at(rule, 'Statement.RateBasedStatement') !== undefined),
  }
}

const ACL = node('waf', {
  names: ['Name'],
  facts: {
    managedRules,
    rateLimit,
    logging: (acl, about) =>
      about.of('AWS::WAFv2::LoggingConfiguration').length > 0
        ? { value: true }
        : acl instanceof Pending
          ? undefined
          : standard(false),
  },
})

const WATCH_ON = { enabled: always(true) }

export const security: Mappings = {
  'AWS::KMS::Key': node('kms', {
    facts: {
      keyOwner: (kmsKey) => {
        const origin = asText(at(kmsKey, 'Origin'))
        return kmsKey instanceof Pending
          ? undefined
          : { value: origin === 'EXTERNAL_KEY_STORE' ? 'external' : 'customer' }
      },
      rotation,
    },
  }),
  'AWS::KMS::Alias': part('TargetKeyId', { elsewhere: 'AWS::KMS::Key' }),
  'AWS::KMS::ReplicaKey': node('kms', { facts: { keyOwner: always('customer') } }),
  'AWS::SecretsManager::Secret': node('secrets-manager', {
    names: ['Name'],
    facts: {
      rotation: rotates,
      encryptionKey: key('KmsKeyId', 'awsManaged'),
      replicated: given('ReplicaRegions'),
    },
  }),
  'AWS::SecretsManager::SecretTargetAttachment': part('SecretId', {
    elsewhere: 'AWS::SecretsManager::Secret',
  }),
  'AWS::SecretsManager::RotationSchedule': part('SecretId', {
    elsewhere: 'AWS::SecretsManager::Secret',
  }),
  'AWS::SecretsManager::ResourcePolicy': part('SecretId', {
    elsewhere: 'AWS::SecretsManager::Secret',
  }),
  'AWS::CertificateManager::Certificate': node('aws-certificate-manager', {
    names: ['DomainName'],
  }),
  'AWS::ACMPCA::CertificateAuthority': node('aws-private-certificate-authority'),
  'AWS::ACMPCA::Certificate': part('CertificateAuthorityArn'),
  'AWS::ACMPCA::CertificateAuthorityActivation': part('CertificateAuthorityArn'),
  'AWS::ACMPCA::Permission': part('CertificateAuthorityArn'),
  'AWS::WAFv2::WebACL': ACL,
  'AWS::WAF::WebACL': ACL,
  'AWS::WAFRegional::WebACL': ACL,
  'AWS::WAFv2::WebACLAssociation': part(['WebACLArn', 'ResourceArn'], {
    links: [
      (association) => [
        {
          from: at(association, 'WebACLArn'),
          to: at(association, 'ResourceArn'),
          kind: 'dependency',
        },
      ],
    ],
  }),
  'AWS::WAFRegional::WebACLAssociation': part(['WebACLId', 'ResourceArn'], {
    links: [from('dependency', 'ResourceArn')],
  }),
  'AWS::WAFv2::LoggingConfiguration': part('ResourceArn', { elsewhere: 'AWS::WAFv2::WebACL' }),
  'AWS::WAFv2::IPSet': helper(),
  'AWS::WAFv2::RegexPatternSet': helper(),
  'AWS::WAFv2::RuleGroup': helper({ service: 'res-aws-waf-rule', names: ['Name'] }),
  'AWS::WAF::IPSet': helper(),
  'AWS::WAF::Rule': helper(),
  'AWS::WAF::ByteMatchSet': helper(),
  'AWS::WAF::SqlInjectionMatchSet': helper(),
  'AWS::WAF::XssMatchSet': helper(),
  'AWS::WAF::SizeConstraintSet': helper(),
  'AWS::WAFRegional::IPSet': helper(),
  'AWS::WAFRegional::Rule': helper(),
  'AWS::WAFRegional::RateBasedRule': helper(),
  'AWS::WAFRegional::ByteMatchSet': helper(),
  'AWS::WAFRegional::RegexPatternSet': helper(),
  'AWS::WAFRegional::SqlInjectionMatchSet': helper(),
  'AWS::WAFRegional::XssMatchSet': helper(),
  'AWS::WAFRegional::SizeConstraintSet': helper(),
  'AWS::WAFRegional::GeoMatchSet': helper(),
  'AWS::Shield::Protection': node('shield', { names: ['Name'], facts: { advanced: always(true) } }),
  'AWS::Shield::ProtectionGroup': node('shield', { facts: { advanced: always(true) } }),
  'AWS::GuardDuty::Detector': node('guardduty', { facts: { enabled: flag('Enable', true) } }),
  'AWS::GuardDuty::Filter': part('DetectorId'),
  'AWS::GuardDuty::IPSet': part('DetectorId'),
  'AWS::GuardDuty::ThreatIntelSet': part('DetectorId'),
  'AWS::GuardDuty::Member': part('DetectorId'),
  'AWS::SecurityHub::Hub': node('security-hub', { facts: WATCH_ON }),
  'AWS::SecurityHub::Standard': { usedBy: true, ...node('security-hub', { facts: WATCH_ON }) },
  'AWS::Inspector::AssessmentTarget': node('amazon-inspector'),
  'AWS::Inspector::AssessmentTemplate': part('AssessmentTargetArn'),
  'AWS::InspectorV2::Filter': unseen('A filter for findings is not drawn.'),
  'AWS::Macie::Session': node('amazon-macie'),
  'AWS::Detective::Graph': node('amazon-detective'),
  'AWS::AccessAnalyzer::Analyzer': node('res-aws-identity-access-management-iam-access-analyzer', {
    names: ['AnalyzerName'],
  }),
  'AWS::FMS::Policy': node('aws-firewall-manager', { names: ['PolicyName'] }),
  'AWS::RAM::ResourceShare': node('aws-resource-access-manager', { names: ['Name'] }),
  'AWS::SecurityLake::DataLake': node('amazon-security-lake'),
  'AWS::SES::EmailIdentity': node('amazon-simple-email-service'),
}
