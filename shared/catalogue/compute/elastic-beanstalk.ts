import {
  alarms,
  availabilityZones,
  choice,
  costTag,
  detailedMetrics,
  dutiesAgreed,
  environment,
  instances,
  owner,
  ownSecurityGroup,
  rpoMinutes,
  rtoMinutes,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/'

export default defineService({
  serviceId: 'elastic-beanstalk',
  name: 'AWS Elastic Beanstalk',
  shortName: 'Elastic Beanstalk',
  category: 'compute',
  aliases: ['beanstalk', 'aws elastic beanstalk', 'eb'],
  purposes: ['paas', 'web app hosting', 'application platform', 'deploy web application'],
  icon: 'architecture-service/AWSElasticBeanstalk',
  scope: 'vpc',
  traits: ['compute', 'workload'],
  summary: 'Hand over code, get servers, load balancer and scaling set up around it.',
  facts: [
    choice(
      'environmentType',
      'Type',
      [
        ['loadBalanced', 'Load balanced, scaling'],
        ['singleInstance', 'Single instance'],
      ],
      [
        'Does {label} run on one server or on several behind a load balancer?',
        'Is {label} a load-balanced or a single-instance environment?',
      ],
    ),
    instances,
    availabilityZones,
    choice(
      'scaling',
      'How capacity follows demand',
      [
        ['fixed', 'Fixed number of instances'],
        ['scheduled', 'By the clock'],
        ['dynamic', 'Automatically with load'],
      ],
      [
        'When it gets busy, does {label} add servers by itself?',
        'Which scaling triggers does {label} have?',
      ],
    ),
    choice(
      'sessionState',
      'Where sessions are kept',
      [
        ['none', 'There is none'],
        ['external', 'Outside: cache, database or cookie'],
        ['local', 'On the server itself'],
      ],
      [
        'If one of the {label} servers restarts, do people lose their session or work?',
        'Where does {label} keep session state?',
      ],
    ),
    yesNo(
      'patchingAutomated',
      'Managed platform updates',
      [
        'Is the platform of {label} patched automatically?',
        'Are managed platform updates on for {label}?',
      ],
      { awsDefault: { value: false, source: `${GUIDE}environment-platform-update-managed.html` } },
    ),
    detailedMetrics,
    ownSecurityGroup,
    alarms,
    rtoMinutes,
    rpoMinutes,
    dutiesAgreed,
    wave,
    costTag,
    environment,
    owner,
  ],
})
