import {
  amount,
  classification,
  costTag,
  dutiesAgreed,
  encryptedAtRest,
  encryptionKey,
  environment,
  owner,
  publicAccess,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 's3',
  name: 'Amazon Simple Storage Service (S3)',
  shortName: 'S3',
  category: 'storage',
  aliases: ['amazon s3', 'bucket', 's3 bucket', 'simple storage service', 'blob storage'],
  purposes: [
    'object storage',
    'files',
    'static assets',
    'static website',
    'images',
    'data lake',
    'backup',
    'uploads',
    'logs',
  ],
  icon: 'architecture-service/AmazonSimpleStorageService',
  scope: 'regional',
  traits: ['dataStore', 'objectStorage'],
  summary: 'Object storage without limits, kept in at least three Availability Zones.',
  facts: [
    publicAccess({
      awsDefault: {
        value: false,
        since: '2023-04',
        source:
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      },
      help: 'New buckets block public access since April 2023; older ones keep what was set.',
    }),
    yesNo(
      'blockPublicAccess',
      'Public access blocked',
      [
        'Could someone open {label} to the internet by mistake, or is that switched off for good?',
        'Is Block Public Access on, with all four settings, for {label}?',
      ],
      {
        awsDefault: {
          value: true,
          since: '2023-04',
          source:
            'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
        },
      },
    ),
    encryptedAtRest({
      awsDefault: {
        value: true,
        since: '2023-01-05',
        source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
      },
    }),
    encryptionKey,
    yesNo(
      'tlsOnly',
      'Refuses plain HTTP',
      [
        'Can files in {label} be fetched over an unencrypted connection?',
        'Does the policy of {label} refuse requests without TLS?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
        },
      },
    ),
    yesNo(
      'accessLogs',
      'Access logs',
      [
        'Is there a record of who read and wrote files in {label}?',
        'Is server access logging, or logging of data events, on for {label}?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
        },
      },
    ),
    yesNo(
      'versioning',
      'Versioning',
      [
        'If a file in {label} is overwritten or deleted by mistake, can you get it back?',
        'Is versioning on for {label}?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
        },
      },
    ),
    yesNo(
      'lifecycle',
      'Lifecycle rules',
      [
        'Do old files in {label} move to cheaper storage or get deleted after some time?',
        'Does {label} have lifecycle rules or Intelligent-Tiering?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
        },
      },
    ),
    yesNo('originAccessControl', 'Only the CDN may read', [
      'Can files in {label} also be fetched directly, going around CloudFront?',
      'Is {label} readable only through CloudFront origin access control?',
    ]),
    yesNo('servesWebsite', 'Serves a site or static assets', [
      'Are web pages, images or downloads served from {label}?',
      'Does {label} serve a static site or static assets?',
    ]),
    yesNo('replicatedToOtherRegion', 'Copied to another Region', [
      'Is there a copy of {label} in another part of the country or world?',
      'Is {label} replicated to another Region or account?',
    ]),
    amount('sizeGb', 'Size', ['How much data is in {label}?', 'How much data will {label} hold?'], {
      unit: 'GB',
    }),
    classification,
    dutiesAgreed,
    wave,
    costTag,
    environment,
    owner,
  ],
})
