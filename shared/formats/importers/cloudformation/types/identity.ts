import { helper, node, part, unseen, type Mapping, type Mappings } from '../mapping'
import { adminAccess, crossAccount, fullServiceAccess, leastPrivilege } from '../policies'
import { choose, flag, standard } from '../tell'
import { Pending, at, isGiven } from '../value'

const GRANTS = { adminAccess, fullServiceAccess, leastPrivilege }

/** A policy belongs to whom it is attached to; one that nobody of the template carries stands alone. */
const POLICY: Mapping = {
  partOf: ['Roles', 'Groups', 'Users', 'RoleName', 'UserName', 'GroupName'],
  usedBy: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::Serverless::Function'],
  service: 'iam',
  names: ['PolicyName', 'ManagedPolicyName'],
  facts: GRANTS,
}

export const identity: Mappings = {
  'AWS::IAM::Role': node('iam-role', {
    names: ['RoleName'],
    facts: {
      ...GRANTS,
      crossAccount,
      externalId: (role) =>
        crossAccount(role)?.value === true
          ? {
              value: JSON.stringify(at(role, 'AssumeRolePolicyDocument') ?? '').includes(
                'sts:ExternalId',
              ),
            }
          : undefined,
    },
  }),
  'AWS::IAM::User': node('iam', {
    names: ['UserName'],
    facts: {
      ...GRANTS,
      humanAccess: (user) =>
        isGiven(at(user, 'LoginProfile')) === true ? { value: 'iamUsers' } : undefined,
    },
  }),
  'AWS::IAM::Group': node('iam', { names: ['GroupName'], facts: GRANTS }),
  'AWS::IAM::Policy': POLICY,
  'AWS::IAM::ManagedPolicy': POLICY,
  'AWS::IAM::RolePolicy': POLICY,
  'AWS::IAM::UserPolicy': POLICY,
  'AWS::IAM::GroupPolicy': POLICY,
  'AWS::IAM::InstanceProfile': { partOf: ['Roles'], usedBy: true, names: ['InstanceProfileName'] },
  'AWS::IAM::AccessKey': part('UserName'),
  'AWS::IAM::UserToGroupAddition': part(['GroupName', 'Users']),
  'AWS::IAM::ServiceLinkedRole': unseen('A role that AWS makes for its own service is not drawn.'),
  'AWS::IAM::OIDCProvider': node('iam'),
  'AWS::IAM::SAMLProvider': node('iam', { names: ['Name'] }),
  'AWS::IAM::VirtualMFADevice': part('Users'),
  'AWS::IAM::ServerCertificate': helper(),
  'AWS::SSO::PermissionSet': node('iam-identity-center', { names: ['Name'] }),
  'AWS::SSO::Assignment': part('PermissionSetArn', { elsewhere: 'AWS::SSO::PermissionSet' }),
  'AWS::SSO::InstanceAccessControlAttributeConfiguration': helper(),
  'AWS::Cognito::UserPool': node('cognito', {
    names: ['UserPoolName'],
    facts: {
      mfa: choose('MfaConfiguration', { ON: 'required', OPTIONAL: 'optional', OFF: 'off' }, 'off'),
      federated: (pool, about) =>
        about.of('AWS::Cognito::UserPoolIdentityProvider').length > 0
          ? { value: true }
          : pool instanceof Pending
            ? undefined
            : standard(false),
    },
  }),
  'AWS::Cognito::UserPoolClient': part('UserPoolId', { elsewhere: 'AWS::Cognito::UserPool' }),
  'AWS::Cognito::UserPoolDomain': part('UserPoolId', { elsewhere: 'AWS::Cognito::UserPool' }),
  'AWS::Cognito::UserPoolGroup': part('UserPoolId', { elsewhere: 'AWS::Cognito::UserPool' }),
  'AWS::Cognito::UserPoolUser': part('UserPoolId', { elsewhere: 'AWS::Cognito::UserPool' }),
  'AWS::Cognito::UserPoolUserToGroupAttachment': part('UserPoolId'),
  'AWS::Cognito::UserPoolIdentityProvider': part('UserPoolId', {
    elsewhere: 'AWS::Cognito::UserPool',
  }),
  'AWS::Cognito::UserPoolResourceServer': part('UserPoolId'),
  'AWS::Cognito::UserPoolUICustomizationAttachment': part('UserPoolId'),
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': part('UserPoolId'),
  'AWS::Cognito::ManagedLoginBranding': part('UserPoolId'),
  'AWS::Cognito::IdentityPool': node('cognito', {
    names: ['IdentityPoolName'],
    facts: { guestAccess: flag('AllowUnauthenticatedIdentities') },
  }),
  'AWS::Cognito::IdentityPoolRoleAttachment': part('IdentityPoolId', {
    elsewhere: 'AWS::Cognito::IdentityPool',
  }),
  'AWS::Cognito::IdentityPoolPrincipalTag': part('IdentityPoolId'),
  'AWS::DirectoryService::MicrosoftAD': node('aws-directory-service', {
    names: ['Name'],
    network: (directory) => ({
      subnets: at(directory, 'VpcSettings.SubnetIds'),
      vpc: at(directory, 'VpcSettings.VpcId'),
    }),
  }),
  'AWS::DirectoryService::SimpleAD': node('aws-directory-service', {
    names: ['Name'],
    network: (directory) => ({
      subnets: at(directory, 'VpcSettings.SubnetIds'),
      vpc: at(directory, 'VpcSettings.VpcId'),
    }),
  }),
}
