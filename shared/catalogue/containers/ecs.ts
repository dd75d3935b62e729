import {
  alarms,
  architecture,
  availabilityZones,
  choice,
  costTag,
  detailedMetrics,
  dutiesAgreed,
  environment,
  instances,
  ownSecurityGroup,
  owner,
  pricing,
  rpoMinutes,
  rtoMinutes,
  runsAroundTheClock,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'ecs',
  name: 'Amazon Elastic Container Service (ECS)',
  shortName: 'ECS',
  category: 'containers',
  aliases: [
    'amazon ecs',
    'elastic container service',
    'container service',
    'docker cluster',
    'ecs service',
    'ecs cluster',
  ],
  purposes: [
    'docker',
    'containers',
    'container orchestration',
    'cluster',
    'microservices',
    'tasks',
  ],
  icon: 'architecture-service/AmazonElasticContainerService',
  scope: 'vpc',
  traits: ['compute', 'container', 'workload'],
  summary: 'Runs Docker containers in a cluster, on EC2 or on Fargate.',
  facts: [
    instances,
    availabilityZones,
    choice(
      'scaling',
      'How capacity follows demand',
      [
        ['fixed', 'Fixed number of tasks'],
        ['scheduled', 'By the clock'],
        ['dynamic', 'Automatically with load'],
      ],
      [
        'When it gets busy, do more containers of {label} start by themselves?',
        'Does {label} use service auto scaling?',
      ],
    ),
    choice(
      'launchType',
      'Runs on',
      [
        ['fargate', 'Fargate'],
        ['ec2', 'EC2 instances'],
      ],
      ['Do you look after the servers under {label}?', 'Does {label} run on Fargate or EC2?'],
    ),
    choice(
      'sessionState',
      'Where sessions are kept',
      [
        ['none', 'There is none'],
        ['external', 'Outside: cache, database or cookie'],
        ['local', 'In the container itself'],
      ],
      [
        'If a container of {label} restarts, do people lose their session or work?',
        'Where does {label} keep session state?',
      ],
    ),
    yesNo(
      'publicIp',
      'Tasks get public addresses',
      [
        'Do the containers of {label} have addresses on the internet?',
        'Do tasks of {label} get a public IP address?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
        },
      },
    ),
    ownSecurityGroup,
    yesNo('secretsInEnvironment', 'Passwords in plain settings', [
      'Are passwords for {label} written in its settings or images?',
      'Does a task definition of {label} carry secrets as plain environment variables?',
    ]),
    alarms,
    detailedMetrics,
    pricing,
    runsAroundTheClock,
    architecture,
    rtoMinutes,
    rpoMinutes,
    dutiesAgreed,
    wave,
    costTag,
    environment,
    owner,
  ],
})
