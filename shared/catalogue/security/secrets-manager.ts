import { encryptionKey, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'secrets-manager',
  name: 'AWS Secrets Manager',
  shortName: 'Secrets Manager',
  category: 'securityIdentityCompliance',
  aliases: ['aws secrets manager', 'secret', 'vault', 'password store'],
  purposes: ['passwords', 'api keys', 'database credentials', 'rotation', 'secrets'],
  icon: 'architecture-service/AWSSecretsManager',
  scope: 'regional',
  traits: ['security'],
  summary: 'Keeps passwords and keys out of code, and rotates them.',
  facts: [
    yesNo(
      'rotation',
      'Rotated automatically',
      ['Are the passwords in {label} changed regularly?', 'Is automatic rotation on for {label}?'],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
        },
      },
    ),
    encryptionKey,
    yesNo('replicated', 'Replicated to another Region', [
      'Would a second site have the passwords in {label}?',
      'Is {label} replicated to the recovery Region?',
    ]),
  ],
})
