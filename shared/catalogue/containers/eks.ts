import {
  alarms,
  availabilityZones,
  choice,
  environment,
  instances,
  ownSecurityGroup,
  owner,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'eks',
  name: 'Amazon Elastic Kubernetes Service (EKS)',
  shortName: 'EKS',
  category: 'containers',
  aliases: [
    'amazon eks',
    'k8s',
    'kubernetes',
    'elastic kubernetes service',
    'elastic k8s service',
    'kube',
  ],
  purposes: [
    'kubernetes',
    'containers',
    'container orchestration',
    'cluster',
    'pods',
    'microservices',
    'helm',
  ],
  icon: 'architecture-service/AmazonElasticKubernetesService',
  scope: 'vpc',
  traits: ['compute', 'container', 'workload'],
  summary: 'Managed Kubernetes: AWS runs the control plane.',
  facts: [
    instances,
    availabilityZones,
    choice(
      'scaling',
      'How capacity follows demand',
      [
        ['fixed', 'Fixed number of nodes and pods'],
        ['scheduled', 'By the clock'],
        ['dynamic', 'Automatically with load'],
      ],
      [
        'When it gets busy, do more pods and nodes of {label} start by themselves?',
        'Do pods and nodes of {label} scale automatically?',
      ],
    ),
    choice(
      'sessionState',
      'Where sessions are kept',
      [
        ['none', 'There is none'],
        ['external', 'Outside: cache, database or cookie'],
        ['local', 'In the pod itself'],
      ],
      [
        'If a pod of {label} restarts, do people lose their session or work?',
        'Where do workloads on {label} keep session state?',
      ],
    ),
    yesNo(
      'publicEndpoint',
      'API endpoint on the internet',
      [
        'Can the Kubernetes management interface of {label} be reached from the internet?',
        'Is the API server endpoint of {label} public?',
      ],
      {
        awsDefault: {
          value: true,
          source: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
        },
      },
    ),
    ownSecurityGroup,
    alarms,
    environment,
    owner,
  ],
})
