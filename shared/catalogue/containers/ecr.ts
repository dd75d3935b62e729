import { encryptedAtRest, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'ecr',
  name: 'Amazon Elastic Container Registry (ECR)',
  shortName: 'ECR',
  category: 'containers',
  aliases: ['amazon ecr', 'elastic container registry', 'docker registry', 'docker hub'],
  purposes: ['container registry', 'container images', 'image registry', 'docker images'],
  icon: 'architecture-service/AmazonElasticContainerRegistry',
  scope: 'regional',
  traits: [],
  summary: 'Keeps container images and looks for known weaknesses in them.',
  facts: [
    yesNo(
      'scansImages',
      'Scans images for weaknesses',
      [
        'Is every image in {label} searched for known weaknesses when it arrives?',
        'Is scan on push or enhanced scanning on for {label}?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
        },
      },
    ),
    yesNo(
      'immutableTags',
      'Tags cannot be moved',
      [
        'Can someone put another image in {label} under the name of one that was tested?',
        'Is tag immutability on for {label}?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
        },
      },
    ),
    yesNo('lifecycle', 'Old images are deleted', [
      'Do images that nobody uses any more stay in {label} for ever?',
      'Does {label} have a lifecycle policy?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: true,
        source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
      },
    }),
  ],
})
