import type { Bundle, Said } from './mapping'
import { asList, asText, at, isFields, patternOf, Pending, type Value } from './value'

const INLINE = 'Policies'
const DOCUMENTS = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
]

/** Statements of all policies of a role, user or group, and the ARNs of managed policies it carries. */
interface Grants {
  statements: readonly Value[]
  managed: readonly Value[]
  /** Some of it is not known. */
  open: boolean
}

function grantsOf(about: Bundle): Grants {
  const documents: (Value | undefined)[] = []
  const managed: Value[] = []
  for (const { type, properties } of about.resources) {
    if (DOCUMENTS.includes(type)) documents.push(at(properties, 'PolicyDocument'))
    else {
      for (const inline of asList(at(properties, INLINE)))
        documents.push(at(inline, 'PolicyDocument'))
      managed.push(...asList(at(properties, 'ManagedPolicyArns')))
      managed.push(...asList(at(properties, 'ManagedPolicies')))
    }
  }
  const statements = documents.flatMap((document) => asList(at(document, 'Statement')))
  return {
    statements,
    managed,
    open:
      about.main === null ||
      documents.some((document) => document instanceof Pending) ||
      statements.some((one) => one instanceof Pending) ||
      managed.some(
        (one) => one instanceof Pending && !/policy\/./.test(patternOf(one)) && refsUnknown(one),
      ),
  }
}

function refsUnknown(value: Pending): boolean {
  return value.parts.every((part) => typeof part === 'string' || part.kind === 'hole')
}

/** What a statement allows: lists of patterns, `null` where not known. Denials and `NotAction` allow nothing here. */
function allowed(statement: Value): {
  actions: readonly (string | null)[]
  resources: readonly string[]
} {
  const effect = asText(at(statement, 'Effect'))?.toLowerCase() ?? 'deny'
  if (effect !== 'allow' || !isFields(statement)) return { actions: [], resources: [] }
  return {
    actions: asList(at(statement, 'Action')).map(
      (one) => asText(one)?.trim().toLowerCase() ?? null,
    ),
    resources: asList(at(statement, 'Resource')).map(patternOf),
  }
}

/** A pattern that every resource fits: `*`, `arn*`, `arn:*`. */
function isEverything(resource: string): boolean {
  return /^(arn(:\*)?(:\*)*)?\*$/.test(resource.trim())
}

/** Every action on every resource, or the managed policy that says so. */
export function adminAccess(_: Value, about: Bundle): Said | undefined {
  const grants = grantsOf(about)
  const found =
    grants.managed.some((one) => patternOf(one).endsWith('policy/AdministratorAccess')) ||
    grants.statements
      .map(allowed)
      .some(
        ({ actions, resources }) =>
          actions.some((action) => action === '*' || action === '*:*') &&
          resources.some(isEverything),
      )
  return verdict(found, grants)
}

/** Every action of some service, on whatever resource. */
export function fullServiceAccess(_: Value, about: Bundle): Said | undefined {
  const grants = grantsOf(about)
  const found =
    grants.managed.some((one) =>
      /policy\/\S*(FullAccess|AdministratorAccess|PowerUserAccess)$/.test(patternOf(one)),
    ) ||
    grants.statements
      .map(allowed)
      .some(({ actions }) =>
        actions.some((action) => action !== null && /^(\*|[\w-]+:\*)$/.test(action)),
      )
  return verdict(found, grants)
}

/** No action and no resource is a pattern for everything. */
export function leastPrivilege(_: Value, about: Bundle): Said | undefined {
  const grants = grantsOf(about)
  const wide = [adminAccess(_, about), fullServiceAccess(_, about)]
  if (wide.some((one) => one?.value === true)) return { value: false }
  const narrow =
    !grants.open &&
    grants.managed.length === 0 &&
    grants.statements
      .map(allowed)
      .every(
        ({ actions, resources }) =>
          actions.every((action) => action !== null && !action.includes('*')) &&
          !resources.some(isEverything),
      )
  return narrow ? { value: true } : undefined
}

function verdict(found: boolean, grants: Grants): Said | undefined {
  if (found) return { value: true }
  const unread = grants.statements.map(allowed).some(({ actions }) => actions.includes(null))
  if (grants.open || unread) return undefined
  return { value: false }
}

/** Whether a trust policy lets another account in: a principal that is not a service and not this account. */
export function crossAccount(properties: Value): Said | undefined {
  const statements = asList(at(properties, 'AssumeRolePolicyDocument.Statement'))
  const principals = statements.flatMap((one) => asList(at(one, 'Principal.AWS')))
  if (principals.length === 0) return statements.length > 0 ? { value: false } : undefined
  const others = principals.map((one) => patternOf(one))
  if (others.some((one) => /\d{12}/.test(one))) return { value: true }
  return others.every((one) => one.includes('${AWS::AccountId}')) ? { value: false } : undefined
}

/** Who may read a bucket by its policies: anyone, only CloudFront, or others. */
export function bucketReaders(
  policies: readonly Value[],
): 'anyone' | 'cloudfront' | 'others' | 'nobody' | 'unknown' {
  const statements = policies.flatMap((policy) => asList(at(policy, 'PolicyDocument.Statement')))
  let cloudfront = 0
  let others = 0
  let open = policies.some((policy) => at(policy, 'PolicyDocument') instanceof Pending)
  for (const statement of statements) {
    if (statement instanceof Pending) {
      open = true
      continue
    }
    if (asText(at(statement, 'Effect'))?.toLowerCase() !== 'allow') continue
    const principal = at(statement, 'Principal')
    const who = [
      ...(isFields(principal) ? [] : asList(principal)),
      ...asList(at(principal, 'AWS')),
      ...asList(at(principal, 'Service')),
      ...asList(at(principal, 'CanonicalUser')),
    ].map(patternOf)
    const narrowed = at(statement, 'Condition') !== undefined
    if (who.includes('*') && !narrowed) return 'anyone'
    if (who.every((one) => /cloudfront/i.test(one) || /S3CanonicalUserId/.test(one))) cloudfront++
    else others++
  }
  if (open) return 'unknown'
  if (others > 0) return 'others'
  return cloudfront > 0 ? 'cloudfront' : 'nobody'
}

/** Whether a bucket refuses requests without TLS. */
export function deniesPlainHttp(policies: readonly Value[]): boolean {
  return policies
    .flatMap((policy) => asList(at(policy, 'PolicyDocument.Statement')))
    .some(
      (statement) =>
        asText(at(statement, 'Effect'))?.toLowerCase() === 'deny' &&
        /^false$/i.test(
          patternOf(at(at(statement, 'Condition'), 'Bool.aws:SecureTransport')).replaceAll('"', ''),
        ),
    )
}
