import { inBackupPlan, ownBackupPolicy } from '../backups'
import { every, links } from '../link'
import { node, part, type Mappings } from '../mapping'
import {
  amount,
  byDefault,
  choose,
  firstOf,
  flag,
  given,
  key,
  properties,
  said,
  standard,
} from '../tell'
import { Pending, asList, asText, at } from '../value'

export const storage: Mappings = {
  'AWS::EFS::FileSystem': node('efs', {
    facts: {
      encryptedAtRest: flag('Encrypted', false),
      encryptionKey: key('KmsKeyId'),
      inBackupPlan: firstOf(ownBackupPolicy, inBackupPlan),
      lifecycle: given('LifecyclePolicies'),
    },
    network: (_, about) => ({
      subnets: properties(about, 'AWS::EFS::MountTarget').flatMap((one) =>
        asList(at(one, 'SubnetId')),
      ),
      securityGroups: properties(about, 'AWS::EFS::MountTarget').flatMap((one) =>
        asList(at(one, 'SecurityGroups')),
      ),
    }),
  }),
  'AWS::EFS::MountTarget': part('FileSystemId', { elsewhere: 'AWS::EFS::FileSystem' }),
  'AWS::EFS::AccessPoint': part('FileSystemId', { elsewhere: 'AWS::EFS::FileSystem' }),
  'AWS::FSx::FileSystem': node('fsx', {
    facts: {
      fileSystem: choose('FileSystemType', {
        WINDOWS: 'windows',
        LUSTRE: 'lustre',
        ONTAP: 'ontap',
        OPENZFS: 'openzfs',
      }),
      encryptedAtRest: byDefault(true),
      encryptionKey: key('KmsKeyId', 'awsManaged'),
      inBackupPlan,
      multiAz: (fileSystem) => {
        const types = ['WindowsConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration'].map(
          (name) => asText(at(fileSystem, `${name}.DeploymentType`)),
        )
        const word = types.find((one) => one !== undefined)
        return said(word === undefined ? undefined : word.startsWith('MULTI_AZ'))
      },
    },
    network: (fileSystem) => ({
      subnets: at(fileSystem, 'SubnetIds'),
      securityGroups: at(fileSystem, 'SecurityGroupIds'),
    }),
  }),
  'AWS::FSx::Volume': part([
    'OntapConfiguration.StorageVirtualMachineId',
    'OpenZFSConfiguration.ParentVolumeId',
  ]),
  'AWS::FSx::StorageVirtualMachine': part('FileSystemId'),
  'AWS::FSx::DataRepositoryAssociation': part('FileSystemId'),
  'AWS::FSx::Snapshot': part('VolumeId'),
  'AWS::Backup::BackupPlan': node('aws-backup', {
    names: ['BackupPlan.BackupPlanName'],
    facts: {
      retentionDays: (plan) => {
        const days = every(plan, 'BackupPlan.BackupPlanRule.Lifecycle.DeleteAfterDays').map((one) =>
          Number(asText(one)),
        )
        const known = days.filter(Number.isFinite)
        return said(
          known.length > 0 && known.length === days.length ? Math.max(...known) : undefined,
        )
      },
      crossRegionCopy: (plan) =>
        every(plan, 'BackupPlan.BackupPlanRule.CopyActions').length > 0
          ? { value: true }
          : plan instanceof Pending
            ? undefined
            : standard(false),
      encryptedAtRest: byDefault(true),
    },
  }),
  'AWS::Backup::BackupVault': {
    usedBy: ['AWS::Backup::BackupPlan'],
    service: 'aws-backup',
    names: ['BackupVaultName'],
    facts: {
      vaultLock: given('LockConfiguration'),
      encryptedAtRest: byDefault(true),
    },
  },
  'AWS::Backup::BackupSelection': part('BackupPlanId', {
    elsewhere: 'AWS::Backup::BackupPlan',
    links: [
      links((selection) =>
        asList(at(selection, 'BackupSelection.Resources')).map((to) => ({
          from: 'self',
          to,
          kind: 'dependency',
        })),
      ),
    ],
  }),
  'AWS::Backup::Framework': node('aws-backup'),
  'AWS::Backup::ReportPlan': node('aws-backup'),
  'AWS::DLM::LifecyclePolicy': node('ebs-snapshot', {
    facts: { retentionDays: amount('PolicyDetails.RetainInterval') },
  }),
  'AWS::StorageGateway::Gateway': node('storage-gateway', { names: ['GatewayName'] }),
}
