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
  serviceId: 'fargate',
  name: 'AWS Fargate',
  shortName: 'Fargate',
  category: 'containers',
  aliases: ['aws fargate', 'serverless containers', 'fargate task'],
  purposes: ['containers', 'docker', 'serverless', 'tasks', 'pods without servers'],
  icon: 'architecture-service/AWSFargate',
  scope: 'vpc',
  traits: ['compute', 'container', 'workload'],
  summary: 'Runs containers without servers to look after, under ECS or EKS.',
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
